/// Lines that stand, by child and day: what a line must not repeat (spec: rules 20, 26 and 33).
///
/// Work of earlier nights is added first; tonight's lines as they are decided, in the order.
struct StandingWork {
    /// What tells a line to a person.
    struct Mark: Hashable, Sendable {
        var provider: Symbol
        var invoiceNumber: Symbol
        var line: Int
    }

    /// One line's work, with the texts folded: letter case and runs of spaces aside.
    struct Work: Sendable {
        var provider: Symbol
        var child: Symbol
        var day: Day
        /// The service, or the billed text where it is unknown.
        var service: ServiceWord
        var worker: Symbol
        var hours: Hours
        var activity: Symbol
        var description: Symbol
        /// Tells invoices apart; the same for all lines of one.
        var invoice: Int
        var mark: Mark
    }

    /// A service by the pack's number, or by the text that was billed.
    enum ServiceWord: Hashable, Sendable {
        case known(Service)
        case billed(Symbol)
    }

    /// A day with so many lines is looked up in tables instead of line by line.
    static let crowd = 64

    private struct ChildDay: Hashable {
        var child: Symbol
        var day: Day
    }

    private var works: [Work] = []
    /// The one that stood before it on the same child and day; -1: none.
    private var previous: [Int32] = []
    /// How many stand on its child's day up to it.
    private var counts: [Int32] = []
    private var latest: [ChildDay: Int32] = [:]
    private var crowds: [ChildDay: CrowdedDay] = [:]

    mutating func add(_ work: Work) {
        let key = ChildDay(child: work.child, day: work.day)
        let before = latest[key] ?? -1
        let index = Int32(works.count)
        previous.append(before)
        counts.append(before < 0 ? 1 : counts[Int(before)] + 1)
        latest[key] = index
        works.append(work)
        if counts[Int(index)] > Self.crowd {
            crowds[key]!.add(work, index)
        } else if counts[Int(index)] == Self.crowd {
            crowds[key] = crowd(endingAt: index)
        }
    }

    private func crowd(endingAt last: Int32) -> CrowdedDay {
        var all: [Int32] = []
        var index = last
        while index >= 0 {
            all.append(index)
            index = previous[Int(index)]
        }
        var crowd = CrowdedDay()
        for index in all.reversed() { crowd.add(works[Int(index)], index) }
        return crowd
    }

    /// What the lines that stand have in common with this one, and the latest of them that has anything.
    func compare(with work: Work) -> (found: EarlierLines, twin: Mark?) {
        let key = ChildDay(child: work.child, day: work.day)
        var index = latest[key] ?? -1
        if index >= 0, counts[Int(index)] >= Self.crowd, let crowd = crowds[key] {
            let (found, twin) = crowd.compare(with: work)
            return (found, twin < 0 ? nil : works[Int(twin)].mark)
        }
        var found: EarlierLines = []
        var twin: Mark?
        while index >= 0 {
            let likeness = Self.likeness(of: work, to: works[Int(index)])
            if twin == nil, !likeness.isEmpty { twin = works[Int(index)].mark }
            found.formUnion(likeness)
            index = previous[Int(index)]
        }
        return (found, twin)
    }

    private static func likeness(of line: Work, to earlier: Work) -> EarlierLines {
        if line.provider != earlier.provider {
            return line.service == earlier.service ? .otherProvider : []
        }
        guard line.worker == earlier.worker, line.hours == earlier.hours, line.activity == earlier.activity else {
            return []
        }
        if line.service != earlier.service { return line.worker.isEmpty ? [] : .otherService }
        guard line.description == earlier.description else { return [] }
        return line.invoice == earlier.invoice ? .sameHere : .sameElsewhere
    }
}

/// Texts without their letter case and runs of spaces, each worked out once.
struct FoldedTexts {
    private var folded: [Symbol: Symbol] = [:]

    /// The symbol of the folded text.
    mutating func fold(_ symbol: Symbol, in symbols: inout Symbols) -> Symbol {
        if symbol.isEmpty { return .none }
        if let known = folded[symbol] { return known }
        let text = symbols[symbol].lowercased().split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
        let result = symbols.intern(text)
        folded[symbol] = result
        return result
    }
}
