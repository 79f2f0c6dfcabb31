/// transmittal.html: what a bundle holds, what went back, what waits: to be read, printed and signed.
struct TransmittalPage {
    private let forwarded: ForwardedWeek
    private let week: BundleWeek
    private let sequence: Int
    private let isSigned: Bool
    private var page = AAPPage()

    private var night: Night { forwarded.night }

    init(_ forwarded: ForwardedWeek, _ week: BundleWeek, sequence: Int, isSigned: Bool) {
        self.forwarded = forwarded
        self.week = week
        self.sequence = sequence
        self.isSigned = isSigned
    }

    mutating func bytes() -> [UInt8] {
        let name = BundleManifest.name(week, sequence)
        page.begin(
            "Transmittal \(name)", "Transmittal to the Adoption Subsidy Unit",
            facts: [
                ("Bundle", name), ("Number", String(sequence)), ("Week", "\(week) (\(week.first) to \(week.last))"),
                ("Signature", isSigned ? "by AAP's key, over the manifest" : "none but the one below"),
            ])
        writeTotals()
        writeAgencies()
        writeForecast()
        writeReturned()
        writeWaiting()
        writeRest()
        page.signature(["Forwarded by (AAP)", "Date", "Received by (Adoption Subsidy Unit)", "Date"])
        page.end()
        return page.markup.bytes
    }

    private mutating func writeTotals() {
        let totals = forwarded.totals(forwarded.forwarded)
        page.section("In this bundle")
        page.paragraph(totals.inWords, "class=\"big\"")
        page.paragraph(
            "The manifest says the same. The Subsidy Unit's program takes the bundle only if its files, counts and sums are "
                + "these, and answers with what became of each invoice.", "class=\"lead\"")
        page.markup.raw("</section>\n")
    }

    private mutating func writeAgencies() {
        if forwarded.forwarded.isEmpty { return }
        page.section("Invoices by agency")
        for (provider, invoices) in forwarded.byAgency(forwarded.forwarded) {
            page.markup.element("h3", "", forwarded.name(of: provider))
            page.head(
                ["Invoice", "Agreement", "Month", "Dated", "Replaces", "Approved", "Lines", "Hours", "Amount"],
                numbers: ["Lines", "Hours", "Amount"])
            for index in invoices { writeInvoice(index) }
            let sum = forwarded.totals(invoices)
            page.row(
                [
                    ("Invoice", "\(sum.invoices.counted("invoice"))", ""), ("", "", ""), ("", "", ""), ("", "", ""),
                    ("", "", ""), ("", "", ""), ("Lines", sum.lines.grouped, "n"),
                    ("Hours", sum.hours.description, "n"),
                    ("Amount", sum.amount.dollars, "n"),
                ], isTotal: true)
            page.endTable()
        }
        page.markup.raw("</section>\n")
    }

    private mutating func writeInvoice(_ index: Int) {
        let invoice = night.invoices[index].invoice
        let sum = forwarded.totals([index])
        let key = (night.symbols[invoice.provider], night.symbols[invoice.numberKey])
        let review = forwarded.reviews.first { ($0.provider, $0.numberKey) == key }
        page.row([
            ("Invoice", night.symbols[invoice.number], ""), ("Agreement", night.symbols[invoice.agreement], ""),
            ("Month", invoice.billingMonth?.description ?? "", "d"), ("Dated", invoice.date?.description ?? "", "d"),
            ("Replaces", night.symbols[invoice.replacesText], ""),
            ("Approved", review.map { "\($0.date) by \($0.reviewer)" } ?? "", ""),
            ("Lines", sum.lines.grouped, "n"), ("Hours", sum.hours.description, "n"),
            ("Amount", sum.amount.dollars, "n"),
        ])
    }

    /// What the Subsidy Unit would say, by the registers that AAP has.
    private mutating func writeForecast() {
        page.section("What the Subsidy Unit is likely to say")
        var sum = AdviceAmounts()
        for index in forwarded.forwarded { sum += forwarded.amounts(index) }
        page.paragraph(
            "Of \(sum.billed.dollars): \(sum.paid.dollars) paid, \(sum.takenOff.dollars) cut back or denied, "
                + "\(sum.held.dollars) held. This is a forecast by AAP's own registers: what was paid before stands in the "
                + "Subsidy Unit's store and may take more off.", "class=\"lead\"")
        if !forwarded.absentRegisters.isEmpty {
            page.paragraph(
                "AAP has no \(forwarded.absentRegisters.joined(separator: ", ")): the rules that ask "
                    + "\(forwarded.absentRegisters.count == 1 ? "it" : "them") were not asked, and may say more.",
                "class=\"note\"")
        }
        var counts: [RuleID: (lines: Int, amount: Money)] = [:]
        for index in forwarded.forwarded {
            for line in night.invoices[index].invoice.lines where night.origins[line].isDecided {
                for reason in forwarded.outcome.adviceReasons(of: line) {
                    counts[reason.rule, default: (0, .zero)].lines += 1
                    counts[reason.rule]!.amount += reason.amount
                }
            }
        }
        if !counts.isEmpty {
            page.head(["Rule", "What it says", "Lines", "Amount"], numbers: ["Lines", "Amount"])
            for (rule, count) in counts.sorted(by: { $0.key < $1.key }) {
                page.row([
                    ("Rule", Catalogue.name(rule), ""), ("What it says", Catalogue.rule(rule).summary, ""),
                    ("Lines", count.lines.grouped, "n"), ("Amount", count.amount.dollars, "n"),
                ])
            }
            page.endTable()
        }
        page.markup.raw("</section>\n")
    }

    private mutating func writeReturned() {
        page.section("Sent back to the agencies")
        if forwarded.returned.isEmpty {
            page.paragraph("None.")
        } else {
            page.head(["Agency", "Invoice", "Decided", "Why", "Amount"], numbers: ["Amount"])
            for entry in forwarded.returned {
                let invoice = night.invoices[entry.invoice].invoice
                let notice = ReturnNotice(week: week, provider: invoice.provider, returned: [entry], of: forwarded)
                let first = notice.reasons(entry).first?.message ?? ""
                page.row([
                    ("Agency", forwarded.name(of: invoice.provider), ""),
                    ("Invoice", night.symbols[invoice.number], ""),
                    ("Decided", notice.decided(entry), ""), ("Why", first, ""),
                    ("Amount", forwarded.totals([entry.invoice]).amount.dollars, "n"),
                ])
            }
            let sum = forwarded.totals(forwarded.returned.map { $0.invoice })
            page.row(
                [
                    ("Agency", sum.invoices.counted("invoice"), ""), ("", "", ""), ("", "", ""), ("", "", ""),
                    ("Amount", sum.amount.dollars, "n"),
                ], isTotal: true)
            page.endTable()
            page.paragraph("Each agency's notice is in returns/.")
        }
        page.markup.raw("</section>\n")
    }

    private mutating func writeWaiting() {
        page.section("Still waiting for review")
        if forwarded.waiting.isEmpty {
            page.paragraph("None.")
        } else {
            page.head(["Agency", "Invoice", "Waits since", "Waits for", "Amount"], numbers: ["Waits for", "Amount"])
            for entry in forwarded.waiting {
                let invoice = night.invoices[entry.invoice].invoice
                page.row([
                    ("Agency", forwarded.name(of: invoice.provider), ""),
                    ("Invoice", night.symbols[invoice.number], ""),
                    ("Waits since", "\(entry.since)\(entry.isReceivedDate ? "" : ", its own date")", ""),
                    ("Waits for", entry.days.days, entry.days > Self.long ? "n late" : "n"),
                    ("Amount", forwarded.totals([entry.invoice]).amount.dollars, "n"),
                ])
            }
            let sum = forwarded.totals(forwarded.waiting.map { $0.invoice })
            page.row(
                [
                    ("Agency", sum.invoices.counted("invoice"), ""), ("", "", ""), ("", "", ""), ("", "", ""),
                    ("Amount", sum.amount.dollars, "n"),
                ], isTotal: true)
            page.endTable()
        }
        page.markup.raw("</section>\n")
    }

    /// Days after which a waiting invoice is pointed out: half of what the state has to pay it in.
    private static let long = 21

    private mutating func writeRest() {
        var notes: [String] = []
        if forwarded.withAgencies > 0 {
            notes.append("\(forwarded.withAgencies.counted("invoice")) sent back before and not corrected yet.")
        }
        if forwarded.forwardedBefore > 0 {
            notes.append("\(forwarded.forwardedBefore.counted("invoice")) met again that an earlier bundle holds.")
        }
        if forwarded.others > 0 { notes.append("\(forwarded.others.counted("invoice")) of another form, left alone.") }
        for file in forwarded.unreadable {
            let message = file.findings.first?.sentence.message ?? "It can't be read."
            notes.append("The file \(file.name): \(message)")
        }
        if notes.isEmpty { return }
        page.section("Beside these")
        page.markup.raw("<ul class=\"reasons\">\n")
        for note in notes {
            page.markup.element("li", "", note)
            page.markup.raw("\n")
        }
        page.markup.raw("</ul>\n</section>\n")
    }
}
