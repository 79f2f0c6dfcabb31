/// exceptions.html: what went wrong tonight and what is held, to read and to print: on the first page the answers, then
/// by cause, by age, by agreement and by case.
enum ExceptionsPage: Report {
    static let fileName = "exceptions.html"

    private static let page = Page(
        title: "Exceptions",
        contents: [
            ("summary", "Summary"), ("by-cause", "By cause"), ("held", "Held lines"), ("hours", "Hours used"),
            ("by-case", "By case"),
        ],
        tables: [CausePart.table, HeldPart.table, CasePart.table],
        sibling: ("payments.html", "Payments of this run"))

    static func write(_ outcome: Outcome, to file: ReportFile) throws(Disk.Fault) {
        try write(outcome, outcome.exceptions.rows(outcome), to: file)
    }

    /// - Parameter exceptions: in the order of exceptions.csv.
    static func write(
        _ outcome: Outcome, _ exceptions: some Collection<ExceptionRow>, to file: ReportFile
    ) throws(Disk.Fault) {
        let overview = ExceptionsOverview(outcome, exceptions)
        var page = Self.page.opening(outcome.night)
        page += filter(overview).markup
        page += "<main id=\"content\" tabindex=\"-1\">\n"
        page += SummaryPart(overview: overview).markup
        page += CausePart(overview: overview).markup
        try HeldPart(overview: overview).write(to: &page, file)
        page += HoursPart(usages: overview.usages, night: outcome.night).markup
        try CasePart(overview).write(to: &page, file)
        page += "</main>\n"
        page += Self.page.closing
        try file.drain(&page, atLeast: 0)
    }

    private static func filter(_ overview: ExceptionsOverview) -> FilterForm {
        let ids = Set(overview.causes.flatMap { $0.agencies.map { $0.id } }).subtracting([""])
        return FilterForm(
            owners: overview.moves.map { $0.owner },
            agencies: ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                .map { ($0, overview.night.name(ofAgency: $0)) },
            rules: Set(overview.causes.map { $0.rule }).map { Catalogue.rule($0) }.sorted { $0.name < $1.name })
    }
}
