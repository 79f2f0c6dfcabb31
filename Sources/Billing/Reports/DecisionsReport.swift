/// decisions.csv: what the run says of every line, for machines.
enum DecisionsReport: Report {
    static let fileName = "decisions.csv"

    static let columns = """
        provider_id,invoice_number,line_number,form,agreement_id,child_id,service_date,service,billed_hours,\
        billed_rate,billed_amount,disposition,paid_hours,paid_amount,held_amount,adjustments,findings,deciding_rule
        """

    static func write(_ outcome: Outcome, to file: ReportFile) throws(Disk.Fault) {
        var csv = CSVWriter(columns: columns)
        let night = outcome.night
        for index in outcome.rows {
            night.writeDecision(of: Int(index), to: &csv)
            try file.drain(&csv)
        }
        try file.drain(&csv, atLeast: 0)
    }

    static func expectation(_ outcome: Outcome) -> ReportExpectation.Content {
        let lines = outcome.totals.lines
        return .table(
            columns: columns, rows: outcome.rows.count,
            [
                .init("billed_amount", outcome.sums.billed), .init("held_amount", outcome.sums.held),
                .init("paid_amount", Money(cents: lines.paid.cents - lines.reversed.cents)),
                .init("adjustments", Money(cents: lines.adjusted.cents)), .init("paid_hours", hours: outcome.sums.paidHours),
            ])
    }
}

extension Night {
    fileprivate func writeDecision(of index: Int, to csv: inout CSVWriter) {
        let line = lines[index]
        let invoice = Int(line.invoice)
        let decision = decisions[index]
        csv.text(invoices[invoice].invoice.provider, symbols)
        csv.text(invoices[invoice].invoice.number, symbols)
        csv.plain(line.number)
        csv.plain(invoices[invoice].invoice.form ?? .dcf2106)
        csv.text(invoices[invoice].invoice.agreement, symbols)
        csv.text(line.child, symbols)
        csv.plain(line.day)
        writeService(of: index, to: &csv)
        csv.plain(line.hours)
        csv.plain(line.rate)
        csv.plain(line.amount)
        csv.plain(decision.disposition.word)
        csv.plain(decision.paidHours)
        csv.plain(decision.paidAmount)
        csv.plain(decision.heldAmount)
        if decision.disposition == .paid, decision.findings.isEmpty, origins[index] != .undone {
            csv.empty(3)
        } else {
            csv.plain(adjustmentsText(of: index))
            csv.plain(findings(of: index))
            csv.plain(decision.decidingRule.map { Catalogue.name($0) } ?? "")
        }
        csv.endRow()
    }

    /// The service as the line's decision names it; a line that is taken back keeps the word under which it was
    /// decided.
    func reportedService(of index: Int) -> String {
        if origins[index] == .undone, let prior = priors[index] { return prior.service }
        return serviceName(of: index)
    }

    /// A cell with the service as the line's decision names it.
    func writeService(of index: Int, to csv: inout CSVWriter) {
        if origins[index] != .undone, let service = knownService(of: index) {
            csv.text(pack.services.name(service))
        } else {
            csv.text(reportedService(of: index))
        }
    }

    /// `rule:amount` joined by `;`, in the order of the rules.
    func adjustmentsText(of index: Int) -> String {
        let decision = decisions[index]
        if decision.disposition == .paid { return "" }
        if decision.deniedAmount != .zero, let rule = decision.decidingRule {
            return "\(Catalogue.name(rule)):\(decision.deniedAmount)"
        }
        return adjustments(of: index).filter { $0.amount != .zero }
            .map { "\(Catalogue.name($0.rule)):\($0.amount)" }
            .joined(separator: ";")
    }

    /// Every rule that spoke, joined by `;`, in the order of the rules, `denied-by-staff` first.
    func findings(of index: Int) -> String {
        let decision = decisions[index]
        if origins[index] == .undone { return decision.decidingRule.map { Catalogue.name($0) } ?? "" }
        if decision.findings.isEmpty, !decision.isDeniedByStaff { return "" }
        let staff = decision.isDeniedByStaff ? [DeniedByStaff.name] : []
        return (staff + decision.findings.rules.map { Catalogue.name($0) }).joined(separator: ";")
    }
}
