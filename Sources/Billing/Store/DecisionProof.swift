import GRDB

/// Follows every line through its decisions: what they add up to per run, whether each may follow the one before it,
/// and which lines are held in the end.
struct DecisionProof {
    let database: Database
    let runs: [VerifiedRun]

    /// What a run's decisions add up to.
    private struct Totals {
        var billedLines = 0
        var billed = 0
        var reopened = 0
        var paid = 0
        var adjusted = 0
        var withdrawn = 0
        var reversed = 0
        /// What came to be held less what no longer is.
        var held = 0
    }

    /// One decision of a line.
    private struct Entry: Equatable {
        var invoice: Int
        var line: Int
        var run: Int
        var disposition: Disposition
        var hours: Int
        var amount: Int
        var held: Int
        var billed: Int

        var row: String { "invoice_id \(invoice) line_number \(line)" }
    }

    /// - Returns: how many decisions there are.
    /// - Throws: `Difference`.
    func prove() throws -> Int {
        let statement = try Statement(
            database,
            """
            SELECT d.invoice_id, d.line_number, d.run_number, d.disposition, d.paid_hours, d.paid_amount, d.held_amount,
              l.amount
            FROM decisions d CROSS JOIN lines l ON l.invoice_id = d.invoice_id AND l.line_number = d.line_number
            ORDER BY d.invoice_id, d.line_number, d.run_number
            """)
        var totals = [Int: Totals]()
        var open = try OpenItemProof(database)
        var previous: Entry?
        var heldSince = ""
        var count = 0
        while try statement.step() {
            let entry = try entry(statement)
            count += 1
            if let last = previous, (last.invoice, last.line) != (entry.invoice, entry.line) {
                if last.disposition == .pended { try open.expect(last.invoice, last.line, since: heldSince) }
                previous = nil
            }
            try require(entry, after: previous)
            add(entry, after: previous, to: &totals[entry.run, default: Totals()])
            if entry.disposition == .pended, previous?.disposition != .pended { heldSince = asOf(entry.run) }
            previous = entry
        }
        if let last = previous, last.disposition == .pended {
            try open.expect(last.invoice, last.line, since: heldSince)
        }
        try open.end()
        try compare(totals)
        return count
    }

    private func entry(_ row: Statement) throws -> Entry {
        guard let disposition = Disposition(word: row.text(3)) else {
            throw Difference(
                table: "decisions", run: runID(row.int(2)), row: "invoice_id \(row.int(0)) line_number \(row.int(1))",
                found: "a disposition that is none", expected: "one of the six")
        }
        return Entry(
            invoice: row.int(0), line: row.int(1), run: row.int(2), disposition: disposition, hours: row.int(4),
            amount: row.int(5), held: row.int(6), billed: row.int(7))
    }

    /// A decision may follow another only where that one could be changed, and takes back just what it gave.
    private func require(_ entry: Entry, after previous: Entry?) throws {
        let isPossible =
            switch entry.disposition {
            case .reversed:
                previous?.disposition.isPayment == true && entry.hours == -previous!.hours
                    && entry.amount == -previous!.amount
            case .withdrawn: previous?.disposition == .pended
            case .pended: entry.held == entry.billed && isOpen(previous)
            default: isOpen(previous)
            }
        guard isPossible else {
            throw Difference(
                table: "decisions", run: runID(entry.run), row: entry.row,
                found: "\(entry.disposition.word) after \(previous?.disposition.word ?? "nothing")",
                expected: "a decision that fits the one before it")
        }
    }

    private func isOpen(_ previous: Entry?) -> Bool {
        previous == nil || previous?.disposition == .pended || previous?.disposition == .denied
    }

    private func add(_ entry: Entry, after previous: Entry?, to totals: inout Totals) {
        if previous == nil {
            totals.billedLines += 1
            totals.billed += entry.billed
        }
        if previous?.disposition == .denied { totals.reopened += entry.billed }
        if previous?.disposition == .pended { totals.held -= entry.billed }
        switch entry.disposition {
        case .reversed: totals.reversed -= entry.amount
        case .withdrawn: totals.withdrawn += entry.billed
        case .pended: totals.held += entry.held
        default:
            totals.paid += entry.amount
            totals.adjusted += entry.billed - entry.amount
        }
    }

    private func compare(_ totals: [Int: Totals]) throws {
        var held = 0
        for run in runs {
            let own = totals[run.number] ?? Totals()
            let before = held
            held += own.held
            let pairs = [
                ("lines_received", run.billedLines, own.billedLines), ("billed", run.billed, own.billed),
                ("held_before", run.heldBefore, before), ("reopened", run.reopened, own.reopened),
                ("paid", run.paid, own.paid), ("adjusted", run.adjusted, own.adjusted),
                ("withdrawn", run.withdrawn, own.withdrawn), ("held_after", run.heldAfter, held),
                ("reversed", run.reversed, own.reversed),
            ]
            for (column, found, expected) in pairs where found != expected {
                throw Difference(
                    table: "runs", run: run.runID, row: column, found: String(found),
                    expected: "\(expected), to which its decisions add up")
            }
        }
    }

    private func runID(_ number: Int) -> String { runs.first { $0.number == number }?.runID ?? "\(number)" }

    private func asOf(_ number: Int) -> String { runs.first { $0.number == number }?.asOf ?? "" }
}

/// Holds open_items against the lines that are held, both in the order of invoice and line.
struct OpenItemProof {
    private let statement: Statement
    private var isAtRow: Bool

    init(_ database: Database) throws {
        statement = try Statement(
            database, "SELECT invoice_id, line_number, held_since FROM open_items ORDER BY invoice_id, line_number")
        isAtRow = try statement.step()
    }

    /// - Throws: `Difference` when the next open item is not that line.
    mutating func expect(_ invoice: Int, _ line: Int, since: String) throws {
        let wanted = "invoice_id \(invoice) line_number \(line)"
        guard isAtRow, (statement.int(0), statement.int(1)) <= (invoice, line) else {
            throw Difference(table: "open_items", run: "", row: wanted, found: "no row", expected: "one: the line is held")
        }
        guard (statement.int(0), statement.int(1)) == (invoice, line) else { throw surplus() }
        guard statement.text(2) == since else {
            throw Difference(
                table: "open_items", run: "", row: wanted, found: "held_since \(statement.text(2))", expected: since)
        }
        isAtRow = try statement.step()
    }

    /// - Throws: `Difference` when there are more.
    func end() throws {
        if isAtRow { throw surplus() }
    }

    private func surplus() -> Difference {
        Difference(
            table: "open_items", run: "", row: "invoice_id \(statement.int(0)) line_number \(statement.int(1))",
            found: "a row", expected: "none: the line is not held")
    }
}
