/// One night: what came, what was held, what staff decided, and in the end what the run says of every line. The value
/// that travels from reading to posting.
struct Night: Sendable {
    var symbols: Symbols
    let asOf: Day
    /// Counted up per store from 1.
    let runNumber: Int
    var pack: PolicyPack
    var registers: RegisterSet

    var files: [InboxFile] = []
    /// AAP's bundles among them.
    var bundles: [NightBundle] = []
    /// Invoices of earlier nights that came in a bundle, by their place: its week and sequence number.
    var earlierBundles: [Int: (week: String, sequence: Int)] = [:]
    /// Tonight's invoices in the order in which they came, then those of earlier nights that this night touches.
    var invoices: [NightInvoice] = []
    /// All lines that this night decides or undoes; those of one received invoice stand together.
    var lines: [InvoiceLine] = []
    /// Per line.
    var origins: [Origin] = []
    /// Per line of an earlier night.
    var priors = Priors()
    /// Per line; meaningful once the night is decided.
    var decisions: [Decision] = []
    /// The terms that lines are held against, each once or a few times; a line's are named by its decision.
    var terms: [LineTerms] = []
    /// Per line the verdict on its activity, by its place among all; filled once the night is decided.
    var verdicts: [UInt8] = []
    /// Per line; filled once the night is decided.
    var paidBefore: [PaidBefore] = []
    /// The pend rules that staff released on a line, where they did: reported as before, they no longer hold it.
    var released: [Int: FindingSet] = [:]
    var dispositions = Dispositions()
    /// Per line of which a rule that looks at other lines spoke.
    var sidelights: [Int: Sidelight] = [:]
    /// By invoice the id that tonight's posting gives it, 0 where it gives none; empty before.
    var postedIDs: [Int] = []

    /// An invoice's id in the store; nil where it has none, or none yet.
    func storeID(ofInvoice place: Int) -> Int? {
        if let id = invoices[place].storeID { return id }
        return postedIDs.isEmpty || postedIDs[place] == 0 ? nil : postedIDs[place]
    }

    /// `2026-10-01-0042`.
    var runID: String { "\(asOf)-\(runNumber.padded(to: 4))" }

    init(symbols: Symbols, asOf: Day, runNumber: Int, pack: PolicyPack, registers: RegisterSet) {
        self.symbols = symbols
        self.asOf = asOf
        self.runNumber = runNumber
        self.pack = pack
        self.registers = registers
    }
}

/// How a line came to stand on tonight's docket.
enum Origin: UInt8, Sendable {
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
    var isDecided: Bool { self == .received || self == .pended || self == .reopened }
}

/// What earlier nights said of a line.
struct Prior: Sendable {
    var disposition: Disposition
    var findings: FindingSet
    var decidingRule: RuleID?
    var paidHours: Hours
    var paidAmount: Money
    /// The service under which it was decided: the policy's name, or as billed.
    var service: String
    /// The as-of date of the run that pended it; nil unless it is held.
    var heldSince: Day?
    /// Pend rules that staff released.
    var released: FindingSet
    /// Whether its payment counts towards the child's cap.
    var isCapped: Bool
    /// The contract's rate that it was held against; nil where the limits were not asked.
    var contractRate: Rate?
}

/// What earlier nights said of the night's lines, those of earlier nights among them.
struct Priors: Sendable {
    /// By line its place among all; -1: nothing was said of it. Lines behind the last have none.
    private var places: [Int32] = []
    private var all: [(line: Int, prior: Prior)] = []

    var isEmpty: Bool { all.isEmpty }

    /// Makes room for so many, and for so many lines.
    mutating func reserve(_ count: Int, lines: Int) {
        all.reserveCapacity(count)
        places.reserveCapacity(lines)
    }

    subscript(line: Int) -> Prior? { line < places.count && places[line] >= 0 ? all[Int(places[line])].prior : nil }

    /// Takes up what was said of a line, once.
    mutating func add(_ prior: Prior, line: Int) {
        if line >= places.count { places += repeatElement(-1, count: line + 1 - places.count) }
        places[line] = Int32(all.count)
        all.append((line, prior))
    }

    /// The day since which a line is held; nil unless it is.
    func heldSince(_ line: Int) -> Day? {
        line < places.count && places[line] >= 0 ? all[Int(places[line])].prior.heldSince : nil
    }

    /// Forgets what staff released on a line.
    mutating func forgetReleases(_ line: Int) {
        if line < places.count, places[line] >= 0 { all[Int(places[line])].prior.released = [] }
    }

    func forEach(_ body: (_ line: Int, Prior) -> Void) {
        for entry in all { body(entry.line, entry.prior) }
    }
}

/// What other lines have to do with a line, where a rule spoke for it.
struct Sidelight: Sendable {
    var earlier: EarlierLines
    /// The hours of the worker's day that the line counts in.
    var workerDay: Hours
    /// The earlier line that it is like.
    var twin: StandingWork.Mark?
}

/// A file of the inbox.
struct InboxFile: Sendable {
    var name: String
    /// SHA-256 of its bytes, in hex; empty for what is no regular file.
    var sha256: String
    /// `csv`, `xml` or `bundle`.
    var format: String
    var status: FileStatus
    var findings: [Finding]
    /// Its invoices among the night's.
    var invoices: Range<Int>
    /// Whether an earlier night read the same bytes, whatever became of them.
    var isKnown = false
}

/// An invoice with what became of it.
struct NightInvoice: Sendable {
    var invoice: Invoice
    /// Its file among tonight's; nil for one of an earlier night.
    var file: Int?
    var fileName: String
    var status: InvoiceStatus
    /// The as-of date of the run that accepted it.
    var receivedOn: Day
    /// The number of that run.
    var receivedRun: Int
    /// Its id in the store where an earlier night posted it.
    var storeID: Int?
    var content: ContentHash
    /// It replaces an invoice that was never received.
    var replacesUnknown = false

    /// It stands in a file whose bytes another file of this night had already: it has no row of its own.
    var isOfCopy = false

    var isEarlier: Bool { file == nil }
    /// Whether it is reported as an invoice that came tonight.
    var isReported: Bool { file != nil && !isOfCopy }
}
