extension Night {
    /// What a line was held against by its agreement and contract.
    func terms(of index: Int) -> LineTerms { terms[Int(decisions[index].terms)] }

    /// What a line was held against when its turn came; nil where the limits were not asked.
    func limits(of index: Int) -> Limits? {
        guard decisions[index].isLimited else { return nil }
        return terms(of: index).limits(lines[index], paidBefore[index])
    }

    /// What each of the reducing rules took off a line, in their order; nothing where the limits were not asked.
    func adjustments(of index: Int) -> [(rule: RuleID, amount: Money)] {
        guard let limits = limits(of: index) else { return [] }
        var running = Running(hours: lines[index].hours, amount: lines[index].amount)
        return Catalogue.reducingRules.map { rule in
            let before = running.amount
            if !pack.isOff(rule.id) { rule.reduce(&running, within: limits) }
            return (rule.id, before - running.amount)
        }
    }

    /// What was taken off a line: by the limits, worked out anew from them, or by the rule that denies it.
    func adjusted(_ index: Int) -> Money {
        let decision = decisions[index]
        if decision.disposition == .paid { return .zero }
        guard decision.isLimited else { return decision.deniedAmount }
        return adjustments(of: index).reduce(.zero) { $0 + $1.amount }
    }
}
