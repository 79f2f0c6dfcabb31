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
        line = try Statement(database, "SELECT * FROM lines ORDER BY invoice_id, line_number")
        decision = try Statement(database, "SELECT * FROM decisions ORDER BY invoice_id, line_number, run_number")
        var lineDigests = try RunDigests(database, .lines)
        var decisionDigests = try RunDigests(database, .decisions)
        try read(&lineDigests, &decisionDigests)
        hashes = [
            ChainProof.Table.lines.name: lineDigests.finish(), ChainProof.Table.decisions.name: decisionDigests.finish(),
        ]
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
            let id = line.int(0)
            while hasInvoice, invoice.int(0) < id { hasInvoice = try invoice.step() }
            let isKnown = hasInvoice && invoice.int(0) == id
            if isKnown, id != current {
                current = id
                sketches.begin(invoice)
            }
            lines.add(line, 0..<line.columnCount, run: isKnown ? invoice.int(1) : 0)
            if isKnown { sketches.addLine(line) }
            let key = (id, line.int(1))
            while hasDecision, (decision.int(0), decision.int(1)) <= key {
                all.add(decision, 0..<decision.columnCount, run: decision.int(2))
                if isKnown, (decision.int(0), decision.int(1)) == key { try follow() }
                hasDecision = try decision.step()
            }
        }
        while hasDecision {
            all.add(decision, 0..<decision.columnCount, run: decision.int(2))
            hasDecision = try decision.step()
        }
        sketches.end()
        try keepingFault { try $0.end() }
    }

    /// The decision is of the line that was read last.
    private mutating func follow() throws {
        let disposition = decision.withText(3) { word in
            Disposition.allCases.first { $0.word.utf8.elementsEqual(word) }
        }
        if disposition?.isPayment == true || disposition == .reversed {
            sketches.addMoved(line, decision, isReversed: disposition == .reversed)
        }
        try keepingFault { [line, decision] proof in
            guard let disposition else { throw proof.unknownDisposition(decision) }
            try proof.add(
                DecisionProof.Entry(
                    invoice: decision.int(0), line: decision.int(1), run: decision.int(2), disposition: disposition,
                    hours: decision.int(5), amount: decision.int(6), held: decision.int(7), billed: line.int(12)))
        }
    }

    private mutating func keepingFault(_ body: (inout DecisionProof) throws -> Void) throws {
        if fault != nil { return }
        do {
            try body(&decisions)
        } catch let difference as Difference {
            fault = difference
        }
    }
}

extension ChainProof.Table {
    static let lines = ChainProof.Table(
        name: "lines",
        sql: """
            SELECT (SELECT run_number FROM invoices i WHERE i.invoice_id = l.invoice_id), *
            FROM lines l ORDER BY invoice_id, line_number
            """
    ) { "invoice_id \($0.int(0)) line_number \($0.int(1))" }

    static let decisions = ChainProof.Table(
        name: "decisions", sql: "SELECT run_number, * FROM decisions ORDER BY invoice_id, line_number, run_number"
    ) { "invoice_id \($0.int(0)) line_number \($0.int(1))" }
}
