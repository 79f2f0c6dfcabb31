/// acknowledgements/aap/<week>.html: the answer to AAP as a page, to answer an agency's call by.
struct BundleAnswerPage {
    private let outcome: Outcome
    private let answer: BundleAnswer
    private var page = AAPPage()

    private var night: Night { outcome.night }

    init(_ outcome: Outcome, _ answer: BundleAnswer) {
        self.outcome = outcome
        self.answer = answer
    }

    /// The lines' and the page's own sums, each the same.
    static func expectation(_ sum: AnswerAmounts) -> ReportExpectation.Content {
        var sums: [String: Money] = [:]
        for level in ["invoice", "decided"] {
            sums["\(level)-paid"] = sum.paid
            sums["\(level)-reduced"] = sum.reduced
            sums["\(level)-denied"] = sum.denied
            sums["\(level)-held"] = sum.held
        }
        return .page(sums)
    }

    mutating func bytes() -> [UInt8] {
        page.begin(
            "Answer to AAP, \(answer.name)", "The Subsidy Unit's answer to AAP",
            facts: [("Week", answer.name), ("Run", night.runID), ("Decided as of", night.asOf.inWords)])
        for index in answer.bundles { write(night.bundles[index]) }
        writeLater()
        page.end()
        return page.markup.bytes
    }

    private mutating func write(_ bundle: NightBundle) {
        let file = night.files[bundle.file]
        page.section("Bundle \(bundle.manifest?.name ?? file.name): \(file.status.rawValue)")
        for finding in file.findings {
            let rule = Catalogue.rule(finding.rule)
            page.paragraph("\(finding.sentence.message) \(rule.nextStep)", "class=\"note\"")
        }
        if bundle.isAccepted {
            writeSums(bundle)
            writeInvoices(bundle)
        } else if file.status == .rejected {
            page.paragraph("Nothing of it was received: none of its invoices, none of its reviews.", "class=\"big\"")
        }
        page.markup.raw("</section>\n")
    }

    /// AAP's own totals beside what was read, and what became of it.
    private mutating func writeSums(_ bundle: NightBundle) {
        page.paragraph("What was read comes to what AAP's manifest says, and every dollar of it is told below.")
        let columns = ["", "Invoices", "Lines", "Hours", "Amount"]
        page.head(columns, numbers: Set(columns.dropFirst()))
        writeSum("AAP's manifest", bundle.manifest?.totals ?? BundleTotals(), isTotal: false)
        writeSum("Read by the Subsidy Unit", night.totals(night.invoices(of: bundle)), isTotal: true)
        let words: [(InvoiceStatus, String)] = [
            (.accepted, "accepted and decided"), (.replaced, "replaced by a later one"),
            (.skipped, "received before"), (.rejected, "rejected"),
        ]
        for (status, word) in words {
            let invoices = night.invoices(of: bundle, status)
            if !invoices.isEmpty { writeSum("of these \(word)", night.totals(invoices), isTotal: false) }
        }
        page.endTable()
        let sum = night.answerAmounts(of: night.decidedLines(of: bundle))
        page.markup.raw("<table class=\"sum\">\n<tbody>\n")
        for (word, name, amount) in [
            ("Paid", "paid", sum.paid), ("+ cut back", "reduced", sum.reduced), ("+ denied", "denied", sum.denied),
            ("+ held", "held", sum.held), ("= accepted and decided", "billed", sum.billed),
        ] {
            page.markup.raw("<tr>")
            page.markup.element("th", "scope=\"row\"", word)
            page.markup.raw("<td class=\"n\">")
            page.markup.data("decided-\(name)", amount)
            page.markup.raw("</td></tr>\n")
        }
        page.markup.raw("</tbody></table>\n")
    }

    private mutating func writeSum(_ word: String, _ totals: BundleTotals, isTotal: Bool) {
        page.row(
            [
                ("", word, ""), ("Invoices", totals.invoices.grouped, "n"), ("Lines", totals.lines.grouped, "n"),
                ("Hours", totals.hours.description, "n"), ("Amount", totals.amount.dollars, "n"),
            ], isTotal: isTotal)
    }

    private mutating func writeInvoices(_ bundle: NightBundle) {
        let byAgency = Dictionary(grouping: night.invoices(of: bundle)) { night.invoices[$0].invoice.provider }
        for (provider, invoices) in byAgency.sorted(by: { night.symbols.isBefore($0.key, $1.key) }) {
            let id = night.symbols[provider]
            let known = night.registers.provider(provider).map { night.symbols[$0.legalName] }
            page.markup.element("h3", "", known.map { "\($0) (\(id))" } ?? id)
            let columns = ["Invoice", "Outcome", "Lines", "Billed", "Paid", "Cut back", "Denied", "Held"]
            page.head(columns, numbers: Set(columns.dropFirst(2)))
            for index in invoices { writeInvoice(index) }
            page.endTable()
            for index in invoices { writeReasons(index) }
        }
    }

    private mutating func writeInvoice(_ index: Int) {
        let entry = night.invoices[index]
        let isDecided = entry.status == .accepted
        let sum = isDecided ? night.answerAmounts(of: entry.invoice.lines) : AnswerAmounts()
        page.markup.raw("<tr role=\"row\">")
        page.markup.cell("Invoice", night.symbols[entry.invoice.number])
        page.markup.cell("Outcome", entry.status.rawValue)
        page.markup.cell("Lines", entry.invoice.lines.count.grouped, kind: "n")
        page.markup.cell("Billed", night.totals([index]).amount.dollars, kind: "n")
        page.markup.amount("Paid", "invoice-paid", sum.paid)
        page.markup.amount("Cut back", "invoice-reduced", sum.reduced)
        page.markup.amount("Denied", "invoice-denied", sum.denied)
        page.markup.amount("Held", "invoice-held", sum.held)
        page.markup.raw("</tr>\n")
    }

    /// Why an invoice, or a line of it, was not paid as billed.
    private mutating func writeReasons(_ index: Int) {
        let entry = night.invoices[index]
        var items: [(String, String, String, String)] = []
        for finding in entry.invoice.findings where night.pack.effect(of: finding.rule) != .off {
            let rule = Catalogue.rule(finding.rule)
            items.append(
                (finding.place, finding.sentence.message, rule.nextStep, "\(rule.name), next: \(rule.owner.inWords)"))
        }
        if entry.status == .accepted {
            for line in entry.invoice.lines { items += reasons(line) }
        }
        if items.isEmpty { return }
        page.markup.element("h4", "", "Invoice \(night.symbols[entry.invoice.number]): why")
        write(items)
    }

    private func reasons(_ line: Int) -> [(String, String, String, String)] {
        outcome.adviceReasons(of: line).map { reason in
            let rule = Catalogue.rule(reason.rule)
            let place = "line \(night.lines[line].number), \(night.decisions[line].disposition.word)"
            return (
                place, reason.message, rule.nextStep, "\(rule.name), next: \(rule.owner.inWords) – \(reason.source)"
            )
        }
    }

    private mutating func write(_ items: [(place: String, message: String, next: String, rule: String)]) {
        page.markup.raw("<ul class=\"reasons\">\n")
        for item in items {
            page.markup.raw("<li>")
            if !item.place.isEmpty { page.markup.element("strong", "", "\(item.place): ") }
            page.markup.text(item.message)
            page.markup.element("span", "class=\"next\"", item.next)
            page.markup.element("span", "class=\"policy\"", item.rule)
            page.markup.raw("</li>\n")
        }
        page.markup.raw("</ul>\n")
    }

    /// Lines of earlier nights' bundles that this run decided.
    private mutating func writeLater() {
        if answer.later.isEmpty { return }
        page.section("Decided since: lines that were held or taken back")
        let columns = ["Agency", "Invoice", "Line", "Outcome", "Billed", "Paid", "Cut back", "Denied", "Held"]
        page.head(columns, numbers: Set(columns.dropFirst(4)))
        for later in answer.later {
            let invoice = night.invoices[later.invoice].invoice
            for line in later.lines {
                let sum = night.answerAmounts(of: line)
                page.row([
                    ("Agency", night.symbols[invoice.provider], ""), ("Invoice", night.symbols[invoice.number], ""),
                    ("Line", String(night.lines[line].number), ""),
                    ("Outcome", night.decisions[line].disposition.word, ""), ("Billed", sum.billed.dollars, "n"),
                    ("Paid", sum.paid.dollars, "n"), ("Cut back", sum.reduced.dollars, "n"),
                    ("Denied", sum.denied.dollars, "n"), ("Held", sum.held.dollars, "n"),
                ])
            }
        }
        page.endTable()
        for later in answer.later { write(later.lines.flatMap { reasons($0) }) }
        page.markup.raw("</section>\n")
    }
}
