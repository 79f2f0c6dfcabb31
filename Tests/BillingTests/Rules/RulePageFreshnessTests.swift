import Foundation
import Testing

@testable import Billing

@Suite struct RulePageFreshnessTests {
    @Test func theRulesPageSaysWhatTheRulesSay() throws {
        let kept = try String(contentsOf: repository.appending(path: "docs/rules.md"), encoding: .utf8)
        let isFresh = try kept == RulePage.markdown(.embedded())
        #expect(isFresh, "docs/rules.md is stale; run `make generate`")
    }

    @Test func theListNamesEveryRuleWithItsEffect() throws {
        let list = try RulePage.list(.embedded())
        #expect(list.split(separator: "\n").count == Catalogue.all.count)
        #expect(list.contains("agreement-term                  deny"))
    }
}
