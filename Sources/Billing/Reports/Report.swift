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
    /// Writes those that have to do with some of the rows of decisions.csv, or all where they can't be told apart;
    /// asked for one part after another it has written each file once.
    ///
    /// - Parameter part: the part of the rows that is meant.
    static func write(_ outcome: Outcome, _ part: RowPart, into folder: ReportFolder) throws(Disk.Fault)
    /// What they must be found to say when they are read again, as with `Report.expectation`.
    static func expectations(_ outcome: Outcome) -> [ReportExpectation]
}

/// A decided night with all that the reports tell of it.
struct Outcome: Sendable {
    var night: Night
    var balances: Balances
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

/// A part of the rows of decisions.csv: all rows of some providers.
struct RowPart: Sendable {
    /// Places among the rows.
    var rows: Range<Int>
    var isFirst: Bool

    /// So many parts of about the same size; none is empty but where there are no rows.
    static func parts(of outcome: Outcome, count: Int) -> [RowPart] {
        let night = outcome.night
        func provider(_ place: Int) -> Symbol {
            night.invoices[Int(night.lines[Int(outcome.rows[place])].invoice)].invoice.provider
        }
        var parts: [RowPart] = []
        var start = 0
        for number in 1...max(1, count) {
            var end = outcome.rows.count * number / max(1, count)
            while end > start, end < outcome.rows.count, provider(end) == provider(end - 1) { end += 1 }
            if end <= start, !parts.isEmpty { continue }
            parts.append(RowPart(rows: start..<max(start, end), isFirst: start == 0 && parts.isEmpty))
            start = max(start, end)
        }
        return parts
    }
}
