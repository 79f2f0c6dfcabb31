import Foundation
import Testing

@testable import Billing

/// The catalogue as a whole: that it is whole, well named and fresh.
@Suite struct CatalogueTests {
    @Test func namesAreUniqueAndFound() {
        #expect(Set(Catalogue.all.map { $0.name }).count == Catalogue.all.count)
        for rule in Catalogue.all {
            #expect(Catalogue.find(rule.name) == rule.id)
            #expect(Catalogue.name(rule.id) == rule.name)
        }
        #expect(Catalogue.find("no-such-rule") == nil)
    }

    @Test func aRulesPlaceIsItsId() {
        for (index, rule) in Catalogue.all.enumerated() {
            #expect(Int(rule.id.index) == index, "\(rule.name)")
        }
    }

    @Test func namesAreTheTypesInSmallLettersWithHyphens() {
        for rule in Catalogue.all {
            #expect(rule.name == hyphenated(String(describing: rule)))
        }
    }

    /// The rulebook's own 38; rules of later numbers may come behind them.
    @Test func theLineRulesAreThoseOfTheRulebookInItsOrder() {
        let rules =
            Catalogue.lineRules.map { ($0.number, $0.name) } + Catalogue.reducingRules.map { ($0.number, $0.name) }
        let names = rules.filter { $0.0 <= 38 }.map { $0.1 }
        #expect(
            names == [
                "service-unknown", "agreement-unknown", "agreement-provider", "child-not-on-agreement",
                "contract-missing", "rate-missing", "provider-out-of-state", "provider-not-licensed",
                "agreement-unsigned", "agreement-term", "agreement-terminated", "service-not-on-agreement",
                "wrong-form", "child-not-active", "service-timing", "companion-contract", "unbillable-activity",
                "activity-missing", "aap-returned", "duplicate-line", "register-fault", "provider-standing",
                "agreement-late-completion", "companion-family-unknown", "unbillable-suspected",
                "duplicate-suspected", "worker-day", "aap-review-missing", "replaces-unknown", "amount-understated",
                "activity-other", "month-mismatch", "child-two-providers", "amount-overstated", "rate-exceeded",
                "service-hours-exceeded", "child-hours-exceeded", "service-ceiling-exceeded",
            ])
        #expect(rules.map { $0.0 }.filter { $0 <= 38 } == Array(1...38))
    }

    @Test func theRulesThatLookAtEarlierLinesAreKnown() {
        let names = Catalogue.lineRules.filter { $0.looksAtEarlierLines }.map { $0.name }
        let known = ["duplicate-line", "duplicate-suspected", "worker-day", "child-two-providers"]
        #expect(names.filter { known.contains($0) } == known)
    }

    @Test func aLineRuleMayHaveTheEffectsThatThePolicyOfficerMayChoose() {
        let warnings: Set = ["amount-understated", "activity-other", "month-mismatch", "child-two-providers"]
        for rule in Catalogue.lineRules where rule.number <= 38 {
            let expected: [Effect] = warnings.contains(rule.name) ? [.warn, .off] : [.deny, .pend, .warn, .off]
            #expect(rule.permitted == expected, "\(rule.name)")
        }
        for rule in Catalogue.reducingRules {
            #expect(rule.permitted == [.reduce], "\(rule.name)")
        }
    }

    @Test func whoMovesNextIsWhatTheRulebookSays() {
        let owners: [Owner: Set<Int>] = [
            .agency: [1, 2, 3, 4, 11, 13, 17, 18, 20, 25, 26, 29, 30, 31, 32, 34, 35],
            .socialWorker: [9, 10, 12, 16, 23, 24, 36, 37, 38],
            .aap: [19, 28],
        ]
        let rules = Catalogue.all[Catalogue.sections.first { $0.name == "Lines" }!.rules]
        for rule in rules where rule.number <= 38 {
            let owner = owners.first { $0.value.contains(rule.number) }?.key ?? .subsidyUnit
            #expect(rule.owner == owner, "\(rule.name)")
        }
    }

    @Test func everyRuleSaysWhenItSpeaksAndWhatToDo() {
        for rule in Catalogue.all {
            for text in [rule.summary, rule.nextStep] {
                #expect(text.hasSuffix(".") && text.count > 20, "\(rule.name): \(text)")
                #expect(!text.contains("invalid") && !text.contains("\n"), "\(rule.name): \(text)")
            }
            #expect(!rule.permitted.isEmpty)
        }
    }

    @Test func theSectionsCoverAllRulesInOrder() {
        #expect(Catalogue.sections.flatMap { Array($0.rules) } == Array(Catalogue.all.indices))
        let order = ["Files", "Invoices", "Lines", "Agreements", "Staff"]
        let places = Catalogue.sections.map { order.firstIndex(of: $0.name)! }
        #expect(places == places.sorted())
    }

    @Test func theGeneratedFileIsFresh() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        let process = Process()
        let output = Pipe()
        process.executableURL = root.appending(path: "Scripts/make-catalogue")
        process.standardOutput = output
        try process.run()
        let fresh = try output.fileHandleForReading.readToEnd()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let kept = try Data(contentsOf: root.appending(path: "Sources/Billing/Rules/Catalogue.generated.swift"))
        #expect(fresh == kept, "Catalogue.generated.swift is stale: run make generate")
    }

    /// `AgreementTerm` as `agreement-term`, `AapReturned` as `aap-returned`.
    private func hyphenated(_ type: String) -> String {
        var name = ""
        for letter in type {
            if letter.isUppercase, !name.isEmpty { name += "-" }
            name += letter.lowercased()
        }
        return name
    }
}
