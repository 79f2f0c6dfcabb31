@testable import Billing

/// A run's decisions in the order in which lines are decided: by service date, then the run that received the invoice,
/// then provider, invoice number and line number (spec: rules, Lines).
struct DecidedLines {
    /// Which night received an invoice, by provider and number.
    private var received: [String: Int] = [:]
    private var night = 0

    /// The next night's decisions in the order; what is taken back stands before them.
    mutating func next(_ reports: WorldRun.NightReports) -> (takenBack: [ReportRow], decided: [ReportRow]) {
        for row in reports.rows("invoices.csv") where row["status"] == "accepted" { received[Self.key(row)] = night }
        night += 1
        let rows = reports.rows("decisions.csv")
        let isTakenBack = { (row: ReportRow) in ["reversed", "withdrawn"].contains(row["disposition"]) }
        let keyed = rows.filter { !isTakenBack($0) }.map { row in (order: order(row), row: row) }
        let decided = keyed.sorted { Self.isBefore($0.order, $1.order) }.map { $0.row }
        return (rows.filter(isTakenBack), decided)
    }

    private typealias Order = (day: String, run: Int, provider: String, number: String, line: Int)

    private func order(_ row: ReportRow) -> Order {
        let line = Int(row["line_number"]) ?? 0
        return (row["service_date"], received[Self.key(row)] ?? 0, row["provider_id"], row["invoice_number"], line)
    }

    private static func isBefore(_ a: Order, _ b: Order) -> Bool {
        if a.day != b.day { return a.day < b.day }
        if a.run != b.run { return a.run < b.run }
        if a.provider != b.provider { return a.provider < b.provider }
        if a.number != b.number { return a.number < b.number }
        return a.line < b.line
    }

    private static func key(_ row: ReportRow) -> String {
        "\(row["provider_id"]) \(row["invoice_number"].lowercased())"
    }
}
