import Foundation
import GRDB
import Testing

@testable import Billing

/// vouchers.csv and money to recover, over nights (spec: outputs, vouchers.csv).
@Suite struct VoucherTests {
    /// One line of an invoice of ALFA's; the amount is hours × 70.63.
    private func invoice(
        _ number: String, _ lines: [(day: String, service: String, hours: String, amount: String)], total: String,
        agency: String = "ALFA"
    ) -> [String] {
        lines.enumerated().map { place, line in
            "DCF-2106,\(number),P-\(agency),A-\(agency),2026-09,2026-09-30,\(total),\(place + 1),C-\(agency),\(line.day),"
                + "\(line.service),home visit,\(line.hours),70.63,\(line.amount),W-1,,"
        }
    }

    /// The rows of a kind, as words of the columns that are asked for.
    private func rows(_ text: String?, _ record: String, _ columns: [String]) throws -> [String] {
        try Table(Array((text ?? "").utf8)).rows.filter { $0["record_type"] == record }
            .map { row in columns.map { row[$0] ?? "?" }.joined(separator: " | ") }
    }

    @Test func aLinePerServiceMonthRateAndFiscalYear() throws {
        let month = try SmallMonth(["ALFA"])
        let lines = [
            ("2026-06-30", "home-study", "1.00", "70.63"), ("2026-07-01", "home-study", "1.00", "70.63"),
            ("2026-07-02", "home-study", "2.00", "141.26"), ("2026-07-02", "PP", "0.50", "35.32"),
        ]
        try month.write(
            [SmallMonth.header] + invoice("n-1", lines, total: "317.84"), to: "inbox-12/a.csv")
        let vouchers = try month.run(12, 1)["vouchers.csv"]
        #expect(
            try rows(vouchers, "header", ["voucher", "supplier_id", "invoice_number", "invoice_date", "amount"])
                == ["1 | S-ALFA | N-1 | 2026-09-30 | 317.84"])
        #expect(
            try rows(vouchers, "line", ["line", "description", "hours", "rate", "amount"]) == [
                "1 | HS 2026-06 1.00 h | 1.00 | 70.63 | 70.63",
                "2 | HS 2026-07 3.00 h | 3.00 | 70.63 | 211.89",
                "3 | PP 2026-07 0.50 h | 0.50 | 70.63 | 35.32",
            ])
        #expect(
            try rows(vouchers, "distribution", ["line", "distribution", "amount", "fund", "budget_reference"]) == [
                "1 | 1 | 70.63 | 11000 | 2026", "2 | 1 | 211.89 | 11000 | 2027", "3 | 1 | 35.32 | 11000 | 2027",
            ])
        #expect(vouchers?.contains("C-ALFA") == false)
    }

    /// Night 1 pays $141.26; night 2 takes it back and pays $70.63, of which one cent goes out; night 3 takes the rest.
    @Test func moneyToRecoverIsTakenOffTheNextVouchers() throws {
        let month = try SmallMonth(["ALFA"])
        for (day, number, hours, amount) in [
            (12, "N-1", "2.00", "141.26"), (13, "N-2", "1.00", "70.63"), (14, "N-3", "3.00", "211.89"),
        ] {
            let date = "2026-09-\(day)"
            try month.write(
                [SmallMonth.header] + invoice(number, [(date, "placement-planning", hours, amount)], total: amount),
                to: "inbox-\(day)/a.csv")
        }
        try month.write(
            [
                "provider_id,invoice_number,line_number,action,rule,decided_by,decided_on,reason",
                "P-ALFA,N-1,1,reverse,,someone,2026-10-13,not rendered",
            ], to: "reverse.csv")
        try month.run(12, 1)
        let second = try month.run(13, 2, dispositions: "reverse.csv")
        let asked = ["description", "recovers_invoice", "amount"]
        #expect(try rows(second["vouchers.csv"], "header", ["invoice_number", "amount"]) == ["N-2 | 0.01"])
        #expect(
            try rows(second["vouchers.csv"], "line", asked) == [
                "PP 2026-09 1.00 h |  | 70.63", "Recovered, owed 2026-10-13 | N-1 | -70.62",
            ])
        let advice = try Table(Array((second["remittance/P-ALFA.csv"] ?? "").utf8)).rows
        #expect(
            advice.map { "\($0["record"]!) \($0["recovered_amount"]!) \($0["owed_amount"]!)" } == [
                "line 0.00 0.00", "line 0.00 0.00", "recovered 70.62 0.00", "owed 0.00 70.64",
            ])
        _ = try Verification.verify(month.folder.path("store.sqlite"), out: nil)
        let third = try month.run(14, 3)
        #expect(try rows(third["vouchers.csv"], "header", ["invoice_number", "amount"]) == ["N-3 | 141.25"])
        #expect(try rows(third["vouchers.csv"], "line", asked).last == "Recovered, owed 2026-10-13 | N-1 | -70.64")
        try expectStore(
            month,
            [
                "SELECT run_number, amount FROM recoveries": ["2 14126"],
                "SELECT run_number, amount FROM recovery_takings ORDER BY run_number": ["2 7062", "3 7064"],
                "SELECT recovery_id, amount FROM open_recoveries": [],
            ])
        _ = try Verification.verify(month.folder.path("store.sqlite"), out: nil)
    }

    private func expectStore(_ month: SmallMonth, _ queries: [String: [String]]) throws {
        let queue = try DatabaseQueue(path: month.folder.path("store.sqlite"))
        try queue.read { database in
            for (query, expected) in queries {
                let rows = try Row.fetchAll(database, sql: query).map { row in
                    row.databaseValues.map { "\(Int.fromDatabaseValue($0) ?? 0)" }.joined(separator: " ")
                }
                #expect(rows == expected, "\(query)")
            }
        }
    }

    @Test func whatIsOwedIsPostedForGood() throws {
        let month = try SmallMonth(["ALFA"])
        try month.run(12, 1)
        let queue = try DatabaseQueue(path: month.folder.path("store.sqlite"))
        try queue.writeWithoutTransaction { database in
            // A debt of $1.00 that no invoice stands behind, for the triggers alone.
            try database.execute(sql: "PRAGMA foreign_keys = OFF; INSERT INTO recoveries VALUES (1, 1, 1, 100)")
        }
        for statement in [
            "UPDATE recoveries SET amount = 1", "DELETE FROM recoveries",
            "INSERT INTO recovery_takings VALUES (1, 1, 1, 101)", "INSERT INTO recovery_takings VALUES (1, 1, 1, 0)",
        ] {
            #expect(throws: DatabaseError.self, "\(statement)") {
                try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = OFF; \(statement)") }
            }
        }
    }

    @Test func whatCanNotBeVoucheredIsAnException() throws {
        let month = try SmallMonth(["ALFA", "BRAVO"])
        let providers = month.folder.path("registers/providers.csv")
        let text = try String(contentsOfFile: providers, encoding: .utf8)
        try text.replacing(",S-BRAVO", with: ",").write(toFile: providers, atomically: true, encoding: .utf8)
        let line = [("2026-09-12", "placement-planning", "1.00", "70.63")]
        try month.write(
            [SmallMonth.header] + invoice("NUMBER-1", line, total: "70.63")
                + invoice("N-2", line, total: "70.63", agency: "BRAVO"),
            to: "inbox-12/a.csv")
        let pack = try PolicyPack(
            ppsp: EmbeddedPack.ppsp.replacing(
                "invoiceNumberLength: {value: 30", with: "invoiceNumberLength: {value: 5"),
            activities: EmbeddedPack.activities)
        let reports = try month.run(12, 1, pack: pack)
        #expect(try rows(reports["vouchers.csv"], "header", ["invoice_number"]) == [])
        let refused = try Table(Array((reports["exceptions.csv"] ?? "").utf8)).rows
            .filter { $0["rule"] == "voucher-refused" }
        #expect(
            refused.map { "\($0["invoice_number"]!): \($0["expected"]!)" } == [
                "NUMBER-1: at most 5 characters", "N-2: a supplier_id in providers.csv",
            ])
    }
}
