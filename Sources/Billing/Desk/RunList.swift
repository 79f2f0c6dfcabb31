/// The runs that a store holds, with their totals: `invoice-batch runs`.
public struct RunList: Sendable {
    /// One posted run. Money moved as its reports say.
    struct Entry: Hashable, Sendable {
        var runID: String
        var asOf: String
        var program: String
        /// SHA-256 of the policy pack.
        var pack: String
        var outDirectory: String
        /// Lines of the invoices that it accepted.
        var lines: Int
        var billed: Money
        var heldBefore: Money
        var reopened: Money
        var paid: Money
        var adjusted: Money
        var withdrawn: Money
        var heldAfter: Money
        var reversed: Money
        var hash: String
        /// Whether its reports are published; one that is not is finished by the next start.
        var isFinished: Bool
    }

    /// The earliest first.
    var entries: [Entry]

    /// A line for each run, for a terminal.
    public var text: String {
        if entries.isEmpty { return "No run is posted in this store.\n" }
        var table = TextTable([
            ("run", .left), ("lines", .right), ("billed", .right), ("paid", .right), ("cut back", .right),
            ("held", .right), ("reversed", .right), ("", .left),
        ])
        for entry in entries {
            table.add([
                entry.runID, "\(entry.lines)", entry.billed.dollars, entry.paid.dollars, entry.adjusted.dollars,
                entry.heldAfter.dollars, entry.reversed.dollars,
                entry.isFinished ? "" : "posted, not yet published: start a run",
            ])
        }
        return table.text()
    }

    /// The same as JSON, version 1.
    public var json: String { DeskJSON.text(Document(runs: entries.map { Document.Run($0) })) }

    private struct Document: Encodable {
        var version = 1
        var runs: [Run]

        struct Run: Encodable {
            var runId, asOf, program, pack, outDirectory: String
            var lines: Int
            var billed, heldBefore, reopened, paid, adjusted, withdrawn, heldAfter, reversed: String
            var hash: String
            var isFinished: Bool

            init(_ entry: Entry) {
                (runId, asOf, program) = (entry.runID, entry.asOf, entry.program)
                (pack, outDirectory, hash) = (entry.pack, entry.outDirectory, entry.hash)
                lines = entry.lines
                (billed, paid, adjusted) = ("\(entry.billed)", "\(entry.paid)", "\(entry.adjusted)")
                (heldBefore, heldAfter) = ("\(entry.heldBefore)", "\(entry.heldAfter)")
                (reopened, withdrawn, reversed) = ("\(entry.reopened)", "\(entry.withdrawn)", "\(entry.reversed)")
                isFinished = entry.isFinished
            }
        }
    }
}
