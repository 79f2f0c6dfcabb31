/// agreements.csv: hours and dollars of every agreement's services, and its findings, for the Subsidy Unit.
enum AgreementsReport: Report {
    static let fileName = "agreements.csv"

    static let columns = """
        agreement_id,version,provider_id,service,start_date,expected_end_date,max_hours,paid_hours,held_hours,\
        left_hours,ceiling,paid_amount,held_amount,left_amount,findings
        """

    static func write(_ outcome: Outcome, to file: ReportFile) throws(Disk.Fault) {
        var csv = CSVWriter(columns: columns)
        let symbols = outcome.night.symbols
        let services = outcome.night.pack.services
        // In place: a copy of an agreement's outcome counts references to all that it holds.
        try outcome.agreements.withUnsafeBufferPointer { (agreements) throws(Disk.Fault) in
            for place in agreements.indices {
                write(agreements[place], services, symbols, to: &csv)
                try file.drain(&csv)
            }
        }
        try file.drain(&csv, atLeast: 0)
    }

    private static func write(
        _ agreement: borrowing AgreementOutcome, _ services: ServiceCatalogue, _ symbols: borrowing Symbols,
        to csv: inout CSVWriter
    ) {
        for index in agreement.accounts.indices {
            let account = agreement.accounts[index]
            csv.text(agreement.id, symbols)
            csv.plain(agreement.version)
            csv.text(agreement.provider, symbols)
            csv.plain(services.name(account.service))
            csv.plain(agreement.start)
            csv.plain(agreement.expectedEnd)
            csv.plain(account.maxHours)
            csv.plain(account.paidHours)
            csv.plain(account.heldHours)
            csv.plain(account.leftHours)
            csv.plain(account.ceiling)
            csv.plain(account.paidAmount)
            csv.plain(account.heldAmount)
            csv.plain(account.leftAmount)
            csv.plain(index == 0 ? words(agreement.findings) : "")
            csv.endRow()
        }
    }

    private static func words(_ findings: [AgreementFinding]) -> String {
        findings.isEmpty ? "" : findings.map { $0.word }.joined(separator: ";")
    }

    static func expectation(_ outcome: Outcome) -> ReportExpectation.Content {
        var rows = 0
        var hours = (most: Hours.zero, paid: Hours.zero, held: Hours.zero)
        var amounts = (paid: Money.zero, held: Money.zero, left: Money.zero)
        outcome.agreements.withUnsafeBufferPointer { agreements in
            for place in agreements.indices {
                for account in agreements[place].accounts {
                    rows += 1
                    hours.most += account.maxHours
                    hours.paid += account.paidHours
                    hours.held += account.heldHours
                    amounts.paid += account.paidAmount
                    amounts.held += account.heldAmount
                    amounts.left += account.leftAmount
                }
            }
        }
        return .table(
            columns: columns, rows: rows,
            [
                .init("max_hours", hours: hours.most), .init("paid_hours", hours: hours.paid),
                .init("held_hours", hours: hours.held), .init("paid_amount", amounts.paid),
                .init("held_amount", amounts.held), .init("left_amount", amounts.left),
            ])
    }
}

extension AgreementFinding {
    /// `rule`, a monthly one as `rule@YYYY-MM`.
    var word: String { Catalogue.name(rule) + (month.map { "@\($0)" } ?? "") }
}
