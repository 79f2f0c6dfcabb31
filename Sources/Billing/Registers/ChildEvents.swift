/// What happened to a child on a day.
struct ChildEvent: Sendable {
    /// In the order in which events of one day count: opened first, closed last (spec: rule child-not-active).
    enum Kind: UInt8, RegisterWord {
        case opened, placed, reunified, commitmentRevoked, adoptionFinalized, guardianshipTransferred, closed
        static let words: [StaticString] = [
            "opened", "placed", "reunified", "commitment_revoked", "adoption_finalized", "guardianship_transferred",
            "closed",
        ]

        /// Whether the child is with a family for good from then on.
        var isPermanency: Bool { self == .adoptionFinalized || self == .guardianshipTransferred }
    }

    var kind: Kind
    var day: Day
}

/// What a child's events come to on a day.
struct ChildStanding: Hashable, Sendable {
    var permanency = Permanency.before
    /// The child's case is open on the day.
    var isActive = false
    /// An adoption was final or a guardianship transferred on or before the day.
    var isFinalized = false
    /// From the last reunification on or before the day to the first revocation of the commitment after it.
    var reunified: Interval?
}

/// child_events.csv: what happened to each child.
struct ChildEvents: Sendable {
    static let file = "child_events.csv"
    static let columns = ["child_id", "event", "date"]

    /// By child, in order of their days, and of their kinds on one day.
    private var byChild = Grouped<ChildEvent>()

    static func read(_ reader: inout RegisterReader, children: Children) throws -> ChildEvents {
        var rows: [(owner: Int32, row: ChildEvent)] = []
        try reader.open(file, columns: columns)
        while try reader.next() {
            let child = reader.id(0)
            let kind = reader.word(1, ChildEvent.Kind.self)
            let day = reader.day(2)
            let owner = children.index[child]
            reader.expectKnown(owner != nil, 0, in: Children.file)
            guard reader.closes(.child), let owner, let kind else { continue }
            rows.append((Int32(owner), ChildEvent(kind: kind, day: day)))
        }
        var events = ChildEvents(byChild: Grouped(owners: children.rows.count, rows))
        events.byChild.sortEach { ($0.day.number, $0.kind.rawValue) < ($1.day.number, $1.kind.rawValue) }
        return events
    }

    /// Where a child stands on a day.
    func standing(ofChild child: Int, on day: Day) -> ChildStanding {
        var standing = ChildStanding()
        var permanency = PermanencyStretches(on: day)
        for place in byChild.range(of: child) {
            let event = byChild.rows[place]
            permanency.take(event)
            switch event.kind {
            // On the day a case closes the child is still active.
            case .opened where event.day <= day: standing.isActive = true
            case .closed where event.day < day: standing.isActive = false
            case .reunified where event.day <= day: standing.reunified = Interval(first: event.day, last: nil)
            case .commitmentRevoked: Self.end(&standing.reunified, on: event.day)
            default: break
            }
            if event.kind.isPermanency, event.day <= day { standing.isFinalized = true }
        }
        standing.permanency = permanency.result
        return standing
    }

    private static func end(_ reunified: inout Interval?, on day: Day) {
        guard let stretch = reunified, stretch.last == .last else { return }
        reunified = Interval(first: stretch.first, last: day)
    }
}

/// Walks a child's events in order and tells on which side of permanency a day lies. A stretch after permanency runs
/// from an adoption or a transfer of guardianship to the first opening of a later day; both its ends belong to both
/// sides, unless the day lies strictly within another stretch.
private struct PermanencyStretches {
    let day: Day
    private var since: Day?
    private var isStrictlyWithin = false
    private var isEnd = false

    init(on day: Day) { self.day = day }

    mutating func take(_ event: ChildEvent) {
        if event.kind.isPermanency, since == nil {
            since = event.day
            if event.day == day { isEnd = true }
        } else if event.kind == .opened, let begun = since, event.day > begun {
            close(begun, event.day)
            if event.day == day { isEnd = true }
            since = nil
        }
    }

    var result: Permanency {
        if isStrictlyWithin { return .after }
        if isEnd { return .dayOfChange }
        if let since, since < day { return .after }
        return .before
    }

    private mutating func close(_ first: Day, _ last: Day) {
        if first < day, day < last { isStrictlyWithin = true }
    }
}
