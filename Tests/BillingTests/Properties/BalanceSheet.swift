import Foundation
import Testing

@testable import Billing

/// Adds up the reports of one night after the other, as an auditor would who does not trust the program's own flag.
struct BalanceSheet {
    /// What is held, by line.
    private var held: [String: Int] = [:]
    /// Paid hours and dollars, by agreement and service.
    private var paid: [String: [Int]] = [:]

    /// Begins with what was paid before the first night.
    init(openingBalances: [[String]]) {
        for row in openingBalances { count(row[0], row[1], row[4], row[5]) }
    }

    private mutating func count(_ agreement: String, _ service: String, _ hours: String, _ amount: String) {
        let known = paid["\(agreement) \(service)"] ?? [0, 0]
        paid["\(agreement) \(service)"] = [
            known[0] + ReportRow.hundredths(hours), known[1] + ReportRow.hundredths(amount),
        ]
    }

    mutating func add(_ night: WorldRun.NightReports) throws {
        let rows = night.rows("decisions.csv")
        for row in rows { checkLine(row) }
        checkInvoices(night, rows)
        try checkRun(night, rows)
        checkPayments(night, rows)
        for row in rows where Self.hasMoved(row) {
            count(row["agreement_id"], row["service"], row["paid_hours"], row["paid_amount"])
        }
        checkAgreements(night)
    }

    private static func hasMoved(_ row: ReportRow) -> Bool {
        ["paid", "reduced", "reversed"].contains(row["disposition"])
    }

    private static func adjusted(_ row: ReportRow) -> Int {
        row["adjustments"].split(separator: ";").reduce(0) { sum, part in
            sum + ReportRow.hundredths(String(part.split(separator: ":")[1]))
        }
    }

    private func checkLine(_ row: ReportRow) {
        let after = row.hundredths("paid_amount") + Self.adjusted(row) + row.hundredths("held_amount")
        switch row["disposition"] {
        case "reversed", "withdrawn":
            #expect(row["held_amount"] == "0.00" && row["adjustments"].isEmpty, "\(row.line)")
        case "paid":
            #expect(row["paid_amount"] == row["billed_amount"] && row["adjustments"].isEmpty, "\(row.line)")
        default:
            #expect(row.hundredths("billed_amount") == after, "\(row.line)")
        }
    }

    private func checkInvoices(_ night: WorldRun.NightReports, _ rows: [ReportRow]) {
        for invoice in night.rows("invoices.csv") where invoice["status"] == "accepted" {
            let lines = rows.filter {
                $0["provider_id"] == invoice["provider_id"] && $0["invoice_number"] == invoice["invoice_number"]
            }
            let name = "\(invoice["provider_id"]) \(invoice["invoice_number"])"
            #expect(lines.count == Int(invoice["line_count"]), "\(name)")
            for (column, sum) in [
                ("billed_amount", lines.reduce(0) { $0 + $1.hundredths("billed_amount") }),
                ("billed_hours", lines.reduce(0) { $0 + $1.hundredths("billed_hours") }),
                ("paid_amount", lines.reduce(0) { $0 + $1.hundredths("paid_amount") }),
                ("adjusted_amount", lines.reduce(0) { $0 + Self.adjusted($1) }),
                ("held_amount", lines.reduce(0) { $0 + $1.hundredths("held_amount") }),
            ] { #expect(invoice.hundredths(column) == sum, "\(name) \(column)") }
        }
    }

    /// The run as a whole, from night to night, and that run.json says the same.
    private mutating func checkRun(_ night: WorldRun.NightReports, _ rows: [ReportRow]) throws {
        let accepted = Set(
            night.rows("invoices.csv").filter { $0["status"] == "accepted" }
                .map { "\($0["provider_id"]) \($0["invoice_number"])" })
        var sums: [String: Int] = ["held_before": held.values.reduce(0, +)]
        for row in rows {
            let billed = row.hundredths("billed_amount")
            let wasHeld = held.removeValue(forKey: row.line) != nil
            switch row["disposition"] {
            case "reversed": sums["reversed", default: 0] -= row.hundredths("paid_amount")
            case "withdrawn": sums["withdrawn", default: 0] += billed
            default:
                let isNew = accepted.contains("\(row["provider_id"]) \(row["invoice_number"])")
                if !wasHeld { sums[isNew ? "billed" : "reopened", default: 0] += billed }
                sums["paid", default: 0] += row.hundredths("paid_amount")
                sums["adjusted", default: 0] += Self.adjusted(row)
                if row["disposition"] == "pended" { held[row.line] = billed }
            }
        }
        let open = night.rows("open-items.csv").map { ($0.line, $0.hundredths("held_amount")) }
        #expect(held == Dictionary(uniqueKeysWithValues: open))
        sums["held_after"] = held.values.reduce(0, +)
        sums["held"] = sums["held_after"]
        let sum = { (names: [String]) in names.reduce(0) { $0 + (sums[$1] ?? 0) } }
        #expect(sum(["held_before", "reopened", "billed"]) == sum(["paid", "adjusted", "withdrawn", "held_after"]))
        try checkRecord(night, sums)
    }

    private func checkRecord(_ night: WorldRun.NightReports, _ sums: [String: Int]) throws {
        let json = try JSONSerialization.jsonObject(with: Data((night.texts["run.json"] ?? "").utf8))
        let record = try #require(json as? [String: Any])
        #expect(record["balanced"] as? Bool == true)
        let totals = try #require(record["totals"] as? [String: Any])
        let lines = try #require(totals["lines"] as? [String: Any])
        for name in ["billed", "paid", "adjusted", "held", "reversed", "withdrawn"] {
            let count = try #require(lines[name] as? [String: Int])
            #expect(count["cents"] == sums[name] ?? 0, "run.json lines.\(name)")
        }
        for name in ["held_before", "reopened", "held_after"] {
            let count = try #require(totals[name] as? [String: Int])
            #expect(count["cents"] == sums[name] ?? 0, "run.json \(name)")
        }
    }

    /// Whatever moved stands in payments.csv, by agency.
    private func checkPayments(_ night: WorldRun.NightReports, _ rows: [ReportRow]) {
        var moved: [String: [Int]] = [:]
        for row in rows where Self.hasMoved(row) {
            let count = row["disposition"] == "reversed" ? 0 : 1
            let change = [count, row.hundredths("paid_hours"), row.hundredths("paid_amount")]
            moved[row["provider_id"]] = zip(moved[row["provider_id"]] ?? [0, 0, 0], change).map { $0 + $1 }
        }
        for row in night.rows("payments.csv") {
            let change = [Int(row["lines_paid"]) ?? 0, row.hundredths("hours"), row.hundredths("amount")]
            moved[row["provider_id"]] = zip(moved[row["provider_id"]] ?? [0, 0, 0], change).map { $0 - $1 }
        }
        #expect(moved.values.allSatisfy { $0 == [0, 0, 0] }, "payments.csv and decisions.csv differ by \(moved)")
    }

    private func checkAgreements(_ night: WorldRun.NightReports) {
        var rest = paid.filter { $0.value != [0, 0] }
        for row in night.rows("agreements.csv") {
            let name = "\(row["agreement_id"]) \(row["service"])"
            let known = rest.removeValue(forKey: name) ?? [0, 0]
            #expect([row.hundredths("paid_hours"), row.hundredths("paid_amount")] == known, "\(name)")
        }
        #expect(rest.isEmpty, "agreements.csv does not tell of \(rest)")
    }
}
