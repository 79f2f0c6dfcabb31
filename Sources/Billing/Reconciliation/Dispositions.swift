/// What finance staff decided, as the night takes it up (spec: The command, Dispositions).
public struct Dispositions: Sendable {
    /// Rows that were used tonight; they are kept in the store.
    public var applied: [Applied] = []
    /// Rows that can't be read, or don't apply to their line.
    public var unused: [Unused] = []
    /// Per line: the row that denies it.
    public var denials: [Int: DispositionRow] = [:]
    /// Per line: the rows that would release it, in the file's order.
    public var releases: [Int: [DispositionRow]] = [:]

    /// A row that was used, with its line.
    public struct Applied: Sendable {
        public var row: DispositionRow
        public var line: Int
    }

    /// A row that was not, and why.
    public struct Unused: Sendable {
        public var row: DispositionRow
        public var sentence: Sentence
    }
}

/// One row of a dispositions file.
public struct DispositionRow: Hashable, Sendable {
    public enum Action: String, Sendable, CaseIterable {
        case release, deny, reopen, reverse
    }

    // As they came.
    public var provider: String
    public var invoiceNumber: String
    public var lineNumber: String
    public var actionText: String
    public var ruleText: String
    public var decidedBy: String
    public var decidedOnText: String
    public var reason: String
    /// The date as read; nil where the cell is none.
    public var decidedOn: Day?
    /// Whether the row has cells behind the header's last column.
    public var isTooLong: Bool
    /// The physical line of the file.
    public var place: Int
    public var file: String

    /// The action; nil when the word is none.
    public var action: Action? { Action(rawValue: actionText.lowercased()) }

    /// Whether two rows say the same, wherever they stand.
    func saysTheSame(as kept: Kept) -> Bool {
        action == kept.action && ruleText == kept.rule && decidedBy == kept.decidedBy
            && decidedOn?.description == kept.decidedOn && reason == kept.reason
    }

    /// A row that an earlier night used.
    public struct Kept: Hashable, Sendable {
        public var action: Action
        public var rule: String
        public var decidedBy: String
        public var decidedOn: String
        public var reason: String
    }
}
