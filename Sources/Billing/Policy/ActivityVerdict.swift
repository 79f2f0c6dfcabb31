/// What an activity and its description say was done (spec: Activities).
public struct ActivityVerdict: Hashable, Sendable {
    public enum Label: UInt8, Sendable, CaseIterable {
        /// The activity is empty.
        case missing
        /// One of the five things that are never paid, and no case work beside it.
        case unbillable
        /// Case work and one of the five, or a description that owns up to one of them.
        case suspected
        /// A known kind of case work.
        case billable
        /// None that the catalogue knows.
        case other
    }

    /// One of the five things that a service hour never covers (48-22-2, Service Hour Rate).
    public enum Kind: UInt8, Sendable, CaseIterable {
        case typing, filing, invoices, paperwork, fundraising
    }

    public var label: Label
    /// Which of the five; nil unless the label is unbillable or suspected.
    public var kind: Kind?

    public init(_ label: Label, _ kind: Kind? = nil) {
        self.label = label
        self.kind = kind
    }
}

extension ActivityVerdict {
    /// Every verdict that there is, each at its place.
    static let all = Label.allCases.flatMap { label in
        [ActivityVerdict(label)] + Kind.allCases.map { ActivityVerdict(label, $0) }
    }

    /// The verdict's place among all.
    var place: Int {
        Int(label.rawValue) * (Kind.allCases.count + 1) + (kind.map { Int($0.rawValue) + 1 } ?? 0)
    }
}
