/// remittance/<provider>.html: one advice as a page that needs nothing but itself.
struct AdvicePage {
    private let advice: Advice
    private let outcome: Outcome
    private let page = AdviceMarkup()

    /// More lines than anyone reads one by one: those that are paid as billed are then added up per invoice.
    private let isLong: Bool

    private let night: Night
    private var provider: String { night.symbols[advice.provider] }

    /// The most lines that a page lists all of.
    static let longest = 500

    init(_ advice: Advice, _ outcome: Outcome, longest: Int = longest) {
        self.advice = advice
        self.outcome = outcome
        night = outcome.night
        isLong = advice.invoices.reduce(0) { $0 + $1.lines.count } > longest
    }

    /// The lines', the invoices' and the page's own sums, each the same.
    static func expectation(_ sum: AdviceAmounts) -> ReportExpectation.Content {
        var sums: [String: Money] = [:]
        for level in ["line", "invoice", "page"] {
            sums["\(level)-billed"] = sum.billed
            sums["\(level)-off"] = sum.takenOff
            sums["\(level)-held"] = sum.held
            sums["\(level)-paid"] = sum.paid
        }
        return .page(sums)
    }

    func bytes() -> [UInt8] {
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        page.element("title", "", "Remittance advice \(provider), \(night.runID)")
        page.raw("\n<style>\n\(AdviceStyle.css)</style>\n</head>\n<body>\n<main>\n")
        writeHead()
        writeSums()
        for invoice in advice.invoices { writeInvoice(invoice) }
        writeRecovered()
        writeOwed()
        page.raw("</main>\n</body>\n</html>\n")
        return page.bytes
    }

    private func writeHead() {
        page.raw("<header>\n<p class=\"program\">Permanency Placement Services Program</p>\n")
        page.raw("<h1>Remittance advice</h1>\n<dl class=\"facts\">")
        let name = night.registers.provider(advice.provider).map { night.symbols[$0.legalName] } ?? ""
        for (term, value) in [
            ("Agency", name.isEmpty ? provider : "\(name) (\(provider))"), ("Run", night.runID),
            ("Decided as of", night.asOf.description),
        ] {
            page.raw("<div>")
            page.element("dt", "", term)
            page.element("dd", "", value)
            page.raw("</div>")
        }
        page.raw("</dl>\n</header>\n")
    }

    private func writeSums() {
        let sum = advice.sum
        let parts = [("decided", sum - advice.takenBack), ("back", advice.takenBack), ("page", sum)]
        let hasBack = advice.takenBack != AdviceAmounts()
        page.raw("<section aria-labelledby=\"all\">\n<h2 id=\"all\">In all</h2>\n<table class=\"sum\">\n")
        if hasBack {
            page.raw("<thead><tr><td></td><th scope=\"col\" class=\"n\">Decided</th>")
            page.raw(
                "<th scope=\"col\" class=\"n\">Taken back</th><th scope=\"col\" class=\"n\">In all</th></tr></thead>\n")
        }
        page.raw("<tbody>\n")
        let rows: [(String, String, KeyPath<AdviceAmounts, Money>)] = [
            ("Billed", "billed", \.billed), ("− taken off", "off", \.takenOff),
            ("− held, not yet decided", "held", \.held), ("= paid", "paid", \.paid),
        ]
        for (word, name, amount) in rows {
            page.raw("<tr>")
            page.element("th", "scope=\"row\"", word)
            for (part, amounts) in hasBack ? parts : [parts[2]] {
                page.raw("<td class=\"n\">")
                page.data("\(part)-\(name)", amounts[keyPath: amount])
                page.raw("</td>")
            }
            page.raw("</tr>\n")
        }
        page.raw("</tbody>\n</table>\n")
        if sum.paid < .zero {
            page.element(
                "p", "", "More was taken back than paid: the difference is taken off the agency's next vouchers.")
        }
        let all =
            isLong
            ? "Lines that are paid as billed are added up for each invoice; \(SafeName.of(provider)).csv lists them all. "
                + "Every other line that this run decided or took back is listed; "
            : "Every line that this run decided or took back is listed; "
        page.element(
            "p", "",
            all + "held lines that stand as before are not repeated. A line that is taken back stands with its amounts "
                + "negative.")
        page.raw("</section>\n")
    }

    private func writeSum(_ word: String, _ name: String, _ amount: Money) {
        page.raw("<tr>")
        page.element("th", "scope=\"row\"", word)
        page.raw("<td class=\"n\">")
        page.data(name, amount)
        page.raw("</td></tr>\n")
    }

    private func writeInvoice(_ entry: AdviceInvoice) {
        let invoice = night.invoices[entry.invoice].invoice
        let number = night.symbols[invoice.number]
        page.raw("<section>\n")
        page.element("h2", "", "Invoice \(number)")
        var words = "Form \(invoice.form ?? .dcf2106), agreement \(night.symbols[invoice.agreement])"
        if !invoice.replacesText.isEmpty { words += ", replaces invoice \(night.symbols[invoice.replacesText])" }
        page.raw("<table class=\"lines\" role=\"table\">\n")
        page.element("caption", "", words)
        page.raw("<thead role=\"rowgroup\"><tr role=\"row\">")
        for (title, isNumber) in Self.columns {
            page.element("th", "scope=\"col\" role=\"columnheader\"" + (isNumber ? " class=\"n\"" : ""), title)
        }
        page.raw("</tr></thead>\n")
        var unlisted = AdviceAmounts()
        var count = 0
        for line in entry.lines {
            if isLong, outcome.isPaidAsBilled(line) {
                unlisted += night.adviceAmounts(of: line)
                count += 1
            } else {
                writeLine(line)
            }
        }
        if count > 0 { writeUnlisted(unlisted, count) }
        writeTotal(entry.sum, number)
        page.raw("</table>\n</section>\n")
    }

    private static let columns = [
        ("Line", false), ("Child", false), ("Date", false), ("Service", false), ("Hours", true), ("Rate", true),
        ("Billed", true), ("Taken off", true), ("Held", true), ("Paid", true), ("Outcome", false),
    ]

    private func writeLine(_ index: Int) {
        let line = night.lines[index]
        let amounts = night.adviceAmounts(of: index)
        let origin = night.adviceOrigin(of: index)
        let reasons = outcome.adviceReasons(of: index)
        let isBack = night.origins[index] == .undone
        page.raw("<tbody role=\"rowgroup\" class=\"group\(reasons.isEmpty ? "" : " explained")\">")
        page.raw("<tr role=\"row\"\(isBack ? " class=\"back\"" : "")>")
        page.cell("Line", String(line.number))
        for (label, text) in [
            ("Child", night.symbols[line.child]), ("Date", line.day.description),
            ("Service", night.reportedService(of: index)),
        ] {
            page.cell(label, text, kind: text.utf8.count <= 32 ? "d" : "")
        }
        page.cell("Hours", line.hours.description, kind: "n")
        page.cell("Rate", line.rate.perHour.dollars, kind: "n")
        page.amount("Billed", "line-billed", amounts.billed)
        page.amount("Taken off", "line-off", amounts.takenOff)
        page.amount("Held", "line-held", amounts.held)
        page.amount("Paid", "line-paid", amounts.paid)
        let word = night.decisions[index].disposition.word
        page.cell("Outcome", origin.isEmpty ? word : "\(word) (\(origin))")
        page.raw("</tr>\n")
        if !reasons.isEmpty { writeReasons(reasons) }
        page.raw("</tbody>\n")
    }

    private func writeUnlisted(_ sum: AdviceAmounts, _ count: Int) {
        let words = "\(count) \(count == 1 ? "line" : "lines") paid as billed"
        page.raw("<tbody role=\"rowgroup\" class=\"group\"><tr role=\"row\">")
        page.element("td", "role=\"cell\" colspan=\"6\"", words)
        page.amount("Billed", "line-billed", sum.billed)
        page.amount("Taken off", "line-off", sum.takenOff)
        page.amount("Held", "line-held", sum.held)
        page.amount("Paid", "line-paid", sum.paid)
        page.raw("<td role=\"cell\">paid</td></tr></tbody>\n")
    }

    private func writeReasons(_ reasons: [AdviceReason]) {
        page.raw("<tr role=\"row\" class=\"why\"><td role=\"cell\" colspan=\"\(Self.columns.count)\"><ul>")
        for reason in reasons {
            page.raw("<li>")
            if reason.amount != .zero { page.element("strong", "", "\(reason.amount.dollars): ") }
            page.text(reason.message)
            page.element("span", "class=\"next\"", "What to do: \(reason.nextStep)")
            page.element("span", "class=\"policy\"", "\(Catalogue.name(reason.rule)) – \(reason.source)")
            page.raw("</li>")
        }
        page.raw("</ul></td></tr>\n")
    }

    private func writeTotal(_ sum: AdviceAmounts, _ number: String) {
        page.raw("<tfoot role=\"rowgroup\"><tr role=\"row\">")
        page.element("th", "scope=\"row\" role=\"rowheader\" colspan=\"6\"", "Invoice \(number)")
        page.amount("Billed", "invoice-billed", sum.billed)
        page.amount("Taken off", "invoice-off", sum.takenOff)
        page.amount("Held", "invoice-held", sum.held)
        page.amount("Paid", "invoice-paid", sum.paid)
        page.raw("<td role=\"cell\"></td></tr></tfoot>\n")
    }

    /// What becomes of the money: the vouchers, and what they bear of earlier debts.
    private func writeRecovered() {
        page.raw("<section>\n<h2>Vouchers</h2>\n<table class=\"sum\">\n<tbody>\n")
        let recovered = advice.recovered.reduce(Money.zero) { $0 + $1.amount }
        let refused = advice.refused.reduce(Money.zero) { $0 + $1.amount }
        writeSum("Owed on invoices of this run", "owed", advice.vouchered + recovered + refused)
        for entry in advice.recovered {
            let number = night.symbols[entry.recoverable.invoiceNumber]
            writeSum("− recovered: invoice \(number), taken back \(entry.recoverable.since)", "recovered", entry.amount)
        }
        for entry in advice.refused {
            let number = night.symbols[night.invoices[entry.invoice].invoice.number]
            writeSum("− invoice \(number): the department vouchers it by hand", "refused", entry.amount)
        }
        writeSum("= sent to accounting", "vouchered", advice.vouchered)
        page.raw("</tbody>\n</table>\n</section>\n")
    }

    private func writeOwed() {
        guard !advice.owed.isEmpty else { return }
        page.raw("<section>\n<h2>Still to be recovered</h2>\n<table class=\"sum\">\n<tbody>\n")
        for entry in advice.owed {
            writeSum("Invoice \(night.symbols[entry.invoiceNumber]), taken back \(entry.since)", "left", entry.left)
        }
        page.raw("</tbody>\n</table>\n")
        page.element("p", "", "It will be taken off the agency's next vouchers, the oldest first.")
        page.raw("</section>\n")
    }
}

extension Outcome {
    /// Whether there is nothing to tell of a line but that it is paid.
    fileprivate func isPaidAsBilled(_ index: Int) -> Bool {
        night.origins[index] == .received && night.decisions[index].disposition == .paid
    }
}
