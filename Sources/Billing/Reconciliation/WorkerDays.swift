/// The hours of each worker on the day that is being decided (spec: rule worker-day).
struct WorkerDays {
    /// Paid on earlier nights.
    private let earlier: [History.WorkerDay: Hours]
    private var places: [UInt64: Int32] = [:]
    /// By the worker's place: the day that the hours are of, and the hours in hundredths.
    private var hours: [(day: Day, hundredths: Int)] = []
    private var day = Day.first
    private var last: (key: UInt64, place: Int) = (.max, 0)

    init(_ earlier: [History.WorkerDay: Hours]) { self.earlier = earlier }

    /// Goes on to a day; its hours start anew.
    mutating func begin(_ day: Day) { self.day = day }

    /// Adds the hours of a line of the day.
    mutating func add(_ line: InvoiceLine, _ provider: Symbol) {
        if line.worker.isEmpty { return }
        let place = place(of: line.worker, provider)
        if hours[place].day != day { hours[place] = (day, earlierHours(line.worker, provider)) }
        hours[place].hundredths += line.hours.hundredths
    }

    /// All hours of the day of a line's worker; the line's own where it names none.
    mutating func hours(_ line: InvoiceLine, _ provider: Symbol) -> Hours {
        line.worker.isEmpty ? line.hours : Hours(hundredths: hours[place(of: line.worker, provider)].hundredths)
    }

    private func earlierHours(_ worker: Symbol, _ provider: Symbol) -> Int {
        if earlier.isEmpty { return 0 }
        return earlier[History.WorkerDay(provider: provider, worker: worker, day: day)]?.hundredths ?? 0
    }

    private mutating func place(of worker: Symbol, _ provider: Symbol) -> Int {
        let key = UInt64(provider.index) << 32 | UInt64(worker.index)
        if key == last.key { return last.place }
        let place: Int
        if let known = places[key] {
            place = Int(known)
        } else {
            place = hours.count
            places[key] = Int32(place)
            hours.append((.last, 0))
        }
        last = (key, place)
        return place
    }
}
