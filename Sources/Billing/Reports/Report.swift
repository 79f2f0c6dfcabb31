/// One output file of a run.
protocol Report: SendableMetatype {
    /// Its name in the run's directory.
    static var fileName: String { get }
    /// Writes it whole.
    static func write(_ outcome: Outcome, to file: ReportFile) throws(Disk.Fault)
}

/// A decided night with all that the reports tell of it.
struct Outcome: Sendable {
    var night: Night
    var balances: Balances
    /// Per agreement of the register, in order of id.
    var agreements: [AgreementOutcome]
    var totals: ControlTotals
    /// Lines that have a row in decisions.csv, in its order.
    var rows: [Int]
    /// Lines that are held after this run, in the order of open-items.csv.
    var openItems: [Int]
    /// Invoices on which money moved, in the order of payments.csv.
    var payments: [Payment]
}

/// All reports, in the order in which they are written.
enum Reports {
    static let all: [any Report.Type] = [
        DecisionsReport.self, InvoicesReport.self, FilesReport.self, PaymentsReport.self, ExceptionsReport.self,
        OpenItemsReport.self, AgreementsReport.self, ExceptionsPage.self, PaymentsPage.self,
    ]
}
