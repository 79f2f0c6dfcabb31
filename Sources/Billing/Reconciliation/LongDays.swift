/// The lines of workers' days that are too long (spec: rule worker-day). The hours of a day are those of all its lines
/// that could be paid, whatever becomes of them: each day can be added up by itself, before a line is decided.
struct LongDays: Sendable {
    private let night: Night
    private let history: History
    private let rules: RuleBook
    /// The lines to decide in parts, each part in order of days.
    private let orders: [[Int32]]

    init(_ night: Night, _ history: History, _ rules: RuleBook, _ orders: [[Int32]]) {
        self.night = night
        self.history = history
        self.rules = rules
        self.orders = orders
    }

    /// The lines with the hours of their worker's day.
    ///
    /// - Parameter threads: how many share the days; changes nothing that is found.
    func lines(threads: Int) -> [Int: Hours] {
        let days = orders.reduce(into: Set<Day>()) { $0.formUnion(self.days(of: $1)) }.sorted()
        var found = [[(line: Int, hours: Hours)]](repeating: [], count: days.count)
        found.withUnsafeMutableBufferPointer { found in
            nonisolated(unsafe) let found = found
            SharedWork.each(days.count, threads: threads) { found[$0] = lines(on: days[$0]) }
        }
        return Dictionary(uniqueKeysWithValues: found.joined().map { ($0.line, $0.hours) })
    }

    private func lines(on day: Day) -> [(line: Int, hours: Hours)] {
        let night = night
        var workers = WorkerDays(day, earlier: history.workerDays)
        let parts = orders.map { order in
            order[place(behind: day.adding(days: -1), in: order)..<place(behind: day, in: order)]
        }
        for index in parts.joined() where isCounted(Int(index)) {
            workers.add(night.lines[Int(index)], night.provider(ofLine: Int(index)))
        }
        var found: [(line: Int, hours: Hours)] = []
        for index in parts.joined() where isCounted(Int(index)) {
            let hours = workers.hours(night.lines[Int(index)], night.provider(ofLine: Int(index)))
            if WorkerDay.isLong(hours) { found.append((Int(index), hours)) }
        }
        return found
    }

    /// Whether the line's hours are among its worker's: it is not denied by what it says itself.
    private func isCounted(_ index: Int) -> Bool {
        night.decisions[index].findings.isDisjoint(with: rules.deniedWithoutOthers)
            && (night.dispositions.denials.isEmpty || night.dispositions.denials[index] == nil)
    }

    private func days(of order: [Int32]) -> [Day] {
        var days: [Day] = []
        var start = 0
        while start < order.count {
            days.append(night.lines[Int(order[start])].day)
            start = place(behind: days[days.count - 1], in: order)
        }
        return days
    }

    /// The place of the first line after a day.
    private func place(behind day: Day, in order: [Int32]) -> Int {
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if night.lines[Int(order[middle])].day > day { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
