/// The workers' days that are too long (spec: rule worker-day). The hours of a day are those of all its lines that
/// could be paid, whatever becomes of them: each day can be added up by itself, before a line is decided.
struct LongDays: Sendable {
    private var days: [History.WorkerDay: Hours] = [:]
    /// Whether a worker has any.
    private var hasAny = SymbolTable<Bool>(absent: false)
    /// Deny rules that look at the line alone: what they deny is left out.
    private let deniedAlone: FindingSet

    /// - Parameters:
    ///   - night: its lines judged, none of them decided.
    ///   - orders: the lines to decide in parts, each part in order of days.
    ///   - threads: how many share the days; changes nothing that is found.
    init(_ night: Night, _ history: History, _ rules: RuleBook, _ orders: [[Int32]], threads: Int) {
        deniedAlone = rules.deniedWithoutOthers
        let days = orders.reduce(into: Set<Day>()) { $0.formUnion(night.days(of: $1)) }.sorted()
        let this = self
        let found = SharedWork.map(days.count, threads: threads) { number in
            var workers = WorkerDays(days[number], earlier: history.workerDays)
            for order in orders { this.add(order[night.range(of: days[number], in: order)], night, to: &workers) }
            return workers.totals.filter { WorkerDay.isLong($0.hours) }
        }
        for (key, hours) in found.joined() {
            self.days[key] = hours
            hasAny[key.worker] = true
        }
    }

    /// The hours of the day of a line's worker where they are too many, else zero; a line that names none counts alone.
    ///
    /// - Parameter findings: of the rules that look at the line alone.
    func hours(of index: Int, _ findings: FindingSet, _ night: borrowing Night) -> Hours {
        let line = night.lines[index]
        guard line.worker.isEmpty ? WorkerDay.isLong(line.hours) : hasAny[line.worker],
            isCounted(index, findings, night)
        else { return .zero }
        if line.worker.isEmpty { return line.hours }
        return days[.init(provider: night.provider(ofLine: index), worker: line.worker, day: line.day)] ?? .zero
    }

    private func add(_ lines: ArraySlice<Int32>, _ night: borrowing Night, to workers: inout WorkerDays) {
        for index in lines where isCounted(Int(index), night.decisions[Int(index)].findings, night) {
            workers.add(night.lines[Int(index)], night.provider(ofLine: Int(index)))
        }
    }

    /// Whether the line's hours are among its worker's: it is not denied by what it says itself.
    private func isCounted(_ index: Int, _ findings: FindingSet, _ night: borrowing Night) -> Bool {
        findings.isDisjoint(with: deniedAlone)
            && (night.dispositions.denials.isEmpty || night.dispositions.denials[index] == nil)
    }
}

extension Night {
    /// The provider that billed a line.
    func provider(ofLine index: Int) -> Symbol { invoices[Int(lines[index].invoice)].invoice.provider }

    /// The days of lines that stand in order of their days, each once.
    fileprivate func days(of order: [Int32]) -> [Day] {
        var days: [Day] = []
        var start = 0
        while start < order.count {
            days.append(lines[Int(order[start])].day)
            start = place(behind: days[days.count - 1], in: order)
        }
        return days
    }

    /// Where a day's lines stand in an order of days.
    fileprivate func range(of day: Day, in order: [Int32]) -> Range<Int> {
        place(behind: day.adding(days: -1), in: order)..<place(behind: day, in: order)
    }

    /// The place of the first line after a day.
    private func place(behind day: Day, in order: [Int32]) -> Int {
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if lines[Int(order[middle])].day > day { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
