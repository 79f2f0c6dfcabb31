/// Lines that stand, by child and day: what a line must not repeat (spec: rules 20, 26 and 33).
///
/// Work of earlier nights stands first; tonight's lines are added as they are decided, in the order. They are kept as
/// their places in the night alone.
struct StandingWork {
    /// What tells a line to a person.
    struct Mark: Hashable, Sendable {
        var provider: Symbol
        var invoiceNumber: Symbol
        var line: Int
    }

    /// One line's work.
    struct Work: Hashable, Sendable {
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
    }

    /// A line of an earlier night.
    struct Earlier: Sendable {
        var work: Work
        var mark: Mark
        /// Whether the store keeps it for the lines that are held.
        var isKept = false
    }

    /// A service by the pack's number, or by the text that was billed.
    enum ServiceWord: Hashable, Sendable {
        case known(Service)
        case billed(Symbol)
    }

    /// A line that stands: of an earlier night by its place among these, or of tonight by its place in the night.
    enum Place: Hashable {
        case earlier(Int)
        case tonight(Int)
    }

    /// A day with so many lines is looked up in tables instead of line by line.
    static let crowd = 64

    /// A line that stands, and the one that stood before it on the same child and day.
    private struct Entry {
        /// Of tonight its place in the night; of an earlier night, its place among these from -1 downwards.
        var line: Int32
        /// Its place among the entries; -1: none.
        var previous: Int32
    }

    /// The lines of a child's day: the latest entry, and how many there are.
    private struct ChildDay {
        var day: Day
        var latest: Int32 = -1
        var count: Int32 = 0
    }

    private struct Key: Hashable {
        var child: Symbol
        var day: Day
    }

    private let earlier: [Earlier]
    /// Folds texts as they are compared.
    private let texts: FoldedTexts
    /// In the order in which they came to stand: those of earlier nights, then tonight's of the day.
    private var entries: [Entry] = []
    private var daysOfEarlier: [Key: ChildDay] = [:]
    /// The day that each child has come to tonight: lines are decided day by day.
    private var days = SymbolTable<ChildDay>(absent: ChildDay(day: .first))
    private var crowds: [Key: CrowdedDay] = [:]
    private var day = Day.first

    init(_ earlier: [Earlier], texts: FoldedTexts) {
        self.earlier = earlier
        self.texts = texts
        entries.reserveCapacity(earlier.count)
        for (place, entry) in earlier.enumerated() {
            let key = Key(child: entry.work.child, day: entry.work.day)
            var day = daysOfEarlier[key] ?? ChildDay(day: key.day)
            add(~Int32(place), entry.work, to: &day, NoDocket())
            daysOfEarlier[key] = day
        }
    }

    /// Goes on to a day, and forgets tonight's lines of the days before, which have nothing in common with later ones.
    mutating func begin(_ day: Day) {
        if day == self.day { return }
        self.day = day
        entries.removeSubrange(earlier.count...)
    }

    /// Adds one of tonight's lines.
    mutating func add(_ index: Int, _ work: Work, in tonight: borrowing some Docket) {
        var day = childDay(work)
        add(Int32(index), work, to: &day, tonight)
        days[work.child] = day
    }

    /// What the lines that stand have in common with this one, and the latest of them that has anything.
    func compare(with work: Work, in tonight: borrowing some Docket) -> (found: EarlierLines, twin: Place?) {
        let day = childDay(work)
        if day.count >= Self.crowd, let crowd = crowds[Key(child: work.child, day: work.day)] {
            let (found, twin) = crowd.compare(with: texts.folded(work))
            return (found, twin < 0 ? nil : place(twin))
        }
        var found: EarlierLines = []
        var twin: Int32 = -1
        var index = day.latest
        while index >= 0 {
            let entry = entries[Int(index)]
            let likeness = likeness(of: work, to: self.work(of: entry, tonight))
            if twin < 0, !likeness.isEmpty { twin = index }
            found.formUnion(likeness)
            index = entry.previous
        }
        return (found, twin < 0 ? nil : place(twin))
    }

    /// What tells a line of an earlier night.
    func mark(ofEarlier index: Int) -> Mark { earlier[index].mark }

    private func place(_ index: Int32) -> Place {
        let line = entries[Int(index)].line
        return line < 0 ? .earlier(Int(~line)) : .tonight(Int(line))
    }

    private func childDay(_ work: Work) -> ChildDay {
        let day = days[work.child]
        if day.count > 0, day.day == work.day { return day }
        if daysOfEarlier.isEmpty { return ChildDay(day: work.day) }
        return daysOfEarlier[Key(child: work.child, day: work.day)] ?? ChildDay(day: work.day)
    }

    private mutating func add(
        _ line: Int32, _ work: Work, to day: inout ChildDay, _ tonight: borrowing some Docket
    ) {
        let place = Int32(entries.count)
        entries.append(Entry(line: line, previous: day.latest))
        day.latest = place
        day.count += 1
        if day.count < Self.crowd { return }
        let key = Key(child: work.child, day: work.day)
        if day.count > Self.crowd {
            crowds[key]!.add(texts.folded(work), place)
        } else {
            crowds[key] = crowd(endingAt: place, tonight)
        }
    }

    private func crowd(endingAt last: Int32, _ tonight: borrowing some Docket) -> CrowdedDay {
        var all: [Int32] = []
        var index = last
        while index >= 0 {
            all.append(index)
            index = entries[Int(index)].previous
        }
        var crowd = CrowdedDay()
        for index in all.reversed() { crowd.add(texts.folded(work(of: entries[Int(index)], tonight)), index) }
        return crowd
    }

    @inline(__always)
    private func work(of entry: Entry, _ tonight: borrowing some Docket) -> Work {
        entry.line < 0 ? earlier[Int(~entry.line)].work : tonight.work(of: Int(entry.line))
    }

    private func likeness(of line: Work, to earlier: Work) -> EarlierLines {
        if line.provider != earlier.provider {
            return line.service == earlier.service ? .otherProvider : []
        }
        guard line.worker == earlier.worker, line.hours == earlier.hours,
            texts.isSame(line.activity, earlier.activity)
        else { return [] }
        if line.service != earlier.service { return line.worker.isEmpty ? [] : .otherService }
        guard texts.isSame(line.description, earlier.description) else { return [] }
        return line.invoice == earlier.invoice ? .sameHere : .sameElsewhere
    }
}

/// The lines of tonight, as they are compared.
protocol Docket {
    func work(of index: Int) -> StandingWork.Work
}

/// No lines of tonight.
private struct NoDocket: Docket {
    func work(of index: Int) -> StandingWork.Work { preconditionFailure("there is no line \(index)") }
}
