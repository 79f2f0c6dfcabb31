/// The hours of each worker on one day (spec: rule worker-day): what earlier nights paid, and all of tonight's lines
/// that could be paid.
struct WorkerDays {
    private let day: Day
    /// Paid on earlier nights.
    private let earlier: [History.WorkerDay: Hours]
    private var places: [UInt64: Int32] = [:]
    /// By the worker's place.
    private var hours: [Hours] = []
    /// Lines that stand together are mostly of one worker.
    private var last: (key: UInt64, place: Int) = (.max, 0)

    /// - Parameter earlier: what earlier nights paid, of any day.
    init(_ day: Day, earlier: [History.WorkerDay: Hours]) {
        self.day = day
        self.earlier = earlier
    }

    /// Adds the hours of a line of the day.
    mutating func add(_ line: InvoiceLine, _ provider: Symbol) {
        if line.worker.isEmpty { return }
        hours[place(of: line.worker, provider)] += line.hours
    }

    /// All hours of the worker of a line that was added; the line's own where it names none.
    mutating func hours(_ line: InvoiceLine, _ provider: Symbol) -> Hours {
        line.worker.isEmpty ? line.hours : hours[place(of: line.worker, provider)]
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
            let known = earlier.isEmpty ? nil : earlier[.init(provider: provider, worker: worker, day: day)]
            hours.append(known ?? .zero)
        }
        last = (key, place)
        return place
    }
}

extension Night {
    /// The provider that billed a line.
    func provider(ofLine index: Int) -> Symbol { invoices[Int(lines[index].invoice)].invoice.provider }
}
