/// What a run tells cron's mail: a few lines of counts and money, no id, no name, no free text.
public struct Summary: Hashable, Sendable {
    public var lines: [String]
    /// The run that it tells of.
    public let runID: String
    /// Counts and cents of the run; nil for one that this start had only to finish.
    public private(set) var totals: ControlTotals?
    /// What is left to do of a posted run; nil when nothing is.
    public private(set) var warning: String?

    /// The run is posted, and the next start has to end it.
    var isUnfinished: Bool { warning != nil }

    public var text: String { lines.joined(separator: "\n") + "\n" }

    init(_ outcome: Outcome, directory: String, isDryRun: Bool) {
        let night = outcome.night
        let totals = outcome.totals
        runID = night.runID
        self.totals = totals
        let files = totals.files
        var lines: [String] = []
        if files.received.count == 0 {
            lines.append("\(night.runID): nothing came in.")
        } else if outcome.rows.isEmpty, night.files.allSatisfy({ $0.isKnown }) {
            lines.append("\(night.runID): nothing new; every file was read before.")
        } else {
            lines.append("\(night.runID): done.")
        }
        lines.append(
            "files     \(files.received.count): \(files.accepted.count) accepted, \(files.rejected.count) rejected, "
                + "\(files.skipped.count) skipped")
        let invoices = totals.invoices
        lines.append(
            "invoices  \(invoices.received.count): \(invoices.accepted.count) accepted, "
                + "\(invoices.rejected.count) rejected, \(invoices.skipped.count) skipped, "
                + "\(invoices.replaced.count) replaced")
        lines.append(Self.money("billed", totals.lines.billed))
        lines.append(Self.money("paid", totals.lines.paid))
        lines.append(Self.money("cut back", totals.lines.adjusted))
        lines.append(Self.money("held", totals.heldAfter))
        if totals.lines.reversed.count > 0 { lines.append(Self.money("reversed", totals.lines.reversed)) }
        if totals.lines.withdrawn.count > 0 { lines.append(Self.money("withdrawn", totals.lines.withdrawn)) }
        lines.append("balanced: held before + reopened + billed = paid + cut back + withdrawn + held after")
        lines.append(isDryRun ? "dry run: nothing was posted" : "posted")
        lines.append("reports in \(directory)")
        self.lines = lines
    }

    /// What a start says that had only to finish a run which was killed after it was posted.
    init(finished run: LastRun) {
        runID = run.runID
        lines = [
            "\(run.runID): done; it was posted before, and its reports are now published.",
            "reports in \(run.outDirectory)/\(run.runID)",
        ]
    }

    /// Tells that an earlier run was ended first.
    mutating func note(finished run: LastRun) {
        lines.append("run \(run.runID), posted before, was finished first; its reports are in \(run.outDirectory)")
    }

    /// Tells that the run is posted but not ended.
    mutating func warn(_ text: String) {
        warning = text
        lines.append(text)
    }

    private static func money(_ word: String, _ count: ControlTotals.Count) -> String {
        let name = word.filled(to: 10)
        return "\(name)\(Money(cents: count.cents).dollars) in \(count.count) lines"
    }
}
