import GRDB

/// Follows every line through its decisions: what they add up to per run, whether each may follow the one before it,
/// and which lines are held in the end.
///
/// Decisions are told one after the other, by invoice, line and run, those of some invoices at a time.
struct DecisionProof {
    private let runs: [VerifiedRun]
    /// By run, in their order.
    private var totals: [Totals]
    private var open: OpenItemProof
    private var previous: Entry?
    private var heldSince = ""
    /// How many decisions there are.
    private(set) var count = 0

    init(_ database: Database, _ runs: [VerifiedRun]) throws {
        self.runs = runs
        totals = [Totals](repeating: Totals(), count: runs.count)
        open = try OpenItemProof(database)
    }

    /// Of all decisions of which some were told to each of the others.
    init(_ database: Database, _ runs: [VerifiedRun], adding parts: [DecisionProof]) throws {
        try self.init(database, runs)
        for part in parts {
            count += part.count
            for run in runs.indices { totals[run].add(part.totals[run]) }
        }
    }

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

        mutating func add(_ entry: Entry, after previous: Entry?) {
            if previous == nil {
                billedLines += 1
                billed &+= entry.billed
            }
            if previous?.disposition == .denied { reopened &+= entry.billed }
            if previous?.disposition == .pended { held &-= entry.billed }
            switch entry.disposition {
            case .reversed: reversed &-= entry.amount
            case .withdrawn: withdrawn &+= entry.billed
            case .pended: held &+= entry.held
            default:
                paid &+= entry.amount
                adjusted &+= entry.billed &- entry.amount
            }
        }

        mutating func add(_ other: Totals) {
            billedLines += other.billedLines
            billed &+= other.billed
            reopened &+= other.reopened
            paid &+= other.paid
            adjusted &+= other.adjusted
            withdrawn &+= other.withdrawn
            reversed &+= other.reversed
            held &+= other.held
        }
    }

    /// One decision of a line.
    struct Entry {
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

    /// Begins with some invoices.
    mutating func begin(_ invoices: ClosedRange<Int>) throws {
        previous = nil
        try open.begin(invoices)
    }

    /// - Throws: `Difference`.
    mutating func add(_ entry: Entry) throws {
        count += 1
        // Runs are numbered from 1; where they are not, the chain tells.
        guard runs.indices.contains(entry.run - 1) else { throw Soundness.namesNone("decisions", row: entry.row, of: "runs") }
        if let last = previous, (last.invoice, last.line) != (entry.invoice, entry.line) { try end(last) }
        try require(entry, after: previous)
        totals[entry.run - 1].add(entry, after: previous)
        if entry.disposition == .pended, previous?.disposition != .pended { heldSince = runs[entry.run - 1].asOf }
        previous = entry
    }

    /// Takes up what open_items should hold of the decision that was told last, which holds its line.
    mutating func hold(_ line: EncodedRows, _ decision: EncodedRows) { open.hold(line, decision) }

    /// To be called when all decisions of the invoices were told.
    ///
    /// - Throws: `Difference`.
    mutating func end() throws {
        if let last = previous { try end(last) }
        try open.end()
    }

    /// Goes on from the last decision of a line.
    private mutating func end(_ last: Entry) throws {
        if last.disposition == .pended { try open.expect(last.invoice, last.line, since: heldSince) }
        previous = nil
    }

    /// A decision whose word is none of the six.
    func unknownDisposition(run: Int, row: String) -> Difference {
        Difference(
            table: "decisions", run: runID(run), row: row,
            found: "a disposition that is none", expected: "one of the six")
    }

    /// A decision may follow another only where that one could be changed, and takes back just what it gave.
    private func require(_ entry: Entry, after previous: Entry?) throws {
        let isPossible =
            switch entry.disposition {
            case .reversed:
                previous?.disposition.isPayment == true && entry.hours == 0 &- previous!.hours
                    && entry.amount == 0 &- previous!.amount
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

    /// Whether the runs tell what their decisions add up to.
    ///
    /// - Throws: `Difference`.
    func compare() throws {
        var held = 0
        for (run, own) in zip(runs, totals) {
            let before = held
            held &+= own.held
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

    private func runID(_ number: Int) -> String {
        runs.indices.contains(number - 1) ? runs[number - 1].runID : "\(number)"
    }
}

/// The words for dispositions, as bytes.
struct DispositionWords {
    private let words = Disposition.allCases.map { (word: Array($0.word.utf8), disposition: $0) }

    /// What a word stands for.
    func disposition(_ word: UnsafeRawBufferPointer) -> Disposition? {
        guard let text = word.baseAddress else { return nil }
        for known in words where known.word.count == word.count {
            if known.word.withUnsafeBytes({ $0.baseAddress!.holdsSame(text, count: word.count) }) {
                return known.disposition
            }
        }
        return nil
    }
}
