/// One output file of a run.
public protocol Report {
    /// Its name in the run's directory.
    static var fileName: String { get }
    /// Writes it whole.
    static func write(_ outcome: Outcome, to file: ReportFile) throws(Disk.Fault)
}

/// A decided night with all that the reports tell of it.
public struct Outcome: Sendable {
    public var night: Night
    public var balances: Balances
    /// Per agreement of the register, in order of id.
    public var agreements: [AgreementOutcome]
    public var totals: ControlTotals
    /// Lines that have a row in decisions.csv, in its order.
    public var rows: [Int]
    /// Lines that are held after this run, in the order of open-items.csv.
    public var openItems: [Int]
    /// Invoices on which money moved, in the order of payments.csv.
    public var payments: [Payment]
}

/// All reports, in the order in which they are written.
public enum Reports {
    public static let all: [any Report.Type] = [
        DecisionsReport.self, InvoicesReport.self, FilesReport.self, PaymentsReport.self, ExceptionsReport.self,
        OpenItemsReport.self, AgreementsReport.self,
    ]
}
