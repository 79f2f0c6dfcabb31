/// What `forward` says when it is done: counts and money, no id, no free text.
public struct ForwardSummary: Hashable, Sendable {
    public var lines: [String]

    public var text: String { lines.joined(separator: "\n") + "\n" }

    init(_ manifest: BundleManifest, _ week: ForwardedWeek, path: String, isSigned: Bool) {
        lines = ["\(manifest.name): written\(isSigned ? " and signed" : "")."]
        lines.append(Self.row("forwarded", week, week.forwarded))
        addRest(week)
        lines.append("bundle in \(path)")
    }

    init(nothingSince bundle: String, _ week: ForwardedWeek) {
        lines = ["nothing new since \(bundle); no bundle was written."]
        addRest(week)
    }

    private mutating func addRest(_ week: ForwardedWeek) {
        lines.append(Self.row("sent back", week, week.returned.map { $0.invoice }))
        lines.append(Self.row("waiting", week, week.waiting.map { $0.invoice }))
        if let oldest = week.waiting.map({ $0.days }).max() { lines.append("the oldest waits for \(oldest.days)") }
        if week.withAgencies > 0 {
            lines.append("\(week.withAgencies.counted("invoice")) sent back before, not corrected yet")
        }
        if week.others > 0 { lines.append("\(week.others.counted("invoice")) of another form left alone") }
        if !week.unreadable.isEmpty {
            lines.append("\(week.unreadable.count.counted("file")) can't be read; the transmittal says why")
        }
        if !week.absentRegisters.isEmpty {
            lines.append("without \(week.absentRegisters.joined(separator: ", ")): their rules were not asked")
        }
    }

    private static func row(_ word: String, _ week: ForwardedWeek, _ invoices: [Int]) -> String {
        let totals = week.totals(invoices)
        return "\(word.filled(to: 10))\(totals.inWords)"
    }
}
