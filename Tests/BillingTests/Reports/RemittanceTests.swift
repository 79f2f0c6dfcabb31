import Foundation
import Testing

@testable import Billing

/// Remittance advices and acknowledgements of the sample month.
@Suite struct RemittanceTests {
    private func money(_ row: [String: String], _ column: String) throws -> Int {
        try #require(Money(reported: Array((row[column] ?? "?").utf8))?.cents)
    }

    @Test func everyLineBalancesAndAllComeToTheDecisions() throws {
        let month = try SampleMonth()
        try month.run(1)
        try month.run(2)
        for runID in ["2026-10-12-0001", "2026-10-19-0002"] {
            let reports = try month.reports(runID)
            var paid: [String: Int] = [:]
            for (name, bytes) in reports where name.hasPrefix("remittance/") && name.hasSuffix(".csv") {
                for row in try Table(Array(bytes)).rows where row["record"] == "line" {
                    let sum =
                        try money(row, "billed_amount") - money(row, "taken_off_amount")
                        - money(row, "held_amount")
                    let amount = try money(row, "paid_amount")
                    #expect(sum == amount, "\(name): \(row)")
                    let isAsBilled = row["outcome"] == "paid"
                    #expect(isAsBilled == row["reasons"]?.isEmpty, "\(name): \(row)")
                    #expect(isAsBilled == row["policy"]?.isEmpty)
                    paid[row["provider_id"]!, default: 0] += amount
                }
                #expect(reports[name.dropLast(3) + "html"] != nil)
            }
            var decided: [String: Int] = [:]
            for row in try Table(Array(#require(reports["decisions.csv"]))).rows {
                decided[row["provider_id"]!, default: 0] += try money(row, "paid_amount")
            }
            #expect(paid == decided)
        }
    }

    /// Advices as if every provider had more lines than anyone reads.
    enum LongAdvices: ReportSet {
        static func write(_ outcome: Outcome, _ rows: Range<Int>, into folder: ReportFolder) throws(Disk.Fault) {
            for advice in outcome.advices(rows) {
                let name = "remittance/\(SafeName.of(outcome.night.symbols[advice.provider]))"
                try folder.write("\(name).csv") { (file) throws(Disk.Fault) in
                    try AdviceTable.write(advice, outcome, to: file)
                }
                try folder.write("\(name).html") { (file) throws(Disk.Fault) in
                    try file.write(AdvicePage(advice, outcome, longest: 0).bytes())
                }
            }
        }
        static func expectations(_ outcome: Outcome) -> [ReportExpectation] { RemittanceAdvices.expectations(outcome) }
    }

    /// The run itself proves that the sums of the page are still those of the decisions.
    @Test func aLongAdviceAddsUpWhatIsPaidAsBilledAndListsTheRest() throws {
        let month = try SampleMonth()
        var batch = try Batch(month.job(1), pack: .embedded(), clock: { 1_791_763_200 })
        batch.reports.sets = [LongAdvices.self]
        _ = try batch.run()
        let reports = try month.reports("2026-10-12-0001")
        var listed = 0
        var addedUp = 0
        for (name, bytes) in reports where name.hasPrefix("remittance/") && name.hasSuffix(".html") {
            let page = String(decoding: bytes, as: UTF8.self)
            listed += page.components(separatedBy: "data-label=\"Line\"").count - 1
            addedUp += try page.matches(of: Regex(#"(\d+) lines? paid as billed<"#)).reduce(0) {
                $0 + (Int($1.output[1].substring ?? "") ?? 0)
            }
        }
        let rows = try Table(Array(#require(reports["decisions.csv"]))).rows
        let asBilled = rows.count { $0["disposition"] == "paid" }
        #expect(addedUp == asBilled)
        #expect(listed == rows.count - asBilled)
    }

    @Test func aCorrectionIsShownAsSuch() throws {
        let month = try SampleMonth()
        try month.run(1)
        try month.run(2)
        let bytes = try #require(try month.reports("2026-10-19-0002")["remittance/P-101.csv"])
        let back = try Table(Array(bytes)).rows.first { $0["outcome"] == "reversed" }
        #expect(back?["origin"] == "paid before, taken back")
        #expect(back?["billed_amount"]?.hasPrefix("-") == true)
        #expect(back?["reasons"]?.contains("A later invoice replaces this one") == true)
    }

    @Test func aPlaceToMendIsInTheAgencysOwnRows() throws {
        let month = try SampleMonth()
        try month.run(1)
        let name = "acknowledgements/P-105/Northfield%20Sept%202026.csv.csv"
        let rows = try Table(Array(#require(try month.reports("2026-10-12-0001")[name]))).rows
        let places = rows.filter { $0["rule"] == "invoice-value" }.map { "\($0["place"]!): \($0["found"]!)" }
        #expect(places == ["line 102 column hours: 1,75", "line 105 column service_date: 9/31/2026"])
        let totals = rows.filter { $0["record"]!.hasPrefix("total-") }
            .map { "\($0["record"]!) \($0["invoice_count"]!) \($0["line_count"]!) \($0["billed_amount"]!)" }
        #expect(
            totals == [
                "total-received 7 104 8589.37", "total-accepted 6 96 7805.08", "total-rejected 1 8 784.29",
                "total-skipped 0 0 0.00", "total-replaced 0 0 0.00",
            ])
    }

    /// The page is whole by itself and closes what it opens.
    @Test func aPageIsWellFormedAndFetchesNothing() throws {
        let month = try SampleMonth()
        try month.run(1)
        let bytes = try #require(try month.reports("2026-10-12-0001")["remittance/P-109.html"])
        let page = String(decoding: bytes, as: UTF8.self)
        #expect(!page.contains("http") && !page.contains("<script") && !page.contains("url("))
        for name in ["table", "thead", "tbody", "tfoot", "tr", "td", "th", "ul", "li", "section", "data", "main"] {
            let opened =
                page.components(separatedBy: "<\(name)>").count + page.components(separatedBy: "<\(name) ").count
            #expect(opened - 1 == page.components(separatedBy: "</\(name)>").count, "\(name)")
        }
    }

    @Test func aTextOfAnInvoiceIsNoMarkup() {
        let markup = AdviceMarkup()
        markup.text("<b onclick='x'>A & \"B\"</b>")
        #expect(
            String(decoding: markup.bytes, as: UTF8.self)
                == "&lt;b onclick=&#39;x&#39;&gt;A &amp; &quot;B&quot;&lt;/b&gt;")
    }
}
