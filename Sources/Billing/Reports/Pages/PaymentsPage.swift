/// payments.html: what tonight pays per agency and invoice, to read and to print; corrections, and money to recover,
/// apart.
enum PaymentsPage: Report {
    static let fileName = "payments.html"

    private static let page = Page(
        title: "Payments",
        contents: [
            ("summary", "Summary"), ("paid", "Paid"), ("corrections", "Corrections"), ("recover", "Money to recover"),
        ],
        tables: [PaymentPart.table, PaymentPart.correctionTable],
        sibling: ("exceptions.html", "Exceptions of this run"))

    static func write(_ outcome: Outcome, to file: ReportFile) throws(Disk.Fault) {
        let overview = PaymentsOverview(outcome)
        var page = Self.page.opening(outcome.night)
        let agencies = overview.agencies(overview.entries).map { ($0.id, outcome.night.name(ofAgency: $0.id)) }
        page += FilterForm(agencies: agencies).markup
        page += "<main id=\"content\" tabindex=\"-1\">\n"
        page += PaymentSummaryPart(overview: overview).markup
        for kind in PaymentEntry.Kind.allCases {
            try PaymentPart(overview: overview, kind: kind).write(to: &page, file)
        }
        page += "</main>\n"
        page += Self.page.closing
        try file.drain(&page, atLeast: 0)
    }
}
