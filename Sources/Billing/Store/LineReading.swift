import GRDB

/// Reads all invoices, lines and decisions once, side by side in the order of their keys, for everything that is proved
/// of them.
struct LineReading {
    /// The hashes of the rows of `lines` and of `decisions`.
    private(set) var hashes: [String: [Int: RunDigests.Finding]] = [:]
    /// What the working tables hold if they follow from the rows.
    private(set) var sketches = WorkingSketches()
    private(set) var decisions: DecisionProof
    /// The first decision that can't follow the one before it, or a held line that is not on the list. It is told only
    /// when the rows are known to be those that were posted.
    private var fault: Difference?

    private let invoice: Statement
    private let line: Statement
    private let decision: Statement

    init(_ database: Database, _ runs: [VerifiedRun]) throws {
        decisions = try DecisionProof(database, runs)
        invoice = try Statement(
            database, "SELECT invoice_id, run_number, agreement_id, provider_id, form FROM invoices ORDER BY invoice_id")
        line = try Statement(database, ChainProof.Table.lines.sql)
        decision = try Statement(database, ChainProof.Table.decisions.sql)
        var lineDigests = try RunDigests(database, .lines, line)
        var decisionDigests = try RunDigests(database, .decisions, decision)
        try read(&lineDigests, &decisionDigests)
        hashes = ["lines": lineDigests.finish(), "decisions": decisionDigests.finish()]
    }

    /// - Returns: how many decisions there are.
    /// - Throws: `Difference`.
    func requireFollowing() throws -> Int {
        if let fault { throw fault }
        return decisions.count
    }

    private mutating func read(_ lines: inout RunDigests, _ all: inout RunDigests) throws {
        var hasInvoice = try invoice.step()
        var hasDecision = try decision.step()
        var current = 0
        while try line.step() {
            let key = (line.int(0), line.int(1))
            while hasInvoice, invoice.int(0) < key.0 { hasInvoice = try invoice.step() }
            let isKnown = hasInvoice && invoice.int(0) == key.0
            if !isKnown { keep(Soundness.namesNone("lines", row: Self.row(line), of: "invoices")) }
            if isKnown, key.0 != current {
                current = key.0
                sketches.begin(invoice)
            }
            lines.add(0..<line.columnCount, run: isKnown ? invoice.int(1) : 0)
            if isKnown { sketches.addLine(line) }
            while hasDecision, (decision.int(0), decision.int(1)) <= key {
                let isOfLine = (decision.int(0), decision.int(1)) == key
                try add(&all, isOfLine: isOfLine)
                hasDecision = try decision.step()
            }
        }
        while hasDecision {
            try add(&all, isOfLine: false)
            hasDecision = try decision.step()
        }
        sketches.end()
        do {
            if fault == nil { try decisions.end() }
        } catch let difference as Difference {
            fault = difference
        }
    }

    /// - Parameter isOfLine: whether the decision is of the line that was read last.
    private mutating func add(_ digests: inout RunDigests, isOfLine: Bool) throws {
        digests.add(0..<decision.columnCount, run: decision.int(2))
        if !isOfLine {
            keep(Soundness.namesNone("decisions", row: Self.row(decision), of: "lines"))
        } else if fault == nil {
            do { try follow() } catch let difference as Difference { fault = difference }
        }
    }

    private mutating func follow() throws {
        let word = decision.withText(3) { word in
            Disposition.allCases.first { $0.word.utf8.elementsEqual(word) }
        }
        guard let disposition = word else { throw decisions.unknownDisposition(decision) }
        if disposition.isPayment || disposition == .reversed {
            sketches.addMoved(line, decision, isReversed: disposition == .reversed)
        }
        try decisions.add(
            DecisionProof.Entry(
                invoice: decision.int(0), line: decision.int(1), run: decision.int(2), disposition: disposition,
                hours: decision.int(5), amount: decision.int(6), held: decision.int(7), billed: line.int(12)))
    }

    @Sendable fileprivate static func row(_ row: Statement) -> String { "invoice_id \(row.int(0)) line_number \(row.int(1))" }

    private mutating func keep(_ difference: Difference) { fault = fault ?? difference }
}

/// The tables that `LineReading` reads; it knows their rows' runs itself.
extension ChainProof.Table {
    static let lines = ChainProof.Table(
        name: "lines", sql: "SELECT * FROM lines ORDER BY invoice_id, line_number", describe: LineReading.row)

    static let decisions = ChainProof.Table(
        name: "decisions", sql: "SELECT * FROM decisions ORDER BY invoice_id, line_number, run_number",
        describe: LineReading.row)
}
