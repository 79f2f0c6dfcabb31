import Foundation
import Testing

@testable import Billing

/// `runs` and `rules`, as text and as JSON.
@Suite struct ListTests {
    private func object(_ json: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    @Test func theRunsOfTheSampleMonth() throws {
        let month = try SampleMonth()
        try month.run(1)
        try month.run(2)
        let store = try Store.openForReading(month.folder.path("store.sqlite"))
        let runs = try store.runs()
        #expect(
            runs.text == """
                run              lines      billed        paid   cut back       held   reversed
                2026-10-12-0001    941  $78,756.98  $67,567.03  $6,510.62  $4,679.33      $0.00
                2026-10-19-0002     75   $6,275.90   $9,613.23    $565.04    $847.60  $1,271.36

                """)
        let document = try object(runs.json)
        #expect(document["version"] as? Int == 1)
        let run = try #require((document["runs"] as? [[String: Any]])?.first)
        #expect(run["run_id"] as? String == "2026-10-12-0001")
        #expect(run["paid"] as? String == "67567.03")
        #expect(run["is_finished"] as? Bool == true)
        #expect(try store.runs(last: 1).entries.map { $0.runID } == ["2026-10-19-0002"])
    }

    @Test func aNewStoreHasNoRuns() throws {
        let folder = try Folder()
        _ = try Store.open(folder.path("store.sqlite"))
        #expect(try Store.openForReading(folder.path("store.sqlite")).runs().text == "No run is posted in this store.\n")
    }

    @Test func everyRuleIsListedWithItsSource() throws {
        let pack = try ownPack.get()
        let document = try object(RulePage.json(pack))
        #expect(document["version"] as? Int == 1)
        let rules = try #require(document["rules"] as? [[String: Any]])
        #expect(rules.compactMap { $0["name"] as? String } == Catalogue.all.map { $0.name })
        #expect(rules.allSatisfy { ($0["source"] as? String)?.isEmpty == false })
        let one = try object(RulePage.json(pack, only: AgreementTerm.id))
        #expect((one["rules"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["agreement-term"])
    }
}
