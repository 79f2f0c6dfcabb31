/// The rules of a run with the pack's effects: which are asked, which deny, which hold.
struct RuleBook: Sendable {
    /// Line rules with effect deny.
    let denying: FindingSet
    /// Line rules with effect pend.
    let pending: FindingSet
    /// Pend rules that staff may release: all but register-fault, which only mended registers free.
    let releasable: FindingSet
    /// Deny rules that look at the line alone: what they deny is left out of the worker's day.
    let deniedWithoutOthers: FindingSet
    /// Rules that look at one line alone, in order; those that are off left out.
    let alone: [any LineRule.Type]
    /// Rules that wait for the lines before, in order; those that are off left out.
    let ordered: [any LineRule.Type]
    /// Rules that lower a line and are switched off.
    let idle: FindingSet

    init(_ pack: PolicyPack) {
        let rules = Catalogue.lineRules
        denying = Self.set(rules.filter { pack.effect(of: $0.id) == .deny })
        pending = Self.set(rules.filter { pack.effect(of: $0.id) == .pend })
        releasable = pending.subtracting(FindingSet(RegisterFault.id))
        deniedWithoutOthers = denying.intersection(
            Self.set(rules.filter { !$0.looksAtEarlierLines && $0.number < RegisterFault.number }))
        let asked = rules.filter { pack.effect(of: $0.id) != .off }
        alone = asked.filter { !$0.looksAtEarlierLines }
        ordered = asked.filter { $0.looksAtEarlierLines }
        idle = Catalogue.reducingRules.filter { pack.isOff($0.id) }.reduce(into: []) { $0.insert(FindingSet($1.id)) }
    }

    private static func set(_ rules: [any LineRule.Type]) -> FindingSet {
        rules.reduce(into: []) { $0.insert(FindingSet($1.id)) }
    }

    /// The findings of the rules that wait for the lines before. They read these two facts alone.
    func findings(earlier: EarlierLines, workerDay: Hours) -> FindingSet {
        var facts = LineFacts.unbilled
        facts.earlier = earlier
        facts.workerDay = workerDay
        var findings: FindingSet = []
        for rule in ordered where rule.speaks(of: facts) { findings.insert(FindingSet(rule.id)) }
        return findings
    }
}
