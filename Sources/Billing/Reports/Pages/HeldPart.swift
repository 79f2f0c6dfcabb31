/// Every line that is held after the run, those of earlier nights too, with its days on the clocks.
struct HeldPart {
    let overview: ExceptionsOverview

    static let table = PageTable(
        name: "held-lines",
        columns: [
            .init("Received", width: 9), .init("Days", .number, width: 6), .init("Pay by", width: 9),
            .init("Agency, invoice, line", width: 20), .init("Child", width: 8), .init("Service", width: 18),
            .init("Held", .number, width: 9), .init("Why and whose move", width: 21),
        ])

    /// Writes the part; on a long page it goes out piece by piece.
    func write(to page: inout Markup, _ file: ReportFile) throws(Disk.Fault) {
        page += """
            <section class="wide" aria-labelledby="held">
            <h2 id="held">Held lines</h2>\n
            """
        if overview.ageing.lines.isEmpty {
            page += "<p>No line is held after this run.</p></section>\n"
            return
        }
        page += """
            <div class="grid"><div><h3>Held dollars by age</h3>\(picture.markup)</div><div><h3>How to read the days</h3>
            <p class="note">Days are counted from the day on which the invoice was received, for form AAP from the day \
            on which AAP received it, once that is known. Pay by is \
            \(overview.night.pack.settings.promptPaymentDays) days after it: from then on interest is owed. What is \
            held is decided anew every night; it leaves this list when what it waits for has come, or when staff \
            release or deny it.</p></div></div>
            <div data-list data-counted="held lines">\n
            """
        var words = HoldingWords()
        var list = PageList(Self.table, caption: "Held lines, those received first on top")
        for line in overview.ageing.lines.prefix(PageList.longest) {
            list.row(row(line, words.words(of: line.index, in: overview.night)), in: &page)
            try file.drain(&page)
        }
        list.end(in: &page)
        page += "</div>\n"
        let left = overview.ageing.lines.count - PageList.longest
        if left > 0 { page += "<p>\(left.counted("younger line")) more: see open-items.csv.</p>\n" }
        page += "</section>\n"
    }

    private var picture: BarPicture {
        let bands = overview.ageing.bands
        let most = bands.map { $0.sum.amount.cents }.max() ?? 0
        return BarPicture(
            name: "ages", title: "Held dollars by days since receipt",
            bars: bands.map { words, sum in
                BarPicture.Bar(
                    label: "\(words) · \(sum.count.counted("line"))", value: sum.amount.dollars,
                    stretches: [.init(share: BarPicture.share(sum.amount.cents, of: most), tone: .held)])
            })
    }

    private func row(_ line: HeldLine, _ words: HoldingWords.Words) -> Markup {
        let night = overview.night
        let billed = night.lines[line.index]
        let invoice = night.invoices[Int(billed.invoice)].invoice
        let since = night.heldSince(line.index)
        return """
            <tr data-agency="\(invoice.provider, night.symbols)" data-rule="\(words.inAttribute)">\
            <th scope="row">\(line.received)</th><td>\(line.age)</td>\
            <td>\(line.received.adding(days: night.pack.settings.promptPaymentDays))</td>\
            <td>\(invoice.provider, night.symbols) \(invoice.number, night.symbols) line \(Int(billed.number))\
            <small>held since \(since), \(night.asOf.days(since: since).days)</small></td>\
            <td>\(billed.child, night.symbols)<small>\(billed.day)</small></td>\
            <td>\(night.serviceName(of: line.index))<small>\(invoice.agreement, night.symbols)</small></td>\
            <td>\(line.amount)</td>\
            <td>\(words.inText)<small>\(words.owner?.inWords ?? "")</small></td></tr>\n
            """
    }
}
