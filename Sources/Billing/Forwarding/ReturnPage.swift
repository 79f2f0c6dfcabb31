/// returns/<provider>.html: the notice that goes to an agency with what AAP sends back, to be read, printed and filed.
struct ReturnPage {
    private let notice: ReturnNotice
    private var page = AAPPage()

    init(_ notice: ReturnNotice) { self.notice = notice }

    mutating func bytes() -> [UInt8] {
        let name = notice.forwarded.name(of: notice.provider)
        page.begin(
            "Return notice \(notice.night.symbols[notice.provider]), \(notice.week)", "Return notice",
            facts: [
                ("Agency", name), ("Week", "\(notice.week) (\(notice.week.first) to \(notice.week.last))"),
                ("Sent back", notice.totals.invoices.counted("invoice")),
            ])
        page.paragraph(
            "AAP has not forwarded the following invoices to the Adoption Subsidy Unit. Nothing of them is paid until they "
                + "come back corrected.", "class=\"big lead\"")
        page.paragraph(
            "For each: correct what is named below, and send the whole invoice again to AAP under the same number, with "
                + "all its lines. It is reviewed again when it comes.", "class=\"note\"")
        for entry in notice.returned { write(entry) }
        page.section("In all")
        page.paragraph(notice.totals.inWords)
        page.paragraph(
            "Lines refer to the rows of the agency's own file. Questions: the reviewer named, at the Adoption Assistance "
                + "Program.")
        page.markup.raw("</section>\n")
        page.end()
        return page.markup.bytes
    }

    private mutating func write(_ entry: ForwardedWeek.Returned) {
        let night = notice.night
        let invoice = night.invoices[entry.invoice].invoice
        let totals = notice.forwarded.totals([entry.invoice])
        let number = night.symbols[invoice.number]
        page.section(number.isEmpty ? "Invoice without a number" : "Invoice \(number)")
        page.markup.raw("<dl class=\"facts\">")
        for (term, value) in [
            ("Agreement", night.symbols[invoice.agreement]),
            ("Month", invoice.billingMonth?.description ?? "not readable"),
            ("Dated", invoice.date?.inWords ?? "not readable"), ("Lines", totals.lines.grouped),
            ("Hours", totals.hours.description), ("Amount", totals.amount.dollars),
            ("In the file", night.invoices[entry.invoice].fileName),
        ] {
            page.markup.raw("<div>")
            page.markup.element("dt", "", term)
            page.markup.element("dd", "", value)
            page.markup.raw("</div>")
        }
        page.markup.raw("</dl>\n")
        page.paragraph(notice.decided(entry))
        page.markup.raw("<ul class=\"reasons\">\n")
        for reason in notice.reasons(entry) {
            page.markup.raw("<li>")
            if !reason.place.isEmpty { page.markup.element("strong", "", "\(reason.place): ") }
            page.markup.text(reason.message)
            page.markup.element("span", "class=\"next\"", "What to do: \(reason.nextStep)")
            let rule = reason.rule.isEmpty ? reason.source : "\(reason.rule) – \(reason.source)"
            page.markup.element("span", "class=\"policy\"", rule)
            page.markup.raw("</li>\n")
        }
        page.markup.raw("</ul>\n</section>\n")
    }
}
