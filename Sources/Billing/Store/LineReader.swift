import GRDB

/// Reads invoices, lines and decisions side by side in the order of their keys, some invoices at a time.
///
/// What adds up is added up over all that one reader reads; what has an order is kept until it is taken.
struct LineReader {
    /// What the working tables hold if they follow from the rows.
    private(set) var sketches = WorkingSketches()
    private(set) var decisions: DecisionProof
    /// Of the last invoices that were begun, the first decision that can't follow the one before it, or the first row
    /// that names none. It is told only when the rows are known to be those that were posted.
    private(set) var fault: Difference?
    /// The lines and decisions that were read last, by run.
    private(set) var lines = PostedRows()
    private(set) var decided = PostedRows()

    let line: EncodedRows
    let decision: EncodedRows
    private let invoice: Statement
    private let words = DispositionWords()
    private var hasInvoice = false
    private var hasDecision = false
    private var current = (id: 0, run: 0)
    /// The keys of the last line and decision.
    private var lastLine = (Int.min, Int.min)
    private var lastDecision = (Int.min, Int.min, Int.min)

    /// So many bytes of rows wait at most before they are taken.
    private let room: Int

    init(_ database: Database, _ runs: [VerifiedRun], room: Int) throws {
        self.room = room
        decisions = try DecisionProof(database, runs)
        invoice = try Statement(
            database,
            """
            SELECT invoice_id, run_number, agreement_id, provider_id, form FROM invoices
            WHERE invoice_id BETWEEN ? AND ? ORDER BY invoice_id
            """)
        line = try EncodedRows(
            database, try Statement(database, "SELECT * FROM lines").columnNames, of: "lines",
            "WHERE invoice_id BETWEEN ? AND ? ORDER BY invoice_id, line_number")
        decision = try EncodedRows(
            database, try Statement(database, "SELECT * FROM decisions").columnNames, of: "decisions",
            "WHERE invoice_id BETWEEN ? AND ? ORDER BY invoice_id, line_number, run_number")
    }

    /// Begins with some invoices; those before were read to their end.
    mutating func begin(_ invoices: ClosedRange<Int>) throws {
        fault = nil
        current = (0, 0)
        lastLine = (.min, .min)
        lastDecision = (.min, .min, .min)
        line.begin(invoices)
        decision.begin(invoices)
        invoice.reset()
        invoice.bind(invoices.lowerBound).bind(invoices.upperBound)
        hasInvoice = try invoice.step()
        hasDecision = try decision.step()
        try decisions.begin(invoices)
    }

    /// Reads on.
    ///
    /// - Returns: whether there is more to be read when what was read is taken.
    mutating func read() throws -> Bool {
        let hasMore = try readRows()
        lines.mark(line.bytes)
        decided.mark(decision.bytes)
        return hasMore
    }

    private mutating func readRows() throws -> Bool {
        lines.removeAll()
        decided.removeAll()
        line.removeAll(butLast: false)
        decision.removeAll(butLast: hasDecision)
        while try line.step() {
            try takeLine()
            if line.bytes.count + decision.bytes.count > room { return true }
        }
        while hasDecision { try takeDecision(isOfLine: false) }
        sketches.end()
        do {
            if fault == nil { try decisions.end() }
        } catch let difference as Difference {
            fault = difference
        }
        return false
    }

    private mutating func takeLine() throws {
        let key = (line.int(0), line.int(1))
        if key <= lastLine { keep(Self.outOfOrder("lines", line)) }
        lastLine = key
        if current.run == 0 || current.id != key.0 { try goOn(to: key.0) }
        lines.add(lastOf: line, run: current.run)
        if current.run > 0 { sketches.addLine(line) }
        while hasDecision, (decision.int(0), decision.int(1)) <= key {
            try takeDecision(isOfLine: (decision.int(0), decision.int(1)) == key)
        }
    }

    /// Goes on to a line's invoice; where there is none its run is 0.
    private mutating func goOn(to id: Int) throws {
        while hasInvoice, invoice.int(0) < id { hasInvoice = try invoice.step() }
        guard hasInvoice, invoice.int(0) == id else {
            current = (id, 0)
            return keep(Soundness.namesNone("lines", row: Self.row(line), of: "invoices"))
        }
        current = (id, invoice.int(1))
        sketches.begin(invoice)
    }

    /// - Parameter isOfLine: whether the decision is of the line that was read last.
    private mutating func takeDecision(isOfLine: Bool) throws {
        let key = (decision.int(0), decision.int(1), decision.int(2))
        if key <= lastDecision { keep(Self.outOfOrder("decisions", decision)) }
        lastDecision = key
        decided.add(lastOf: decision, run: key.2)
        if !isOfLine {
            keep(Soundness.namesNone("decisions", row: Self.row(decision), of: "lines"))
        } else if fault == nil {
            do { try follow() } catch let difference as Difference { fault = difference }
        }
        hasDecision = try decision.step()
    }

    private mutating func follow() throws {
        guard let disposition = words.disposition(decision.text(3)) else {
            throw decisions.unknownDisposition(run: decision.int(2), row: Self.row(decision))
        }
        if disposition.isPayment || disposition == .reversed {
            sketches.addMoved(line, decision, isReversed: disposition == .reversed)
        }
        try decisions.add(
            DecisionProof.Entry(
                invoice: decision.int(0), line: decision.int(1), run: decision.int(2), disposition: disposition,
                hours: decision.int(5), amount: decision.int(6), held: decision.int(7), billed: line.int(12)))
        if disposition == .pended { decisions.hold(line, decision) }
    }

    /// Whether every value that was read is of its column's kind.
    var isOfKind: Bool { line.isOfKind && decision.isOfKind }

    private mutating func keep(_ difference: Difference) { fault = fault ?? difference }

    private static func outOfOrder(_ table: String, _ rows: EncodedRows) -> Difference {
        Difference(
            table: table, run: "", row: row(rows), found: "a row that is not behind the one before it",
            expected: "rows in the order of their keys")
    }

    private static func row(_ rows: EncodedRows) -> String { row(rows.bytes, from: rows.row) }

    /// What a line or decision is called.
    ///
    /// - Parameter start: where its row begins.
    static func row(_ bytes: UnsafeRawBufferPointer, from start: Int = 0) -> String {
        func number(_ offset: Int) -> Int {
            guard start + offset + 8 <= bytes.count else { return 0 }
            return Int(Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + offset, as: Int64.self)))
        }
        return "invoice_id \(number(1)) line_number \(number(10))"
    }
}
