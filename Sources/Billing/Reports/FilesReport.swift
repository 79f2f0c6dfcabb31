/// files.csv: what became of every file of the inbox, for machines.
enum FilesReport: Report {
    static let fileName = "files.csv"

    static let columns = "file,sha256,format,status,invoice_count,line_count,billed_amount,findings"

    static func write(_ outcome: Outcome, to file: ReportFile) throws(Disk.Fault) {
        var csv = CSVWriter(columns: columns)
        let night = outcome.night
        for entry in night.files.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            let received = entry.invoices.filter { night.invoices[$0].status.isReceived }
            csv.text(entry.name)
            csv.plain(entry.sha256)
            csv.plain(entry.format)
            csv.plain(entry.status.rawValue)
            csv.plain(received.count)
            csv.plain(received.reduce(0) { $0 + night.invoices[$1].invoice.lines.count })
            csv.plain(
                received.reduce(Money.zero) {
                    $0 + (night.billedAmount(of: night.invoices[$1].invoice) ?? .zero)
                })
            csv.plain(
                Set(entry.findings.map { $0.rule }).sorted().map { Catalogue.name($0) }.joined(separator: ";"))
            csv.endRow()
            try file.drain(&csv)
        }
        try file.drain(&csv, atLeast: 0)
    }

    static func expectation(_ outcome: Outcome) -> ReportExpectation.Content {
        let totals = outcome.totals
        return .table(
            columns: columns, rows: totals.files.received.count,
            [
                .init("invoice_count", count: totals.invoices.accepted.count + totals.invoices.replaced.count),
                .init(
                    "billed_amount", Money(cents: totals.invoices.accepted.cents + totals.invoices.replaced.cents)),
            ])
    }
}
