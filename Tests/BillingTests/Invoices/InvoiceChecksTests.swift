import Testing

@testable import Billing

private func findings(_ rows: [String], total: String, date: String = "2026-09-30") throws -> [String] {
    let header =
        "form,invoice_number,provider_id,agreement_id,billing_month,invoice_date,invoice_total,"
        + "line_number,service_date,amount,child_id,service,activity,hours,rate\n"
    let text = rows.map { "AAP,1,P-1,A-1,2026-09,\(date),\(total),\($0),C-1,PP,x,1,1" }.joined(separator: "\n")
    return try reading(source(header + text), as: CSVFormat.self).filter { $0.hasPrefix("- ") }
}

@Suite("An invoice by itself, on 2026-10-05")
struct InvoiceChecksTests {
    @Test(
        "the total is the sum of the lines",
        arguments: [
            ("3.00", ["1,2026-09-01,1", "2,2026-09-01,2"], []),
            ("3.01", ["1,2026-09-01,1", "2,2026-09-01,2"], ["- invoice-total-mismatch 2 invoice_total"]),
            ("9", ["1,2026-09-01,1", "2,2026-09-01,two"], ["- invoice-value 3 amount"]),
            ("nine", ["1,2026-09-01,1"], ["- invoice-value 2 invoice_total"]),
        ])
    func total(total: String, rows: [String], expected: [String]) throws {
        #expect(try findings(rows, total: total) == expected)
    }

    @Test(
        "line numbers stand once",
        arguments: [
            (["2,2026-09-01,1", "1,2026-09-01,1"], []),
            (["1,2026-09-01,1", "1,2026-09-01,1"], ["- invoice-line-repeated 3 line_number"]),
            (
                ["1,2026-09-01,1", "2,2026-09-01,1", "01,2026-09-01,1", "1,2026-09-01,1"],
                ["- invoice-line-repeated 4 line_number"]
            ),
            (
                ["x,2026-09-01,1", "x,2026-09-01,1"],
                ["- invoice-value 2 line_number", "- invoice-value 3 line_number"]
            ),
        ])
    func lineNumbers(rows: [String], expected: [String]) throws {
        #expect(try findings(rows, total: "\(rows.count)") == expected)
    }

    @Test(
        "nothing lies ahead of the run, nor of the invoice",
        arguments: [
            ("2026-10-05", "2026-10-05", []),
            ("2026-10-06", "2026-10-01", ["- invoice-dates 2 invoice_date"]),
            ("2026-09-30", "2026-10-01", ["- invoice-dates 2 service_date"]),
            ("2026-10-06", "2026-10-07", ["- invoice-dates 2 invoice_date"]),
            ("2026-09-31", "2026-10-07", ["- invoice-value 2 invoice_date"]),
            ("2026-09-30", "2026-10-32", ["- invoice-value 2 service_date"]),
        ])
    func dates(invoice: String, service: String, expected: [String]) throws {
        #expect(try findings(["1,\(service),1"], total: "1", date: invoice) == expected)
    }

    @Test("all that holds is told, in the order of the rules")
    func everything() throws {
        #expect(
            try findings(["1,2026-10-01,1", "1,2026-09-01,2", "2,bad,1"], total: "5") == [
                "- invoice-value 4 service_date", "- invoice-line-repeated 3 line_number",
                "- invoice-dates 2 service_date", "- invoice-total-mismatch 2 invoice_total",
            ])
    }
}
