import Foundation
import GRDB
import Testing

@testable import Billing

/// `explain`: why a line came out as it did, from the store alone.
@Suite struct ExplanationTests {
    private func explain(_ provider: String, _ number: String, _ line: Int? = nil) throws -> InvoiceExplanation {
        try SampleStore.shared.get().open().explain(provider: provider, number: number, line: line, pack: ownPack.get())
    }

    /// One line of each fate, as people and as machines read it.
    @Test(arguments: [
        ("P-101", "HL-2609-06", 8, "reduced-by-hours"), ("P-101", "HL-2609-07", 8, "denied-by-child-hours"),
        ("P-105", "NF5", 11, "reduced-by-ceiling"), ("P-105", "NF1", 10, "reduced-by-rate"),
        ("P-103", "2026-09-035", 11, "released"), ("P-111", "WF-103", 5, "reversed"),
        ("P-101", "HL-2609-02", 4, "withdrawn"), ("P-107", "SM0926-4", 16, "denied-by-staff"),
        ("P-108", "OA-41", 1, "reopened"), ("P-101", "HL-2609-01", 5, "unbillable"),
        ("P-102", "MB/0926/4", 13, "terminated"),
    ]) func aLine(_ provider: String, _ number: String, _ line: Int, _ name: String) throws {
        let explanation = try explain(provider, number, line)
        let store = try SampleStore.shared.get()
        try expectGolden(store.withoutFolder(explanation.text()), "explain-\(name).txt")
        try expectGolden(store.withoutFolder(explanation.json), "explain-\(name).json")
    }

    @Test func theSumReadsAsAPersonWouldWriteIt() throws {
        let steps = try explain("P-101", "HL-2609-06", 8).lines[0].steps.map { $0.text }
        #expect(steps.contains("40.00 h agreed − 38.00 h paid = 2.00 h left; 2.00 h × $70.63 = $141.26"))
        #expect(steps.last == "paid 2.00 h, $141.26; $70.63 taken off")
    }

    @Test func aWholeInvoiceInWhateverLetterCase() throws {
        let explanation = try explain("P-101", "hl-2609-06")
        #expect(explanation.lines.count == 12)
        #expect(explanation.text().components(separatedBy: "\n\n").count == 12)
    }

    @Test func anInvoiceWithoutServices() throws {
        #expect(
            try explain("P-101", "HL-2607-06").text() == """
                P-101 HL-2607-06: no services in 2026-07; received 2026-10-12 in harbor-light-2026-09.csv line 2 \
                (run 2026-10-12-0001).

                """)
    }

    @Test func whatIsNotThere() throws {
        #expect { try explain("P-101", "nothing") } throws: { ($0 as? Stop)?.code == .missingInput }
        #expect { try explain("P-101", "HL-2609-06", 99) } throws: { ($0 as? Stop)?.code == .missingInput }
    }

    /// The sum of every line that was ever held against the limits ends where the run ended, and what is said to have
    /// used up a limit adds up to what the run counted.
    @Test func everySumOfTheMonthIsRight() throws {
        let store = try SampleStore.shared.get().open()
        let invoices: [(String, String)] = try store.queue.read { database in
            try Row.fetchAll(database, sql: "SELECT provider_id, invoice_number FROM invoices").map { ($0[0], $0[1]) }
        }
        var sums = 0
        var uses = 0
        for (provider, number) in invoices {
            for entry in try explain(provider, number).lines {
                guard let judged = entry.judged, let limits = judged.limits else { continue }
                sums += 1
                #expect(entry.steps.last?.amount == judged.paidAmount)
                #expect(entry.steps.last?.hours == judged.paidHours)
                if let use = entry.line.serviceUse {
                    uses += 1
                    #expect(max(.zero, judged.hoursAgreed! - use.hours) == limits.serviceHoursLeft)
                    #expect(max(.zero, judged.dollarsAgreed! - use.amount) == limits.serviceDollarsLeft)
                }
                if let use = entry.line.childUse {
                    uses += 1
                    #expect(max(.zero, judged.childCap! - use.hours) == limits.childHoursLeft)
                }
            }
        }
        #expect(sums > 900)
        #expect(uses >= 6)
    }

    /// It takes as long on a large store as on a small one: no statement walks through a table.
    @Test func everyStatementGoesByAnIndex() throws {
        let store = try SampleStore.shared.get().open()
        try store.queue.read { database in
            let statements = Statements()
            database.trace { statements.list.append("\($0)") }
            for (provider, number) in [("P-101", "HL-2609-06"), ("P-101", "HL-2609-07"), ("P-101", "HL-2609-02")] {
                for scope in [ChildCapScope.purchaser, .child, .agreement] {
                    var reading = ExplanationReading(database: database, scope: scope)
                    _ = try reading.invoice(provider, number, line: nil)
                }
            }
            database.trace(options: [])
            #expect(statements.list.count > 100)
            for statement in Set(statements.list) where statement.hasPrefix("SELECT") {
                let values = [(any DatabaseValueConvertible)?](
                    repeating: nil, count: statement.count { $0 == "?" })
                let plan = try Row.fetchAll(
                    database, sql: "EXPLAIN QUERY PLAN " + statement, arguments: StatementArguments(values)
                ).map { $0["detail"] as String }
                #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") }, "\(statement): \(plan)")
            }
        }
    }

    private final class Statements: @unchecked Sendable {
        var list: [String] = []
    }
}
