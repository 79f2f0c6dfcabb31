import Foundation
import Testing

@testable import Billing

/// No provider sees a byte of another's: not its ids, names and texts, nor what the registers say of it (issue: reports
/// that people act on).
@Suite struct ProviderSecrecyTests {
    static let agencies = ["ALFA", "BRAVO", "CHARLIE"]
    /// Everybody's marks; DELTA is in no register.
    static let marks = agencies + ["DELTA"]

    /// What an agency sends: paid, reduced, denied and held lines, a child that is another agency's too, work on an
    /// agreement of BRAVO that is over, an invoice with a cell that can't be read, one whose rows disagree.
    static func invoices(_ mark: String) -> [String] {
        func row(
            _ number: Int, _ line: Int, total: String, agreement: String = "A-M", child: String = "C-M",
            day: String = "2026-09-03", activity: String = "home visit by M", hours: String, amount: String
        ) -> String {
            "DCF-2106,N-M-\(number),P-M,\(agreement),2026-09,2026-09-30,\(total),\(line),\(child),\(day),"
                + "placement-planning,\(activity),\(hours),70.63,\(amount),W-M,LIFE Book of M,,note of M"
        }
        return [
            row(1, 1, total: "717.60", hours: "2.00", amount: "141.26"),
            row(1, 2, total: "717.60", child: "C-BOTH", hours: "2.00", amount: "141.26"),
            row(1, 3, total: "717.60", day: "2026-09-04", hours: "2.00", amount: "152.56"),
            row(1, 4, total: "717.60", day: "2026-09-07", activity: "typing for M", hours: "2.00", amount: "141.26"),
            row(
                1, 5, total: "717.60", day: "2026-09-08", activity: "home visit and typing for M", hours: "2.00",
                amount: "141.26"),
            row(2, 1, total: "141.26", agreement: "SHARED", day: "2026-09-25", hours: "2.00", amount: "141.26"),
            row(3, 1, total: "141.26", hours: "two of M", amount: "141.26"),
            row(4, 1, total: "141.26", hours: "1.00", amount: "70.63"),
            row(4, 2, total: "999.26", day: "2026-09-09", hours: "1.00", amount: "70.63"),
        ].map { $0.replacing("M", with: mark) }
    }

    static func month() throws -> SmallMonth {
        let month = try SmallMonth(
            agencies,
            more: [
                "agreements.csv": ["SHARED,0,P-BRAVO,K-BRAVO,2026-09-01,2026-09-20,2026-09-01,0,asked by BRAVO"],
                "agreement_children.csv": ["SHARED,C-BRAVO"],
                "agreement_services.csv": ["SHARED,0,placement-planning,60.00,4237.80"],
                "agreement_signatures.csv": ["SHARED,0,provider,2026-08-28", "SHARED,0,aap,2026-08-28"],
            ])
        let rows = (agencies + ["DELTA"]).map { invoices($0) }
        // Rows of all agencies by turns in one file, with a column that the format does not know.
        let mixed = rows[0].indices.flatMap { place in rows.map { $0[place] } }
        try month.write([SmallMonth.header + ",NOTES OF CHARLIE"] + mixed, to: "inbox-12/clearing-house.csv")
        let corrections = agencies.map { mark in
            "DCF-2106,N-M-5,P-M,A-M,2026-09,2026-09-30,70.63,1,C-M,2026-09-03,placement-planning,home visit by M,1.00,"
                .replacing("M", with: mark) + "70.63,70.63,W-\(mark),shorter,N-\(mark)-1"
        }
        try month.write([SmallMonth.header] + corrections, to: "inbox-13/corrections.csv")
        try month.write([SmallMonth.header + ",NOTES OF CHARLIE"] + mixed, to: "inbox-13/sent-again.csv")
        try month.write(
            [
                "provider_id,invoice_number,line_number,action,rule,decided_by,decided_on,reason",
                "P-ALFA,N-ALFA-1,5,deny,,BRAVO's friend,2026-10-12,CHARLIE said so",
            ], to: "dispositions.csv")
        return month
    }

    @Test func noFileOfAProviderHoldsAnotherOnes() throws {
        let month = try Self.month()
        let first = try month.run(12, 1, dispositions: "dispositions.csv")
        let second = try month.run(13, 2)
        for reports in [first, second] {
            for (name, text) in reports {
                let parts = name.split(separator: "/")
                guard parts.count > 1, parts[1] != "unattributed" else { continue }
                let own = Self.agencies.filter { parts[1].contains("P-\($0)") }
                #expect(own.count == 1, "\(name) is some provider's")
                for mark in Self.marks where mark != own.first {
                    #expect(!text.contains(mark), "\(name) tells of \(mark)")
                }
            }
        }
    }

    /// What would leak is there to be leaked: the department's own reports have it, and the provider's have its own.
    @Test func whatIsHeldBackIsThere() throws {
        let month = try Self.month()
        let reports = try month.run(12, 1, dispositions: "dispositions.csv")
        for mark in Self.agencies {
            for name in ["remittance/P-\(mark).csv", "remittance/P-\(mark).html"] {
                #expect(reports[name]?.contains("N-\(mark)-1") == true)
            }
            let acknowledgement = "acknowledgements/P-\(mark)/clearing-house.csv.csv"
            #expect(reports[acknowledgement]?.contains("two of \(mark)") == true)
            #expect(reports[acknowledgement]?.contains("999.26") == true)
        }
        for text in ["CHARLIE said so", "child-two-providers", "notes_of_charlie", "another provider's"] {
            #expect(reports["exceptions.csv"]?.contains(text) == true, "\(text)")
        }
        let nobodys = reports["acknowledgements/unattributed/clearing-house.csv.csv"] ?? ""
        #expect(nobodys.contains("N-DELTA-1") && nobodys.contains("notes_of_charlie"))
        #expect(!nobodys.contains("N-ALFA-1"))
    }

    @Test func aFileThatComesAgainIsAcknowledgedToAllWhoseInvoicesItHolds() throws {
        let month = try SmallMonth(["ALFA", "BRAVO"])
        let rows = ["ALFA", "BRAVO"].map { Self.invoices($0)[5].replacing("SHARED", with: "A-\($0)") }
        for day in [12, 13] {
            let texts = rows.map { $0.split(separator: ",").dropLast().joined(separator: ",") + ",," }
            try month.write([SmallMonth.header + ","] + texts, to: "inbox-\(day)/both.csv")
        }
        try month.run(12, 1)
        let reports = try month.run(13, 2)
        for mark in ["ALFA", "BRAVO"] {
            let text = reports["acknowledgements/P-\(mark)/both.csv.csv"] ?? ""
            #expect(text.contains("file,both.csv,P-\(mark),,,skipped"))
            #expect(text.contains("file-already-processed"))
        }
        #expect(reports["acknowledgements/unattributed/both.csv.csv"] == nil)
    }
}
