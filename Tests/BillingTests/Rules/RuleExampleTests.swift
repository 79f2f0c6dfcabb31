import Testing

@testable import Billing

/// The rules' own examples, run as the night runs them.
@Suite struct RuleExampleTests {
    static let lineRules = Catalogue.lineRules.map { $0.name }
    static let reducingRules = Catalogue.reducingRules.map { $0.name }

    /// The rules that wait while a register fault touches the line (rules.md, register-fault).
    static let silentOnFaults: Set<String> = [
        "service-unknown", "agreement-unknown", "agreement-provider", "child-not-on-agreement", "contract-missing",
        "rate-missing", "provider-out-of-state", "provider-not-licensed", "agreement-unsigned", "agreement-term",
        "agreement-terminated", "service-not-on-agreement", "wrong-form", "child-not-active", "service-timing",
        "companion-contract", "aap-returned", "provider-standing", "agreement-late-completion",
        "companion-family-unknown",
    ]

    @Test(arguments: lineRules)
    func aRuleSpeaksAsItsExamplesSay(_ name: String) throws {
        let rule = try lineRule(name)
        for example in rule.examples {
            #expect(speaks(rule, of: example.line) == example.speaks, "\(name): \(example.title)")
        }
    }

    @Test(arguments: lineRules)
    func aRuleHasExamplesOfBothKinds(_ name: String) throws {
        let examples = try lineRule(name).examples
        #expect(examples.contains { $0.speaks })
        #expect(examples.contains { !$0.speaks })
    }

    @Test(arguments: lineRules)
    func theSentenceOfASpeakingExampleSaysWhatIsOff(_ name: String) throws {
        let rule = try lineRule(name)
        for example in rule.examples where example.speaks {
            expectWellSaid(rule.sentence(.ofExample(example.line)), "\(name): \(example.title)")
        }
    }

    @Test(arguments: lineRules)
    func aRuleIsSilentWhereWhatItNeedsIsNotThere(_ name: String) throws {
        let rule = try lineRule(name)
        for example in rule.examples where example.speaks {
            for bit in 0..<16 {
                let need = Needs(rawValue: 1 << bit)
                guard rule.needs.contains(need) else { continue }
                var line = example.line
                line.present.remove(need)
                #expect(!speaks(rule, of: line), "\(name) without \(need.worded): \(example.title)")
            }
        }
    }

    @Test(arguments: lineRules)
    func registerFaultsSilenceTheRulesOfTheRulebook(_ name: String) throws {
        #expect(try lineRule(name).needs.contains(.soundRegisters) == Self.silentOnFaults.contains(name))
    }

    @Test func noRuleSpeaksOfThePayableLine() {
        for rule in Catalogue.lineRules {
            #expect(!speaks(rule, of: .payable), "\(rule.name)")
        }
    }

    @Test func noRuleSpeaksOfThePayableLineOfFormAAP() {
        var line = LineFacts.payable
        line.billToAAP()
        for rule in Catalogue.lineRules {
            #expect(!speaks(rule, of: line), "\(rule.name)")
        }
    }

    @Test(arguments: reducingRules)
    func aReducingRuleLowersAsItsExamplesSay(_ name: String) throws {
        let rule = try reducingRule(name)
        for example in rule.examples {
            var running = example.before
            rule.reduce(&running, within: example.limits)
            #expect(running == example.after, "\(name): \(example.title)")
        }
        #expect(rule.examples.contains { $0.speaks })
        #expect(rule.examples.contains { !$0.speaks })
    }

    @Test(arguments: reducingRules)
    func theSentenceOfALoweredLineSaysWhatIsOff(_ name: String) throws {
        let rule = try reducingRule(name)
        for example in rule.examples where example.speaks {
            var line = LineFacts.payable
            line.hours = example.limits.hours
            line.rate = example.limits.rate
            line.amount = example.before.amount
            var story = LineStory.ofExample(line)
            story.limits = example.limits
            expectWellSaid(rule.sentence(story), "\(name): \(example.title)")
        }
    }

    @Test func theTitlesOfExamplesAreSentences() {
        let lines = Catalogue.lineRules.flatMap { $0.examples.map(\.title) }
        let reductions = Catalogue.reducingRules.flatMap { $0.examples.map(\.title) }
        for title in lines + reductions {
            #expect(title.hasSuffix("."), "\(title)")
        }
    }

    private func expectWellSaid(_ sentence: Sentence, _ comment: String) {
        #expect(!sentence.expected.isEmpty && !sentence.found.isEmpty, "\(comment)")
        #expect(sentence.expected != sentence.found, "\(comment)")
        #expect(sentence.message.hasSuffix("."), "\(comment): \(sentence.message)")
        #expect(sentence.expected.count <= 60 && sentence.found.count <= 60, "\(comment): \(sentence)")
        for word in ["invalid", "  ", "Optional(", "\n"] {
            #expect(!sentence.message.contains(word), "\(comment): \(sentence.message)")
        }
    }

    private func lineRule(_ name: String) throws -> any LineRule.Type {
        try #require(Catalogue.lineRules.first { $0.name == name })
    }

    private func reducingRule(_ name: String) throws -> any ReducingRule.Type {
        try #require(Catalogue.reducingRules.first { $0.name == name })
    }
}

/// Runs one rule over one line, as a chunk of one.
func speaks(_ rule: any LineRule.Type, of line: LineFacts) -> Bool {
    var findings: [FindingSet] = [[]]
    [line].withUnsafeBufferPointer { lines in
        findings.withUnsafeMutableBufferPointer { rule.scan(lines, into: $0) }
    }
    return findings[0] == FindingSet(rule.id)
}

extension LineStory {
    /// An example's line on invoice 2026-09-001 of P-1.
    static func ofExample(_ line: LineFacts) -> LineStory {
        LineStory(
            facts: line, agreement: "A-1041", service: "placement-planning", worker: "W-7", child: "C-1",
            provider: "P-1", activity: "home visit and typing", invoiceNumber: "2026-09-001", replaces: "2026-08-001",
            asOf: .on(2026, 10, 5), limits: nil,
            servicePaid: (Hours(hundredths: 18_50), Money(cents: 1306_66)), childPaid: Hours(hundredths: 131_00))
    }
}
