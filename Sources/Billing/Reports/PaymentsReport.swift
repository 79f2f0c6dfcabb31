/// An invoice on which money moved.
struct Payment: Hashable, Sendable {
    /// Its place among the night's invoices.
    var invoice: Int
    /// Lines paid or reduced by this run.
    var linesPaid = 0
    /// Net of what was taken back.
    var hours: Hours = .zero
    var amount: Money = .zero
}

/// payments.csv: the invoices on which money moved, for the Subsidy Unit.
enum PaymentsReport: Report {
    static let fileName = "payments.csv"

    static let columns = """
        provider_id,supplier_id,legal_name,invoice_number,form,invoice_date,received_date,lines_paid,hours,amount,\
        replaces
        """

    static func write(_ outcome: Outcome, to file: ReportFile) throws(Disk.Fault) {
        var csv = CSVWriter(columns: columns)
        let night = outcome.night
        for payment in outcome.payments {
            let invoice = night.invoices[payment.invoice].invoice
            csv.text(invoice.provider, night.symbols)
            let provider = night.registers.provider(invoice.provider)
            csv.text(provider?.supplierID ?? .none, night.symbols)
            csv.text(provider?.legalName ?? .none, night.symbols)
            csv.text(invoice.number, night.symbols)
            csv.plain(invoice.form ?? .dcf2106)
            csv.plain(invoice.date ?? night.asOf)
            csv.plain(night.receivedDate(of: payment.invoice))
            csv.plain(payment.linesPaid)
            csv.plain(payment.hours)
            csv.plain(payment.amount)
            csv.text(invoice.replacesText, night.symbols)
            csv.endRow()
            try file.drain(&csv)
        }
        try file.drain(&csv, atLeast: 0)
    }

    static func expectation(_ outcome: Outcome) -> ReportExpectation.Content {
        let lines = outcome.totals.lines
        return .table(
            columns: columns, rows: outcome.payments.count,
            [
                .init("amount", Money(cents: lines.paid.cents - lines.reversed.cents)),
                .init("hours", hours: outcome.sums.paidHours), .init("lines_paid", count: lines.paid.count),
            ])
    }
}

extension Night {
    /// AAP's word on an invoice of form AAP as of the run; nil where there is none.
    func review(of invoice: Invoice) -> Review? {
        registers.reviews.review(of: invoice.numberKey, provider: invoice.provider, asOf: asOf)
    }

    /// AAP's day for form AAP once it is known, else the as-of date of the run that accepted the invoice.
    func receivedDate(of invoice: Int) -> Day {
        let entry = invoices[invoice]
        if entry.invoice.form == .aap, let review = review(of: entry.invoice) {
            return review.received
        }
        return entry.receivedOn
    }

    /// Calls `body` with the lines on which the decided night moves money, each with the invoice whose payment that
    /// is: what a correction takes back is netted into the invoice that replaced the old one, through a chain into the
    /// last.
    func forEachMoneyMove(_ body: (_ line: Int, _ invoice: Int) -> Void) {
        var replacers: [InvoiceKey: Int] = [:]
        for index in invoices.indices
        where invoices[index].status.isReceived && !invoices[index].invoice.replaces.isEmpty {
            let invoice = invoices[index].invoice
            replacers[InvoiceKey(invoice.provider, invoice.replaces)] = index
        }
        /// The last of its chain, by the first.
        var lasts: [Int: Int] = [:]
        for index in lines.indices {
            let decision = decisions[index]
            var target = Int(lines[index].invoice)
            if decision.disposition == .reversed {
                if decision.decidingRule == Replaced.id {
                    let first = target
                    if let last = lasts[first] { target = last }
                    while let next = replacers[invoices[target].invoice.key] { target = next }
                    lasts[first] = target
                }
            } else if !origins[index].isDecided || !decision.disposition.isPayment {
                continue
            }
            body(index, target)
        }
    }

    /// The invoices on which the decided night moves money.
    ///
    /// - Parameter ranks: each invoice's place by provider and number.
    func payments(_ ranks: [Int]) -> [Payment] {
        var payments = invoices.indices.map { Payment(invoice: $0) }
        var isMoved = [Bool](repeating: false, count: invoices.count)
        forEachMoneyMove { line, invoice in
            isMoved[invoice] = true
            payments[invoice].linesPaid += decisions[line].disposition.isPayment ? 1 : 0
            payments[invoice].hours += decisions[line].paidHours
            payments[invoice].amount += decisions[line].paidAmount
        }
        return payments.filter { isMoved[$0.invoice] }.sorted { ranks[$0.invoice] < ranks[$1.invoice] }
    }
}
