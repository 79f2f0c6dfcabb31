/// The hours of each worker on one day (spec: rule worker-day): what earlier nights paid, and all of tonight's lines
/// that could be paid.
struct WorkerDays {
    private let day: Day
    /// Paid on earlier nights.
    private let earlier: [History.WorkerDay: Hours]
    private var places: [UInt64: Int32] = [:]
    /// Every worker who has lines tonight, with all hours of the day.
    private(set) var totals: [(key: History.WorkerDay, hours: Hours)] = []
    /// Lines that stand together are mostly of one worker.
    private var last: (key: UInt64, place: Int) = (.max, 0)

    /// - Parameter earlier: what earlier nights paid, of any day.
    init(_ day: Day, earlier: [History.WorkerDay: Hours]) {
        self.day = day
        self.earlier = earlier
    }

    /// Adds the hours of a line of the day; nobody's are not added up.
    mutating func add(_ line: InvoiceLine, _ provider: Symbol) {
        if line.worker.isEmpty { return }
        totals[place(of: line.worker, provider)].hours += line.hours
    }

    private mutating func place(of worker: Symbol, _ provider: Symbol) -> Int {
        let key = UInt64(provider.index) << 32 | UInt64(worker.index)
        if key == last.key { return last.place }
        let place: Int
        if let known = places[key] {
            place = Int(known)
        } else {
            place = totals.count
            places[key] = Int32(place)
            let workerDay = History.WorkerDay(provider: provider, worker: worker, day: day)
            totals.append((workerDay, earlier.isEmpty ? .zero : earlier[workerDay] ?? .zero))
        }
        last = (key, place)
        return place
    }
}
