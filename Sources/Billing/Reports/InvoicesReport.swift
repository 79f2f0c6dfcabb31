/// invoices.csv: what became of every invoice that came tonight, for machines.
enum InvoicesReport: Report {
    static let fileName = "invoices.csv"

    static let columns = """
        provider_id,invoice_number,form,file,status,replaces,line_count,billed_hours,billed_amount,paid_amount,\
        adjusted_amount,held_amount,findings
        """

    static func write(_ outcome: Outcome, to file: ReportFile) throws(Disk.Fault) {
        var csv = CSVWriter(columns: columns)
        let night = outcome.night
        let ranks = night.invoiceRanks()
        let tonight = night.invoices.indices.filter { night.invoices[$0].isReported }
        // Equal numbers of one provider stand in the order of files and places, which is that of the night.
        for index in tonight.sorted(by: { ranks[$0] < ranks[$1] }) {
            night.write(index, to: &csv)
            try file.drain(&csv)
        }
        try file.drain(&csv, atLeast: 0)
    }

    static func expectation(_ outcome: Outcome) -> ReportExpectation.Content {
        let invoices = outcome.totals.invoices
        return .table(
            columns: columns, rows: invoices.received.count,
            [
                .init("line_count", count: outcome.totals.lines.received.count),
                .init("billed_amount", Money(cents: invoices.received.cents)),
                .init("paid_amount", outcome.sums.received.paid),
                .init("adjusted_amount", outcome.sums.received.adjusted),
                .init("held_amount", outcome.sums.received.held),
            ])
    }
}

extension Night {
    fileprivate func write(_ index: Int, to csv: inout CSVWriter) {
        let entry = invoices[index]
        let invoice = entry.invoice
        csv.text(invoice.provider, symbols)
        csv.text(invoice.number, symbols)
        if let form = invoice.form { csv.plain(form) } else { csv.text(invoice.formText, symbols) }
        csv.text(entry.fileName)
        csv.plain(entry.status.rawValue)
        csv.text(invoice.replacesText, symbols)
        csv.plain(invoice.lines.count)
        csv.plain(billedHours(of: invoice)?.description ?? "")
        csv.plain(billedAmount(of: invoice)?.description ?? "")
        var paid = Money.zero
        var adjusted = Money.zero
        var held = Money.zero
        if entry.status == .accepted {
            for line in invoice.lines {
                paid += decisions[line].paidAmount
                adjusted += self.adjusted(line)
                held += decisions[line].heldAmount
            }
        }
        csv.plain(paid)
        csv.plain(adjusted)
        csv.plain(held)
        csv.plain(Set(invoice.findings.map { $0.rule }).sorted().map { Catalogue.name($0) }.joined(separator: ";"))
        csv.endRow()
    }

    /// The hours of all lines; nil where one could not be read.
    func billedHours(of invoice: Invoice) -> Hours? {
        var sum = Hours.zero
        for line in lines[invoice.lines] {
            if line.unread.contains(.hours) { return nil }
            sum += line.hours
        }
        return sum
    }

    /// The amount of all lines; nil where one could not be read.
    func billedAmount(of invoice: Invoice) -> Money? {
        var sum = Money.zero
        for line in lines[invoice.lines] {
            if line.unread.contains(.amount) { return nil }
            sum += line.amount
        }
        return sum
    }
}
