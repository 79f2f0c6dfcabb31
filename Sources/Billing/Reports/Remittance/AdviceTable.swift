/// remittance/<provider>.csv: a row per line, then what was recovered and what is still owed.
enum AdviceTable {
    static let columns = """
        record,provider_id,invoice_number,form,replaces,line_number,agreement_id,child_id,service_date,service,\
        billed_hours,billed_rate,billed_amount,taken_off_amount,held_amount,paid_amount,paid_hours,outcome,origin,\
        reasons,next_step,policy,recovered_amount,owed_amount
        """

    static func write(_ advice: Advice, _ outcome: Outcome, to file: ReportFile) throws(Disk.Fault) {
        var csv = CSVWriter(columns: columns, isGuarded: true)
        for invoice in advice.invoices {
            for line in invoice.lines {
                write(line, outcome, to: &csv)
                try file.drain(&csv)
            }
        }
        let night = outcome.night
        for entry in advice.recovered {
            let words =
                "Taken off this invoice's voucher: owed on invoice "
                + "\(night.symbols[entry.recoverable.invoiceNumber]) since \(entry.recoverable.since)."
            let number = night.symbols[night.invoices[entry.invoice].invoice.number]
            write("recovered", advice, number, words, recovered: entry.amount, owed: .zero, night, to: &csv)
        }
        for entry in advice.owed {
            let words = "Taken back on \(entry.since); it will be taken off the next vouchers."
            let number = night.symbols[entry.invoiceNumber]
            write("owed", advice, number, words, recovered: .zero, owed: entry.left, night, to: &csv)
        }
        try file.drain(&csv, atLeast: 0)
    }

    static func expectation(_ sum: AdviceAmounts) -> ReportExpectation.Content {
        .table(
            columns: columns, rows: nil,
            [
                .init("billed_amount", sum.billed), .init("taken_off_amount", sum.takenOff),
                .init("held_amount", sum.held), .init("paid_amount", sum.paid),
                .init("paid_hours", hours: sum.paidHours),
            ])
    }

    private static func write(_ index: Int, _ outcome: Outcome, to csv: inout CSVWriter) {
        write(index, outcome.night, to: &csv)
        let reasons = outcome.adviceReasons(of: index)
        if reasons.isEmpty {
            csv.empty(3)
        } else {
            csv.text(reasons.map { $0.worded }.joined(separator: " "))
            csv.text(reasons.map { $0.nextStep }.uniqued.joined(separator: " "))
            csv.text(reasons.map { $0.source }.uniqued.joined(separator: "; "))
        }
        csv.plain(Money.zero)
        csv.plain(Money.zero)
        csv.endRow()
    }

    private static func write(_ index: Int, _ night: borrowing Night, to csv: inout CSVWriter) {
        let line = night.lines[index]
        let place = Int(line.invoice)
        let provider = night.invoices[place].invoice.provider
        let amounts = night.adviceAmounts(of: index)
        csv.plain("line")
        csv.text(provider, night.symbols)
        csv.text(night.invoices[place].invoice.number, night.symbols)
        csv.plain(night.invoices[place].invoice.form ?? .dcf2106)
        csv.text(night.invoices[place].invoice.replacesText, night.symbols)
        csv.plain(line.number)
        csv.text(night.invoices[place].invoice.agreement, night.symbols)
        csv.text(line.child, night.symbols)
        csv.plain(line.day)
        night.writeService(of: index, to: &csv)
        csv.plain(line.hours)
        csv.plain(line.rate)
        csv.plain(amounts.billed)
        csv.plain(amounts.takenOff)
        csv.plain(amounts.held)
        csv.plain(amounts.paid)
        csv.plain(amounts.paidHours)
        csv.plain(night.decisions[index].disposition.word)
        csv.text(night.adviceOrigin(of: index))
    }

    private static func write(
        _ record: String, _ advice: Advice, _ number: String, _ words: String, recovered: Money, owed: Money,
        _ night: Night, to csv: inout CSVWriter
    ) {
        csv.plain(record)
        csv.text(advice.provider, night.symbols)
        csv.text(number)
        csv.empty(16)
        csv.text(words)
        csv.empty(2)
        csv.plain(recovered)
        csv.plain(owed)
        csv.endRow()
    }
}

extension AdviceReason {
    /// `$70.63 by service-hours-exceeded: 20.00 h are agreed …`
    fileprivate var worded: String {
        let name = Catalogue.name(rule)
        return amount == .zero ? "\(name): \(message)" : "\(amount.dollars) by \(name): \(message)"
    }
}

extension [String] {
    /// Each text once, in the order in which it first comes.
    var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
