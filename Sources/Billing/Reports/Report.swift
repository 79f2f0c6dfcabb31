/// One output file of a run.
protocol Report: SendableMetatype {
    /// Its name in the run's directory.
    static var fileName: String { get }
    /// Writes it whole.
    static func write(_ outcome: Outcome, to file: ReportFile) throws(Disk.Fault)
    /// What it must be found to say when it is read again before the run is published, worked out from the decisions
    /// and not from what was written.
    static func expectation(_ outcome: Outcome) -> ReportExpectation.Content
}

extension Report {
    /// Nothing but that its bytes are those that were written.
    static func expectation(_ outcome: Outcome) -> ReportExpectation.Content { .bytes }
}

/// Output files of a run that belong together: as many as the night asks for, or written by more than plain text.
protocol ReportSet: SendableMetatype {
    static var parting: ReportParting { get }
    /// Writes them.
    ///
    /// - Parameter rows: what is meant of that by which the set is parted.
    static func write(_ outcome: Outcome, _ rows: Range<Int>, into folder: ReportFolder) throws(Disk.Fault)
    /// What they must be found to say when they are read again, as with `Report.expectation`.
    static func expectations(_ outcome: Outcome) -> [ReportExpectation]
}

extension ReportSet {
    static var parting: ReportParting { .whole }
}

/// By what a set of files can be written part by part.
enum ReportParting: Sendable {
    /// By nothing: it is written at once, of all rows of decisions.csv.
    case whole
    /// Each file tells of one provider's rows of decisions.csv alone.
    case byProvider
    /// Each file tells of one of the night's files.
    case byFile
}

/// A decided night with all that the reports tell of it.
struct Outcome: Sendable {
    var night: Night
    /// Per agreement of the register, in order of id.
    var agreements: [AgreementOutcome]
    var totals: ControlTotals
    /// Lines that have a row in decisions.csv, in its order.
    var rows: [Int32]
    /// What they come to.
    var sums = RowSums()
    /// Lines that are held after this run, in the order of open-items.csv.
    var openItems: [Int]
    /// Invoices on which money moved, in the order of payments.csv.
    var payments: [Payment]
    var vouchers: VoucherRun
    /// The providers of the invoices in files that were read before and came again, by the files' hash.
    var settledProviders: [String: [Symbol]] = [:]
    /// What earlier nights paid beside tonight's lines.
    var standing: [StandingWork.Earlier] = []
    var exceptions = Exceptions()
}

/// All reports, in the order in which they are written.
struct Reports: Sendable {
    var files: [any Report.Type] = all
    var sets: [any ReportSet.Type] = allSets

    static let all: [any Report.Type] = [
        DecisionsReport.self, InvoicesReport.self, FilesReport.self, PaymentsReport.self, ExceptionsReport.self,
        OpenItemsReport.self, AgreementsReport.self, VouchersReport.self,
        ExceptionsPage.self, PaymentsPage.self,
    ]

    static let allSets: [any ReportSet.Type] = [
        PaymentsWorkbook.self, ExceptionsWorkbook.self, RemittanceAdvices.self, Acknowledgements.self,
        BundleAnswers.self,
    ]
}
