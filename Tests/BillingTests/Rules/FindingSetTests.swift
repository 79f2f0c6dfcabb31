import Testing

@testable import Billing

@Suite struct FindingSetTests {
    @Test func findingsComeInTheOrderOfTheRulebookWhateverTheOrderTheyWereFoundIn() {
        var findings: FindingSet = []
        for rule: any Rule.Type in [
            MonthMismatch.self, ServiceUnknown.self, ServiceCeilingExceeded.self, WorkerDay.self,
        ] {
            findings.insert(FindingSet(rule.id))
        }
        #expect(
            findings.rules.map { Catalogue.name($0) }
                == ["service-unknown", "worker-day", "month-mismatch", "service-ceiling-exceeded"])
    }

    @Test func aSetKnowsItsRulesAndNoOthers() {
        let findings = FindingSet(WorkerDay.id)
        #expect(findings.contains(WorkerDay.id))
        #expect(!findings.contains(DuplicateSuspected.id))
        #expect(FindingSet().rules.isEmpty)
    }

    @Test func aChunkOfLinesIsScannedLineByLine() {
        var late = LineFacts.payable
        late.day = .on(2026, 10, 1)
        var findings: [FindingSet] = [[], FindingSet(WorkerDay.id), []]
        [LineFacts.payable, late, .payable].withUnsafeBufferPointer { lines in
            findings.withUnsafeMutableBufferPointer { MonthMismatch.scan(lines, into: $0) }
        }
        #expect(findings == [[], [FindingSet(WorkerDay.id), FindingSet(MonthMismatch.id)], []])
    }
}
