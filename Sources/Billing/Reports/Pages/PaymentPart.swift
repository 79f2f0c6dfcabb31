/// Invoices of one kind, by agency, each agency with its sum.
struct PaymentPart {
    let overview: PaymentsOverview
    let kind: PaymentEntry.Kind

    static let table = PageTable(
        name: "payments",
        columns: [
            .init("Invoice", width: 28), .init("Form", width: 12), .init("Invoice date", width: 14),
            .init("Received", width: 14), .init("Lines paid", .number, width: 11), .init("Hours", .number, width: 9),
            .init("Dollars", .number, width: 12),
        ])

    static let correctionTable = PageTable(
        name: "corrections",
        columns: [
            .init("Invoice", width: 19), .init("Replaces", width: 16), .init("Invoice date", width: 13),
            .init("Lines paid", .number, width: 11), .init("Net hours", .number, width: 9),
            .init("Paid", .number, width: 10), .init("Taken back", .number, width: 12),
            .init("Net dollars", .number, width: 10),
        ])

    /// Writes the part; on a long page it goes out piece by piece.
    func write(to page: inout Markup, _ file: ReportFile) throws(Disk.Fault) {
        page += """
            <section aria-labelledby="\(kind.anchor)"><h2 id="\(kind.anchor)">\(kind.title)</h2>
            <p class="note">\(note)</p>\n
            """
        let entries = overview.entries.filter { $0.kind == kind }
        if entries.isEmpty {
            page += "<p>None tonight.</p></section>\n"
            return
        }
        let table = kind == .plain ? Self.table : Self.correctionTable
        page += "<div class=\"short\" data-list data-counted=\"invoices\">\n"
        var list = PageList(table, caption: "\(kind.title), by agency and invoice")
        var left = PageList.longest
        for agency in overview.agencies(entries) {
            list.group(agency.id, heading(agency), sums: sums(agency), in: &page)
            for entry in agency.entries.prefix(left) { list.row(row(entry), in: &page) }
            left = max(0, left - agency.entries.count)
            try file.drain(&page)
        }
        list.end(in: &page)
        page += "</div>\n"
        if entries.count > PageList.longest {
            page += "<p>\((entries.count - PageList.longest).counted("invoice")) more: see payments.csv.</p>\n"
        }
        page += "</section>\n"
    }

    private var note: Markup {
        switch kind {
        case .plain: "What goes out on invoices that take nothing back."
        case .correction:
            "Invoices that replace an earlier one: what was paid on that is taken off what is paid now."
        case .recovery:
            """
            Nothing goes out on these. What was taken back beyond what is paid now is owed by the agency, and is taken \
            off its next payments.
            """
        }
    }

    private func heading(_ agency: PaymentsOverview.Agency) -> Markup {
        let night = overview.night
        let supplier =
            night.symbols.find(agency.id).flatMap { night.registers.provider($0) }
            .map { night.symbols[$0.supplierID] } ?? ""
        let words: Markup =
            supplier.isEmpty ? "<span>no supplier id: can't be vouchered</span>" : "<span>supplier \(supplier)</span>"
        return """
            \(agency.id) \(night.name(ofAgency: agency.id))\(words)<span>\
            \(agency.entries.count.counted("invoice"))</span>
            """
    }

    private func sums(_ agency: PaymentsOverview.Agency) -> [String] {
        let figures = [agency.lines.grouped, agency.hours.description]
        if kind == .plain { return figures + [agency.amount.dollars] }
        return figures + [agency.paid.dollars, agency.takenBack.dollars, agency.amount.dollars]
    }

    private func row(_ entry: PaymentEntry) -> Markup {
        let night = overview.night
        let payment = entry.payment
        let invoice = night.invoices[payment.invoice].invoice
        let number = night.symbols[invoice.number]
        let opening: Markup = """
            <tr data-agency="\(entry.provider)"><th scope="row">\(number)</th>
            """
        let day = (invoice.date ?? night.asOf).description
        if kind == .plain {
            return """
                \(opening)<td>\((invoice.form ?? .dcf2106).description)</td><td>\(day)</td>\
                <td>\(night.receivedDate(of: payment.invoice))</td><td>\(payment.linesPaid.grouped)</td>\
                <td>\(payment.hours)</td><td>\(payment.amount)</td></tr>\n
                """
        }
        return """
            \(opening)<td>\(night.symbols[invoice.replacesText])</td><td>\(day)</td>\
            <td>\(payment.linesPaid.grouped)</td><td>\(payment.hours)</td><td>\(entry.paid)</td>\
            <td>\(entry.takenBack)</td><td>\(payment.amount)</td></tr>\n
            """
    }
}
