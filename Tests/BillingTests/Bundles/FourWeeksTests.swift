import Foundation
import Testing

@testable import Billing

/// Two agencies, AAP, the Subsidy Unit, and AAP again, over four weeks: an invoice that is sent back and comes back
/// corrected, a late one, and a bundle that somebody changed. At every hand-over the sums are the same.
@Suite struct FourWeeksTests {
    @Test func theSumsAgreeAtEveryHandOver() throws {
        var office = try AAPOffice.withFirstWeek()
        try firstWeek(office)
        try secondWeek(&office)
        try thirdWeek(&office)
        try fourthWeek(&office)
        try everythingWasPaidOnce(office)
    }

    /// Week 41: two invoices go on, one back, one waits.
    private func firstWeek(_ office: AAPOffice) throws {
        let said = try office.forward("2026-W41").lines
        #expect(said.contains("forwarded 2 invoices, 3 lines, 17.00 h, $1,200.71"))
        #expect(said.contains("sent back 1 invoice, 1 line, 1.00 h, $70.63"))
        #expect(said.contains("waiting   1 invoice, 1 line, 0.50 h, $35.32"))
        #expect(said.contains("the oldest waits for 9 days"))
        let notice = try Table(
            contentsOf: office.folder.url.appending(path: "bundles/AAP-2026-W41-0001/returns/P-111.csv")
        ).rows
        #expect(notice.map { $0["record"] } == ["invoice", "reason", "reason"])
        #expect(notice[1]["message"] == "Line 1 is typing; which is never paid.")
        #expect(notice[2]["rule"] == "unbillable-activity")
        try sendAndAgree(office, "AAP-2026-W41-0001", night: "2026-10-12")
        let answer = try office.report("acknowledgements/aap/2026-W41.csv")
        let line = try #require(answer.first { $0["record"] == "line" && $0["invoice_number"] == "WF-110" })
        #expect(line["paid_amount"] == "141.26")
    }

    /// Week 42: the invoice that was sent back comes corrected under its number, and needs a review of its own.
    private func secondWeek(_ office: inout AAPOffice) throws {
        try office.receive(
            "whitcomb-2b.csv", provider: "P-111", number: "WF-111", agreement: "A-2002", child: "C-4002",
            total: "70.63",
            lines: [.init("9/11/2026", "school meeting", "1.00", "70.63")])
        #expect(try office.forward("2026-W42").lines.contains("waiting   2 invoices, 2 lines, 1.50 h, $105.95"))
        #expect(try office.manifest("AAP-2026-W42-0002").totals == BundleTotals())
        office.reviews.append("P-111,WF-111,2026-10-13,2026-10-16,approved,AAP-4,")
        // Still in the same week: what was reviewed meanwhile makes a bundle of its own.
        #expect(try office.forward("2026-W42").lines.first == "AAP-2026-W42-0003: written.")
        try office.send("AAP-2026-W42-0002")
        try sendAndAgree(office, "AAP-2026-W42-0003", night: "2026-10-19")
        #expect(
            try office.forward("2026-W42").lines.first == "nothing new since AAP-2026-W42-0003; no bundle was written.")
    }

    /// Week 43: a late invoice comes, the one that waited is approved. Somebody raises an amount on the way.
    private func thirdWeek(_ office: inout AAPOffice) throws {
        try office.receive(
            "greenway-3.csv", provider: "P-109", number: "GW-70", agreement: "A-1804", child: "C-3805", total: "70.63",
            lines: [.init("9/1/2026", "home visit", "1", "70.63")])
        office.reviews += [
            "P-109,GW-91,2026-10-02,2026-10-20,approved,AAP-2,", "P-109,GW-70,2026-10-20,2026-10-21,approved,AAP-2,",
        ]
        try office.forward("2026-W43")
        let name = "AAP-2026-W43-0004"
        try office.send(name)
        let path = office.folder.path("inbox/\(name)/invoices.xml")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing("70.63</Amount>", with: "90.63</Amount>").write(
            toFile: path, atomically: true, encoding: .utf8)
        try office.night("2026-10-26")
        let file = try #require(try office.report("files.csv").first)
        #expect(file["status"] == "rejected" && file["findings"] == "bundle-mismatch")
        #expect(try office.report("invoices.csv").isEmpty)
        let told = try office.report("exceptions.csv").filter { $0["rule"] == "bundle-mismatch" }
        #expect(told.map { $0["severity"] } == ["high"] && told.first?["owner"] == "aap")
        let answer = try office.report("acknowledgements/aap/2026-W43.csv")
        #expect(answer.first { $0["record"] == "bundle" }?["outcome"] == "rejected")
        #expect(!answer.contains { $0["record"] == "line" })
    }

    /// Week 44: AAP's next bundle comes before the third one is sent again as it was written.
    private func fourthWeek(_ office: inout AAPOffice) throws {
        #expect(try office.forward("2026-W44").lines.contains("forwarded 0 invoices, 0 lines, 0.00 h, $0.00"))
        try office.send("AAP-2026-W44-0005")
        try office.night("2026-11-02")
        #expect(try office.report("files.csv").map { $0["findings"] } == ["bundle-gap"])
        try sendAndAgree(office, "AAP-2026-W43-0004", night: "2026-11-03")
        try office.send("AAP-2026-W41-0001")
        try office.night("2026-11-04")
        #expect(try office.report("files.csv").map { $0["findings"] } == ["file-already-processed"])
    }

    /// Agency, AAP's manifest, the Subsidy Unit's totals and the answer: one sum, and the answer's parts make it up.
    private func sendAndAgree(_ office: AAPOffice, _ bundle: String, night: String) throws {
        try office.send(bundle)
        try office.night(night)
        let totals = try office.manifest(bundle).totals
        let file = try #require(try office.report("files.csv").first { $0["file"] == bundle })
        #expect(file["status"] == "accepted")
        #expect(file["invoice_count"] == String(totals.invoices) && file["line_count"] == String(totals.lines))
        #expect(file["billed_amount"] == totals.amount.description)
        let week = totals.invoices == 0 ? "" : String(bundle.dropFirst(4).prefix(8))
        let rows = try office.report("acknowledgements/aap/\(week).csv").filter { $0["bundle"] == bundle }
        for record in ["manifest", "read", "decided"] {
            let row = try #require(rows.first { $0["record"] == record })
            #expect(row["billed_amount"] == totals.amount.description, "\(record)")
            #expect(row["hours"] == totals.hours.description && row["line_count"] == String(totals.lines))
        }
        let decided = try #require(rows.first { $0["record"] == "decided" })
        let parts = ["paid_amount", "reduced_amount", "denied_amount", "held_amount"]
            .reduce(Money.zero) { $0 + (Money(reported: Array((decided[$1] ?? "").utf8)) ?? .zero) }
        #expect(parts == totals.amount)
        #expect(!FileManager.default.fileExists(atPath: office.folder.path("inbox/\(bundle)")))
        #expect(FileManager.default.fileExists(atPath: office.folder.path("archive/accepted/\(bundle)/manifest.csv")))
    }

    /// Five invoices, each forwarded once and paid once; the store proves itself.
    private func everythingWasPaidOnce(_ office: AAPOffice) throws {
        let bundles = try FileManager.default.contentsOfDirectory(atPath: office.folder.path("bundles")).filter {
            BundleDirectory.isName($0)
        }
        var forwarded = BundleTotals()
        for bundle in bundles { forwarded += try office.manifest(bundle).totals }
        #expect(forwarded.invoices == 5 && forwarded.amount == Money(cents: 1377_29))
        let proof = try Verification.verify(office.folder.path("store.sqlite"), out: nil)
        #expect(proof.text.contains("to $1,377.29 paid in all"), "\(proof.text)")
    }
}
