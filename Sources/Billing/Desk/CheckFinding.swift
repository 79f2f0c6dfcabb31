/// Something that `check` found, with its place: enough to mend it.
public struct CheckFinding: Hashable, Sendable {
    /// The file as it was named.
    var file: String
    /// The physical line, the first being 1; 0 where it is about the file as a whole.
    var line: Int
    var column: String?
    var rule: RuleID
    var effect: Effect
    // The subject, as far as there is one.
    var provider = ""
    var invoiceNumber = ""
    /// Empty where the finding is about the invoice.
    var lineNumber = ""
    var sentence: Sentence
    /// What to write in place of what was found; nil where nobody but the agency can tell.
    var sample: String?
}

/// What `check` looked at, and what a run would do with it.
public struct CheckTotals: Hashable, Sendable {
    var files = 0
    var rejectedFiles = 0
    var skippedFiles = 0
    var invoices = 0
    var rejectedInvoices = 0
    var lines = 0
    /// Of the lines whose amount could be read.
    var billed = Money.zero
    /// Findings by their effect.
    var findings: [Effect: Int] = [:]

    /// Whether anything was found at all.
    public var hasFindings: Bool { !findings.isEmpty }
}

/// A file that was checked.
struct CheckedFile: Hashable, Sendable {
    var name: String
    var sha256: String
    var format: String
    var status: FileStatus
    var invoices = 0
    var lines = 0
    var billed = Money.zero
}
