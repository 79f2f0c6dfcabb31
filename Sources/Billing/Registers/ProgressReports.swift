/// A report on an agreement's progress (48-22-2, Progress Reports).
struct ProgressReport: Hashable, Sendable {
    enum Kind: UInt8, RegisterWord {
        case monthly, quarterly, servicePlan, dischargeSummary
        static let words: [StaticString] = ["monthly", "quarterly", "service_plan", "discharge_summary"]
    }

    var kind: Kind
    /// The last month that it covers.
    var period: Month
    var received: Day
}

/// progress_reports.csv: the reports received.
struct ProgressReports: Sendable {
    static let file = "progress_reports.csv"
    static let columns = ["agreement_id", "kind", "period", "received_date"]

    private(set) var byAgreement = Grouped<ProgressReport>()

    /// A bad row is reported and holds nobody: no payment hangs on a report.
    static func read(_ reader: inout RegisterReader, agreements: Agreements) throws -> ProgressReports {
        var rows: [(owner: Int32, row: ProgressReport)] = []
        try reader.open(file, columns: columns)
        while try reader.next() {
            let agreement = reader.id(0)
            let kind = reader.word(1, ProgressReport.Kind.self)
            let period = reader.month(2)
            let received = reader.day(3)
            let owner = agreements.index[agreement]
            reader.expectKnown(owner != nil, 0, in: Agreements.file)
            guard reader.closes(.agreement, holds: false), let owner, let kind else { continue }
            rows.append((Int32(owner), ProgressReport(kind: kind, period: period, received: received)))
        }
        return ProgressReports(byAgreement: Grouped(owners: agreements.rows.count, rows))
    }
}
