/// payments.xlsx: payments.csv for a spreadsheet, with a summary.
enum PaymentsWorkbook: ReportSet {
    static let fileName = "payments.xlsx"
    private static let sheetName = "Payments"

    private static let columns = [
        SheetColumn("Provider", 14), SheetColumn("Supplier", 14), SheetColumn("Legal name", 34),
        SheetColumn("Invoice", 22), SheetColumn("Form", 11), SheetColumn("Invoice date", 13),
        SheetColumn("Received", 12), SheetColumn("Lines paid", 11), SheetColumn("Hours", 10),
        SheetColumn("Amount", 14), SheetColumn("Replaces", 22), SheetColumn("What it is", 24),
    ]

    static func write(_ outcome: Outcome, _ rows: Range<Int>, into folder: ReportFolder) throws(Disk.Fault) {
        try folder.writeWhole(fileName) { path in write(outcome, to: path) }
    }

    /// - Parameter rowLimit: the most rows of a sheet.
    /// - Returns: nil, or the `errno` of the failure.
    static func write(_ outcome: Outcome, to path: String, rowLimit: Int = DataSheets.sheetRows) -> Int32? {
        let night = outcome.night
        let title = "Payments of \(night.runID)"
        guard let workbook = Workbook(path, title: title, asOf: night.asOf) else { return 12 }
        var sheet = DataSheets(workbook, name: sheetName, columns: columns, rowLimit: rowLimit)
        let refused = Set(outcome.vouchers.refusals.map { $0.invoice })
        for payment in outcome.payments {
            write(payment, night, hasVoucher: !refused.contains(payment.invoice), to: &sheet)
        }
        sheet.end()
        var summary = SummarySheet(workbook, title: title)
        summary.add(byOutcome(outcome.totals))
        summary.add(byProvider(outcome))
        return workbook.close()
    }

    static func expectations(_ outcome: Outcome) -> [ReportExpectation] {
        let lines = outcome.totals.lines
        let amount = Money(cents: lines.paid.cents - lines.reversed.cents)
        return [
            ReportExpectation(
                files: .named(fileName),
                content: .workbook(
                    sheets: sheetName, rows: outcome.payments.count,
                    [(8, Money(cents: outcome.sums.paidHours.hundredths)), (9, amount)]))
        ]
    }

    private static func write(
        _ payment: Payment, _ night: Night, hasVoucher: Bool, to sheet: inout DataSheets
    ) {
        let invoice = night.invoices[payment.invoice].invoice
        let provider = night.registers.provider(invoice.provider)
        sheet.beginRow()
        sheet.text(night.symbols[invoice.provider])
        sheet.text(night.symbols[provider?.supplierID ?? .none])
        sheet.text(night.symbols[provider?.legalName ?? .none])
        sheet.text(night.symbols[invoice.number])
        sheet.text((invoice.form ?? .dcf2106).description)
        sheet.day(invoice.date ?? night.asOf)
        sheet.day(night.receivedDate(of: payment.invoice))
        sheet.count(payment.linesPaid)
        sheet.hours(payment.hours)
        sheet.money(payment.amount)
        sheet.text(night.symbols[invoice.replacesText])
        sheet.text(meaning(of: payment.amount, hasVoucher: hasVoucher))
    }

    private static func meaning(of amount: Money, hasVoucher: Bool) -> String {
        if amount == .zero { return "nothing to pay" }
        if amount < .zero { return "to recover" }
        return hasVoucher ? "to pay" : "to pay, no voucher"
    }

    private static func byOutcome(_ totals: ControlTotals) -> SummarySheet.Table {
        func row(_ word: String, _ count: ControlTotals.Count) -> SummarySheet.Row {
            .init(word: word, count: count.count, amount: Money(cents: count.cents))
        }
        return .init(
            title: "Dollars by outcome", subject: "Lines",
            rows: [
                row("held before", totals.heldBefore), row("reopened", totals.reopened),
                row("billed", totals.lines.billed), row("paid", totals.lines.paid),
                row("taken off", totals.lines.adjusted), row("withdrawn", totals.lines.withdrawn),
                row("held after", totals.heldAfter), row("reversed", totals.lines.reversed),
            ], charted: .amount)
    }

    /// The providers with the largest amounts, the others together.
    private static func byProvider(_ outcome: Outcome) -> SummarySheet.Table {
        let night = outcome.night
        var rows: [SummarySheet.Row] = []
        for payment in outcome.payments {
            let provider = night.symbols[night.invoices[payment.invoice].invoice.provider]
            if rows.last?.word != provider { rows.append(.init(word: provider, count: 0, amount: .zero)) }
            rows[rows.count - 1].count += 1
            rows[rows.count - 1].amount += payment.amount
        }
        return .init(
            title: "Net payments by provider", subject: "Invoices of",
            rows: SummarySheet.Row.largest(rows), charted: .amount)
    }
}

extension SummarySheet.Row {
    /// So many rows as a chart can show, the largest amounts first, the others as one.
    static func largest(_ rows: [SummarySheet.Row]) -> [SummarySheet.Row] {
        let shown = 15
        // Equal amounts stay in their order.
        let sorted = rows.enumerated().sorted { ($1.element.amount, $0.offset) < ($0.element.amount, $1.offset) }
            .map { $0.element }
        guard sorted.count > shown else { return sorted }
        let others = sorted[(shown - 1)...]
        return sorted[..<(shown - 1)] + [
            .init(
                word: "\(others.count) others", count: others.reduce(0) { $0 + $1.count },
                amount: others.reduce(.zero) { $0 + $1.amount }, isRest: true)
        ]
    }
}
