/// One night: what came, what was held, what staff decided, and in the end what the run says of every line. The value
/// that travels from reading to posting.
public struct Night: Sendable {
    public var symbols: Symbols
    public let asOf: Day
    /// Counted up per store from 1.
    public let runNumber: Int
    public let pack: PolicyPack
    public var registers: RegisterSet

    public var files: [InboxFile] = []
    /// Tonight's invoices in the order in which they came, then those of earlier nights that this night touches.
    public var invoices: [NightInvoice] = []
    /// All lines that this night decides or undoes; those of one received invoice stand together.
    public var lines: [InvoiceLine] = []
    /// Per line.
    public var origins: [Origin] = []
    /// Per line of an earlier night.
    public var priors: [Int: Prior] = [:]
    /// Per line; meaningful once the night is decided.
    public var decisions: [Decision] = []
    public var cutbacks: [Cutback] = []
    public var dispositions = Dispositions()
    /// Per line of which a rule that looks at other lines spoke.
    public var sidelights: [Int: Sidelight] = [:]

    /// `2026-10-01-0042`.
    public var runID: String { "\(asOf)-\(runNumber.padded(to: 4))" }

    public init(symbols: Symbols, asOf: Day, runNumber: Int, pack: PolicyPack, registers: RegisterSet) {
        self.symbols = symbols
        self.asOf = asOf
        self.runNumber = runNumber
        self.pack = pack
        self.registers = registers
    }
}

/// How a line came to stand on tonight's docket.
public enum Origin: UInt8, Sendable {
    /// Of an invoice that came tonight and was accepted.
    case received
    /// Held since an earlier night; decided anew.
    case pended
    /// Denied on an earlier night; staff had it decided anew.
    case reopened
    /// Paid, reduced or held on an earlier night; undone tonight, not decided.
    case undone
    /// Of an invoice that came tonight but was rejected, skipped or replaced: never decided.
    case undecided

    /// Whether tonight's run decides the line.
    public var isDecided: Bool { self == .received || self == .pended || self == .reopened }
}

/// What earlier nights said of a line.
public struct Prior: Sendable {
    public var disposition: Disposition
    public var findings: FindingSet
    public var decidingRule: RuleID?
    public var paidHours: Hours
    public var paidAmount: Money
    /// The service under which it was decided: the policy's name, or as billed.
    public var service: String
    /// The as-of date of the run that pended it; nil unless it is held.
    public var heldSince: Day?
    /// Pend rules that staff released.
    public var released: FindingSet
    /// Whether its payment counts towards the child's cap.
    public var isCapped: Bool
}

/// What other lines have to do with a line, where a rule spoke for it.
public struct Sidelight: Sendable {
    public var earlier: EarlierLines
    /// The hours of the worker's day that the line counts in.
    public var workerDay: Hours
    /// The earlier line that it is like.
    public var twin: StandingWork.Mark?
}

/// A file of the inbox.
public struct InboxFile: Sendable {
    public var name: String
    /// SHA-256 of its bytes, in hex; empty for what is no regular file.
    public var sha256: String
    /// `csv` or `xml`.
    public var format: String
    public var status: FileStatus
    public var findings: [Finding]
    /// Its invoices among the night's.
    public var invoices: Range<Int>
}

/// An invoice with what became of it.
public struct NightInvoice: Sendable {
    public var invoice: Invoice
    /// Its file among tonight's; nil for one of an earlier night.
    public var file: Int?
    public var fileName: String
    public var status: InvoiceStatus
    /// The as-of date of the run that accepted it.
    public var receivedOn: Day
    /// The number of that run.
    public var receivedRun: Int
    /// Its id in the store; nil until it is posted.
    public var storeID: Int?
    public var content: String
    /// It replaces an invoice that was never received.
    public var replacesUnknown = false

    /// It stands in a file whose bytes another file of this night had already: it has no row of its own.
    public var isOfCopy = false

    public var isEarlier: Bool { file == nil }
    /// Whether it is reported as an invoice that came tonight.
    public var isReported: Bool { file != nil && !isOfCopy }
}
