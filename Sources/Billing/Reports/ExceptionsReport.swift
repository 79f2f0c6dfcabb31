/// exceptions.csv: every finding with its place, the money at stake, what was expected and found, who does what next
/// and why, for finance staff.
enum ExceptionsReport: Report {
    static let fileName = "exceptions.csv"

    static let columns = """
        severity,rule,effect,owner,provider_id,agreement_id,invoice_number,line_number,child_id,service_date,file,\
        place,amount,expected,found,message,next_step,source
        """

    static func write(_ outcome: Outcome, to file: ReportFile) throws(Disk.Fault) {
        var csv = CSVWriter(columns: columns, isGuarded: true)
        let night = outcome.night
        for exception in outcome.exceptions.rows(outcome) {
            let rule = Catalogue.rule(exception.rule)
            let sentence = exception.sentence(outcome)
            csv.plain(exception.severity.rawValue)
            csv.plain(rule.name)
            csv.plain(exception.effect.rawValue)
            csv.plain(rule.owner.rawValue)
            csv.text(exception.provider)
            csv.text(exception.agreement, night.symbols)
            csv.text(exception.invoiceNumber)
            csv.text(exception.lineNumber)
            csv.text(exception.child, night.symbols)
            csv.plain(exception.day?.description ?? "")
            csv.text(exception.file)
            csv.text(exception.place)
            csv.plain(exception.amount?.description ?? "")
            csv.text(sentence.expected)
            csv.text(sentence.found)
            csv.text(sentence.message)
            csv.text(rule.nextStep)
            csv.text(night.pack.source(of: exception.rule))
            csv.endRow()
            try file.drain(&csv)
        }
        try file.drain(&csv, atLeast: 0)
    }

    static func expectation(_ outcome: Outcome) -> ReportExpectation.Content {
        .table(
            columns: columns, rows: outcome.exceptionCount, [.init("amount", outcome.moneyInExceptions)])
    }
}
