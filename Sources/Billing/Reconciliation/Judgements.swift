import Dispatch

/// What the rules say of each line taken alone, and the terms that it is then held against.
struct Judgements: Sendable {
    /// Per line.
    var findings: [FindingSet]
    /// Per line.
    var terms: [LineTerms]

    /// The most lines that are judged together: enough that a rule's dispatch costs nothing, few enough that their
    /// facts stay in the cache.
    private static let largestChunk = 256

    /// Judges every line that the night decides, in chunks shared out among threads. Each line's result depends on that
    /// line alone, so that the number of threads changes none.
    static func judge(_ night: Night, _ rules: RuleBook, threads: Int) -> Judgements {
        let count = night.lines.count
        let threads = max(1, threads)
        // A short night is shared out, too.
        let chunk = max(1, min(largestChunk, (count + threads - 1) / threads))
        let chunks = (count + chunk - 1) / chunk
        var findings = [FindingSet](repeating: [], count: count)
        var terms = [LineTerms](repeating: .none, count: count)
        findings.withUnsafeMutableBufferPointer { findings in
            terms.withUnsafeMutableBufferPointer { terms in
                nonisolated(unsafe) let findings = findings
                nonisolated(unsafe) let terms = terms
                DispatchQueue.concurrentPerform(iterations: threads) { thread in
                    for number in stride(from: thread, to: chunks, by: threads) {
                        let range = number * chunk..<min(count, (number + 1) * chunk)
                        judge(
                            range, of: night, rules,
                            UnsafeMutableBufferPointer(rebasing: findings[range]),
                            UnsafeMutableBufferPointer(rebasing: terms[range]))
                    }
                }
            }
        }
        return Judgements(findings: findings, terms: terms)
    }

    private static func judge(
        _ range: Range<Int>, of night: Night, _ rules: RuleBook,
        _ findings: UnsafeMutableBufferPointer<FindingSet>, _ terms: UnsafeMutableBufferPointer<LineTerms>
    ) {
        withUnsafeTemporaryAllocation(of: LineFacts.self, capacity: range.count) { facts in
            for index in range {
                let place = index - range.lowerBound
                guard night.origins[index].isDecided else {
                    facts.initializeElement(at: place, to: .unbilled)
                    continue
                }
                facts.initializeElement(at: place, to: night.facts(of: index))
                terms[place] = LineTerms(facts[place])
            }
            for rule in rules.alone { rule.scan(UnsafeBufferPointer(facts), into: findings) }
            for index in range where !night.origins[index].isDecided { findings[index - range.lowerBound] = [] }
            facts.deinitialize()
        }
    }
}

/// What a line is held against by its agreement and contract: a plain value, kept from judging to deciding.
struct LineTerms: Sendable {
    /// The agreement's version in force.
    var version: Int?
    var contractRate: Rate?
    var maxHours: Hours
    var ceiling: Money
    /// The child's cap; nil: the policy of the day knows none.
    var cap: Hours?

    /// What nothing can be paid on.
    static let none = LineTerms(version: nil, contractRate: nil, maxHours: .zero, ceiling: .zero, cap: nil)

    /// What is left for a line when its turn comes. Where there is no agreed rate, service or version, nothing is:
    /// what can't be held against an agreement is not paid, whatever a pack switches off.
    func limits(_ line: InvoiceLine, paid: Balances.Paid, childPaid: Hours) -> Limits {
        Limits(
            hours: line.hours, rate: line.rate, contractRate: contractRate ?? Rate(cents: 0),
            serviceHoursLeft: max(.zero, maxHours - paid.hours),
            childHoursLeft: cap.map { max(.zero, $0 - childPaid) },
            serviceDollarsLeft: max(.zero, ceiling - paid.amount))
    }
}

extension LineTerms {
    init(_ facts: LineFacts) {
        version = facts.version?.number
        contractRate = facts.contractRate.map { rate in facts.policy.rateCap.map { min($0, rate) } ?? rate }
        maxHours = facts.version?.maxHours ?? .zero
        ceiling = facts.version?.ceiling ?? .zero
        cap = facts.policy.cap(additionalHomeStudies: facts.version?.additionalHomeStudies ?? 0)
    }
}
