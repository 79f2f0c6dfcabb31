extension InvoiceExplanation {
    /// The explanation for a terminal.
    public func text(_ ink: Ink = .none) -> String {
        lines.isEmpty ? withoutLines : lines.map { text($0, ink) }.joined(separator: "\n")
    }

    private var withoutLines: String {
        "\(record.provider) \(record.number): no services in \(record.billingMonth); \(origin).\n"
    }

    /// Where the invoice came from: `received 2026-10-12 in harbor-light.csv line 14 (run 2026-10-12-0001)`.
    private var origin: String {
        "received \(record.received.asOf) in \(record.file) line \(record.place) (run \(record.received.runID))"
    }

    private func text(_ entry: LineExplanation, _ ink: Ink) -> String {
        var page = Page()
        let line = entry.line
        let name = "\(record.provider) \(record.number) line \(line.number)"
        page.title(ink.bold(name.printable) + ": " + headline(entry, ink))
        page.add("billed", "\(line.hours.worded) of \(line.serviceText) on \(line.day) at \(line.rate.worded): "
            + line.amount.dollars)
        page.add("", "activity \(line.activity.cited)" + (line.description.isEmpty ? "" : ", \(line.description.cited)"))
        let worker = line.worker.isEmpty ? "" : ", worker \(line.worker)"
        page.add("", "child \(line.child), agreement \(record.agreement), form \(record.form)\(worker)")
        page.add("invoice", "\(origin), line \(line.place)")
        if !record.replaces.isEmpty { page.add("", "corrects invoice \(record.replaces)") }
        if let replacer = record.replacedBy {
            page.add("", "replaced by invoice \(replacer.number), received \(replacer.run.asOf)")
        }
        if let judged = entry.judged { page.add("in force", Self.terms(judged)) }
        for (index, step) in entry.steps.enumerated() { page.add(index == 0 ? "sum" : "", step.text) }
        for (index, rule) in entry.rules.enumerated() { addRule(rule, isFirst: index == 0, to: &page, ink) }
        addUse("hours of the service", line.serviceUse, to: &page)
        addUse("hours of the child", line.childUse, to: &page)
        for (index, event) in entry.events.enumerated() {
            page.add(index == 0 ? "history" : "", "\(event.run.runID)  \(event.text)")
        }
        for (index, path) in entry.reports.enumerated() { page.add(index == 0 ? "reports" : "", path) }
        if entry.isOtherPack {
            page.add("note", "another policy pack decided than the one whose words these are; name it with --policy")
        }
        return page.text
    }

    private func headline(_ entry: LineExplanation, _ ink: Ink) -> String {
        guard let state = entry.state, let last = entry.line.decisions.last else {
            return "never decided, for its invoice was replaced before it was"
        }
        let word = ink.colour(state, state.word)
        switch state {
        case .paid: return "\(word), \(last.paidAmount.dollars)"
        case .reduced: return "\(word), \(last.paidAmount.dollars) of \(entry.line.amount.dollars)"
        case .denied, .pended: return "\(word), \(entry.line.amount.dollars), by \(last.decidingRule)"
        case .reversed, .withdrawn: return "\(word) by \(last.decidingRule)"
        }
    }

    private static func terms(_ decision: DecisionRecord) -> String {
        var parts: [String] = []
        if let version = decision.version {
            parts.append("version \(version)" + (decision.effective.map { " of \($0)" } ?? ""))
        } else {
            parts.append("no version of the agreement")
        }
        if let contract = decision.contract { parts.append("contract \(contract)") }
        if let rate = decision.rate { parts.append("rate \(rate.worded)") }
        return parts.joined(separator: ", ")
    }

    private func addRule(_ rule: ExplainedRule, isFirst: Bool, to page: inout Page, _ ink: Ink) {
        let effect = rule.isReleased ? Effect.warn : rule.effect
        let marks = (rule.decides ? ", decides" : "") + (rule.isReleased ? ", released" : "")
        page.add(
            isFirst ? "rules" : "", "\(ink.bold(rule.name)) (\(ink.colour(effect, effect.rawValue))\(marks))",
            isInked: true)
        page.add("", "  \(rule.message)")
        page.add("", "  \(rule.source)")
        if rule.decides { page.add("", "  \(rule.owner.rawValue): \(rule.nextStep)") }
    }

    private func addUse(_ what: String, _ use: HoursUse?, to page: inout Page) {
        guard let use else { return }
        page.add("used up", "\(what): \(use.hours.worded), \(use.amount.dollars) before this line")
        for line in use.lines.prefix(LineExplanation.named) {
            page.add(
                "", "  \(line.day)  \(line.provider) \(line.invoiceNumber) line \(line.lineNumber)  "
                    + "\(line.hours.worded), \(line.amount.dollars)")
        }
        let rest = use.lines.dropFirst(LineExplanation.named)
        if !rest.isEmpty {
            let hours = rest.reduce(Hours.zero) { $0 + $1.hours }
            page.add("", "  and \(rest.count.of("earlier line")), \(hours.worded)")
        }
        if use.openingHours > .zero || use.openingAmount > .zero {
            page.add("", "  opening balance  \(use.openingHours.worded), \(use.openingAmount.dollars)")
        }
    }

    /// Paragraphs under short heads, the heads in a column of their own.
    private struct Page {
        private(set) var text = ""

        mutating func title(_ line: String) { text += line + "\n" }

        /// - Parameter isInked: the line has colours of ours, and nothing of an input.
        mutating func add(_ head: String, _ line: String, isInked: Bool = false) {
            text += "  " + (head.filled(to: 9) + (isInked ? line : line.printable)).trimmedAtEnd + "\n"
        }
    }
}
