/// vouchers.csv: one voucher per invoice that is owed money, for accounting. It has the shape of the public PeopleSoft
/// spreadsheet voucher; it is not the state's own interface.
enum VouchersReport: Report {
    static let fileName = "vouchers.csv"

    static let columns = """
        record_type,business_unit,voucher,supplier_id,invoice_number,invoice_date,line,distribution,description,\
        recovers_invoice,hours,rate,amount,fund,department,sid,program,account,project,chartfield_1,chartfield_2,\
        budget_reference
        """

    static func write(_ outcome: Outcome, to file: ReportFile) throws(Disk.Fault) {
        var csv = CSVWriter(columns: columns)
        for (index, voucher) in outcome.vouchers.vouchers.enumerated() {
            write(voucher, number: index + 1, outcome, to: &csv)
            try file.drain(&csv)
        }
        try file.drain(&csv, atLeast: 0)
    }

    static func expectation(_ outcome: Outcome) -> ReportExpectation.Content {
        // What is owed by payments.csv, less what was refused and what was taken off for earlier debts.
        let owed = outcome.payments.reduce(Money.zero) { $0 + max(.zero, $1.amount) }
        let refused = outcome.vouchers.refusals.reduce(Money.zero) { $0 + $1.amount }
        let recovered = outcome.vouchers.recoverables.reduce(Money.zero) { $0 + $1.owed - $1.left }
        let sums = ["header", "line", "distribution"].map { word in
            ReportExpectation.Sum("amount", owed - refused - recovered, where: ("record_type", word))
        }
        return .table(columns: columns, rows: nil, sums)
    }

    private static func write(_ voucher: Voucher, number: Int, _ outcome: Outcome, to csv: inout CSVWriter) {
        let night = outcome.night
        let invoice = night.invoices[voucher.invoice].invoice
        begin("header", number, night, &csv)
        csv.text(voucher.supplier, night.symbols)
        csv.text(night.symbols[invoice.number].uppercased())
        csv.plain(invoice.date ?? night.asOf)
        csv.empty(6)
        csv.plain(voucher.amount)
        csv.empty(9)
        csv.endRow()
        var line = 0
        for entry in voucher.lines {
            line += 1
            let cells = LineCells(
                line: line, description: entry.description(night.pack.vouchers), recovers: .none,
                hours: entry.hours, rate: entry.rate, amount: entry.amount,
                fiscalYear: night.pack.vouchers.fiscalYear(of: entry.month))
            write(cells, number, night, &csv)
        }
        for taking in voucher.takings {
            line += 1
            let recoverable = outcome.vouchers.recoverables[taking.recoverable]
            let cells = LineCells(
                line: line, description: "Recovered, owed \(recoverable.since)", recovers: recoverable.invoiceNumber,
                hours: nil, rate: nil, amount: -taking.amount,
                fiscalYear: night.pack.vouchers.fiscalYear(of: night.asOf.month))
            write(cells, number, night, &csv)
        }
    }

    private struct LineCells {
        var line: Int
        var description: String
        var recovers: Symbol
        var hours: Hours?
        var rate: Rate?
        var amount: Money
        var fiscalYear: Int
    }

    /// A line and its one distribution.
    private static func write(_ cells: LineCells, _ number: Int, _ night: Night, _ csv: inout CSVWriter) {
        begin("line", number, night, &csv)
        csv.empty(3)
        csv.plain(cells.line)
        csv.empty()
        csv.text(cells.description)
        csv.text(night.symbols[cells.recovers].uppercased())
        csv.plain(cells.hours?.description ?? "")
        csv.plain(cells.rate?.description ?? "")
        csv.plain(cells.amount)
        csv.empty(9)
        csv.endRow()
        begin("distribution", number, night, &csv)
        csv.empty(3)
        csv.plain(cells.line)
        csv.plain(1)
        csv.empty(4)
        csv.plain(cells.amount)
        let fields = night.pack.vouchers.chartfields
        for text in [
            fields.fund, fields.department, fields.sid, fields.program, fields.account, fields.project,
            fields.chartfield1, fields.chartfield2,
        ] {
            csv.text(text)
        }
        csv.plain(cells.fiscalYear)
        csv.endRow()
    }

    private static func begin(_ record: String, _ number: Int, _ night: Night, _ csv: inout CSVWriter) {
        csv.plain(record)
        csv.text(night.pack.vouchers.businessUnit)
        csv.plain(number)
    }
}
