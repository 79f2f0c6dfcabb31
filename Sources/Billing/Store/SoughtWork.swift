/// What is looked for among the paid lines of earlier nights: those that can have anything in common with lines that
/// are to be decided (`StandingWork.compare`), that is those on the same child and day by another provider, or by the
/// same worker for the same hours. Most paid lines of a child's day are neither.
struct SoughtWork {
    /// A child with the days between which its lines are looked through.
    struct Child {
        var child: Symbol
        var first: Day
        var last: Day
    }

    private struct ChildDay: Hashable {
        var child: Symbol
        var day: Day
    }

    private struct Work: Hashable {
        var childDay: ChildDay
        var worker: Symbol
        var hours: Hours
    }

    /// In the order in which they first came.
    private(set) var children: [Child] = []
    private var places = SymbolIndex()
    /// Whose lines of a child's day are to be decided; nil where they are those of several providers.
    private var providers: [ChildDay: Symbol?] = [:]
    private var works: Set<Work> = []

    /// Adds a line that is to be decided.
    mutating func add(_ line: InvoiceLine, of provider: Symbol) {
        let key = ChildDay(child: line.child, day: line.day)
        works.insert(Work(childDay: key, worker: line.worker, hours: line.hours))
        if let known = providers[key] {
            if known != provider { providers[key] = .some(nil) }
        } else {
            providers[key] = .some(provider)
        }
        if let place = places[line.child] {
            children[place].first = min(children[place].first, line.day)
            children[place].last = max(children[place].last, line.day)
        } else {
            places.set(line.child, to: children.count)
            children.append(Child(child: line.child, first: line.day, last: line.day))
        }
    }

    func names(_ child: Symbol, _ day: Day) -> Bool { providers[ChildDay(child: child, day: day)] != nil }

    /// Whether a paid line can have anything in common with one that was added.
    func includes(_ child: Symbol, _ day: Day, by provider: Symbol, _ worker: Symbol, _ hours: Hours) -> Bool {
        // Most children are not named at all.
        guard places[child] != nil else { return false }
        let key = ChildDay(child: child, day: day)
        guard let known = providers[key] else { return false }
        return known != provider || works.contains(Work(childDay: key, worker: worker, hours: hours))
    }
}
