/// Exceptions by case: per agency, invoice and line what is off and what to do next. On paper every agency begins on a
/// sheet of its own, so that its part can be handed on.
struct CasePart {
    let overview: ExceptionsOverview
    private let cases: CaseFile
    /// Tonight's and earlier invoices, as the exceptions name them.
    private let invoices: [InvoiceName: Int]

    static let table = PageTable(
        name: "cases",
        columns: [
            .init("Line", width: 7), .init("Child", width: 7), .init("Date", width: 9),
            .init("What is off", width: 25), .init("Expected", width: 10), .init("Found", width: 10),
            .init("Dollars", .number, width: 8), .init("What to do next", width: 24),
        ])

    private struct InvoiceName: Hashable {
        var provider: String
        var number: String
        var file: String
    }

    init(_ overview: ExceptionsOverview) {
        self.overview = overview
        let night = overview.night
        cases = CaseFile(overview.exceptions, night.symbols)
        var invoices: [InvoiceName: Int] = [:]
        for (index, entry) in night.invoices.enumerated() {
            let name = InvoiceName(
                provider: night.symbols[entry.invoice.provider], number: night.symbols[entry.invoice.number],
                file: entry.fileName)
            if invoices[name] == nil { invoices[name] = index }
        }
        self.invoices = invoices
    }

    /// Writes the part; on a long page it goes out piece by piece.
    func write(to page: inout Markup, _ file: ReportFile) throws(Disk.Fault) {
        page += "<section class=\"wide\" aria-labelledby=\"by-case\">\n<h2 id=\"by-case\">By case</h2>\n"
        let count = overview.exceptionCount
        if count == 0 { page += "<p>There are no exceptions tonight.</p>\n" }
        if count > PageList.longest {
            page += """
                <p>The \(PageList.longest.grouped) gravest of \(count.counted("exception")) stand here; all of them \
                are in exceptions.csv and exceptions.xlsx. The figures above count all.</p>\n
                """
        }
        for (place, agency) in cases.agencies.enumerated() {
            page += opening(agency, isFirst: place == 0)
            var list = PageList(
                Self.table, caption: "Exceptions \(agency.id.isEmpty ? "of no agency" : "of \(agency.id)")")
            for group in agency.groups {
                list.group(name(group), heading(group, agency.id), in: &page)
                for exception in group.rows { list.row(row(exception), in: &page) }
                try file.drain(&page)
            }
            list.end(in: &page)
            page += "</section>\n"
        }
        page += "</section>\n"
    }

    private func opening(_ agency: CaseFile.Agency, isFirst: Bool) -> Markup {
        let name = overview.night.name(ofAgency: agency.id)
        let title: Markup =
            agency.id.isEmpty ? "Files, registers and decisions of no one agency" : "\(agency.id) \(name)"
        return """
            <section class="agency\(isFirst ? " first" : "")" data-list data-counted="exceptions" \
            data-agency="\(agency.id)" data-find="\(name)">
            <h3>\(title)</h3>\n
            """
    }

    // MARK: - Groups

    private func name(_ group: CaseFile.Group) -> String {
        switch group.subject {
        case .agreement(let id): overview.night.symbols[id]
        case .file(let name): name
        case .invoice(let number, _): number
        }
    }

    private func heading(_ group: CaseFile.Group, _ agency: String) -> Markup {
        switch group.subject {
        case .agreement(let id): return "Agreement \(overview.night.symbols[id])"
        case .file(let name): return name.isEmpty ? "No file" : "File \(name)"
        case .invoice(let number, let file):
            let words = invoices[InvoiceName(provider: agency, number: number, file: file)].map { facts(of: $0) } ?? ""
            return "Invoice \(number) \(words)<span>\(file)</span>"
        }
    }

    private func facts(of index: Int) -> Markup {
        let night = overview.night
        let entry = night.invoices[index]
        let invoice = entry.invoice
        var words: Markup = "<span>\(invoice.form?.description ?? night.symbols[invoice.formText])"
        if let month = invoice.billingMonth { words += ", \(month.description)" }
        words += "</span>"
        if !invoice.agreement.isEmpty { words += "<span>agreement \(night.symbols[invoice.agreement])</span>" }
        if entry.isEarlier { return "\(words)<span>received \(entry.receivedOn)</span>" }
        let billed = night.billedAmount(of: invoice)?.dollars ?? "an amount that can't be read"
        guard entry.status == .accepted else { return "\(words)<span>\(entry.status.rawValue), bills \(billed)</span>" }
        let paid = invoice.lines.reduce(Money.zero) { $0 + night.decisions[$1].paidAmount }
        return "\(words)<span>\(paid) paid of \(billed)</span>"
    }

    // MARK: - Rows

    private func row(_ exception: ExceptionRow) -> Markup {
        let rule = Catalogue.rule(exception.rule)
        let sentence = exception.sentence(overview.outcome)
        let isAgreement = !exception.agreement.isEmpty && exception.invoiceNumber.isEmpty
        return """
            <tr data-rule="\(rule.name)"><th scope="row">\(subject(exception))\(place(exception))</th>\
            <td>\(overview.night.symbols[exception.child])\
            \(isAgreement ? overview.night.symbols[exception.agreement] : "")</td>\
            <td>\(exception.day?.description ?? "")</td>\
            <td>\(exception.effect.tag) <a href="#cause-\(rule.name)">\(rule.name)</a><br>\(sentence.message)</td>\
            <td>\(sentence.expected)</td><td>\(sentence.found)</td>\
            <td>\(exception.amount?.dollars ?? "not known")</td>\
            <td><b>\(rule.owner.inWords):</b> \(rule.nextStep)</td></tr>\n
            """
    }

    private func place(_ exception: ExceptionRow) -> Markup {
        exception.place.isEmpty ? "" : "<small>file \(exception.place)</small>"
    }

    /// The line's number, or what else the exception is about.
    private func subject(_ exception: ExceptionRow) -> String {
        if !exception.lineNumber.isEmpty { return exception.lineNumber }
        if !exception.invoiceNumber.isEmpty { return "invoice" }
        return exception.agreement.isEmpty ? "file" : "agreement"
    }
}

extension Night {
    /// An agency's legal name, empty where the register has none.
    func name(ofAgency id: String) -> String {
        guard let symbol = symbols.find(id), let provider = registers.provider(symbol) else { return "" }
        return symbols[provider.legalName]
    }
}
