/// Why each line of an invoice came out as it did: `invoice-batch explain`.
public struct InvoiceExplanation: Sendable {
    let record: InvoiceRecord
    let lines: [LineExplanation]

    init(_ record: InvoiceRecord, _ pack: PolicyPack) {
        self.record = record
        lines = record.lines.map { LineExplanation($0, record, pack) }
    }
}

/// Why one line came out as it did.
struct LineExplanation: Sendable {
    /// Something that happened to a line, by the run that did it.
    struct Event: Sendable {
        var run: RunMark
        /// What became of it, or what staff had it become: `paid`, `release`.
        var word: String
        var text: String
    }

    /// How many of the lines that used up a limit are named.
    static let named = 10

    let line: LineRecord
    /// The last decision that is no taking back; nil where the line was never decided.
    let judged: DecisionRecord?
    let rules: [ExplainedRule]
    /// Empty where the line's turn never came to be held against the limits.
    let steps: [Arithmetic.Step]
    /// The earliest first.
    let events: [Event]
    /// The pack whose words these are is not the one that decided.
    let isOtherPack: Bool

    init(_ line: LineRecord, _ record: InvoiceRecord, _ pack: PolicyPack) {
        self.line = line
        judged = line.judged
        rules = judged.map { ExplainedRule.all($0, line, record, pack) } ?? []
        steps = judged.flatMap { Arithmetic(line, $0)?.steps } ?? []
        events = Self.events(line, record)
        isOtherPack = judged.map { $0.run.pack != pack.hash } ?? false
    }

    /// What the line is now; nil where it was never decided.
    var state: Disposition? { line.decisions.last?.disposition }

    /// The reports that carry the line's last row, the run's directory before them.
    var reports: [String] {
        guard let last = line.decisions.last else { return [] }
        var names = ["decisions.csv"]
        if last.disposition.isPayment || last.disposition == .reversed { names.append("payments.csv") }
        if !last.findings.isEmpty, last.disposition != .reversed, last.disposition != .withdrawn {
            names.append("exceptions.csv")
        }
        if last.disposition == .pended { names.append("open-items.csv") }
        return names.filter { last.run.reports.contains($0) }.map { "\(last.run.outDirectory)/\(last.run.runID)/\($0)" }
    }

    private static func events(_ line: LineRecord, _ record: InvoiceRecord) -> [Event] {
        var events: [Event] = []
        for word in line.staffWords {
            let rule = word.rule.isEmpty ? "" : " of \(word.rule)"
            events.append(
                Event(
                    run: word.run, word: word.action,
                    text: "\(word.action)\(rule) by \(word.decidedBy) on \(word.decidedOn): \(word.reason)"))
        }
        for decision in line.decisions {
            events.append(Event(run: decision.run, word: decision.disposition.word, text: text(decision, record)))
        }
        // What staff decided comes before what the run made of it.
        return events.enumerated().sorted { ($0.element.run.number, $0.offset) < ($1.element.run.number, $1.offset) }
            .map { $0.element }
    }

    private static func text(_ decision: DecisionRecord, _ record: InvoiceRecord) -> String {
        let by = decision.decidingRule.isEmpty ? "" : " by \(decision.decidingRule)"
        switch decision.disposition {
        case .paid, .reduced:
            return "\(decision.disposition.word) \(decision.paidHours.worded), \(decision.paidAmount.dollars)\(by)"
        case .denied: return "denied\(by)"
        case .pended: return "held, \(decision.heldAmount.dollars)\(by)"
        case .reversed:
            return "reversed \((-decision.paidHours).worded), \((-decision.paidAmount).dollars)"
                + cause(decision, record)
        case .withdrawn: return "withdrawn" + cause(decision, record)
        }
    }

    private static func cause(_ decision: DecisionRecord, _ record: InvoiceRecord) -> String {
        if decision.decidingRule == Replaced.name, let replacer = record.replacedBy {
            return ": invoice \(replacer.number) replaces this one"
        }
        return " by \(decision.decidingRule)"
    }
}
