/// What finance staff decided, as the night takes it up (spec: The command, Dispositions).
struct Dispositions: Sendable {
    /// Rows that were used tonight; they are kept in the store.
    var applied: [Applied] = []
    /// Rows that can't be read, or don't apply to their line.
    var unused: [Unused] = []
    /// Per line: the row that denies it.
    var denials: [Int: DispositionRow] = [:]
    /// Per line: the rows that would release it, in the file's order.
    var releases: [Int: [DispositionRow]] = [:]

    /// A row that was used, with its line.
    struct Applied: Sendable {
        var row: DispositionRow
        var line: Int
    }

    /// A row that was not, and why.
    struct Unused: Sendable {
        var row: DispositionRow
        var sentence: Sentence
    }
}

/// One row of a dispositions file.
struct DispositionRow: Hashable, Sendable {
    enum Action: String, Sendable, CaseIterable {
        case release, deny, reopen, reverse
    }

    // As they came.
    var provider: String
    var invoiceNumber: String
    var lineNumber: String
    var actionText: String
    var ruleText: String
    var decidedBy: String
    var decidedOnText: String
    var reason: String
    /// The date as read; nil where the cell is none.
    var decidedOn: Day?
    /// Whether the row has cells behind the header's last column.
    var isTooLong: Bool
    /// The physical line of the file.
    var place: Int
    var file: String

    /// The action; nil when the word is none.
    var action: Action? { Action(rawValue: actionText.lowercased()) }

    /// Whether two rows say the same, wherever they stand.
    func saysTheSame(as kept: Kept) -> Bool {
        action == kept.action && ruleText == kept.rule && decidedBy == kept.decidedBy
            && decidedOn?.description == kept.decidedOn && reason == kept.reason
    }

    /// A row that an earlier night used.
    struct Kept: Hashable, Sendable {
        var action: Action
        var rule: String
        var decidedBy: String
        var decidedOn: String
        var reason: String
    }
}
