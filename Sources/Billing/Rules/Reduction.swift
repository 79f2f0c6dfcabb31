/// What one reducing rule did to a line: its hours and its amount before and after it.
struct Reduction {
    var before: Running
    var after: Running

    /// What the rule took off the amount: its adjustment.
    var taken: Money { before.amount - after.amount }

    /// Repeats the reducing rules up to and including `rule` on a decided line.
    ///
    /// - Precondition: the line's turn came, so that its limits are known.
    init(of line: LineStory, by rule: any ReducingRule.Type) {
        guard let limits = line.limits else {
            preconditionFailure("\(rule.name) lowers lines whose turn came; this one has no limits")
        }
        before = Running(hours: line.facts.hours, amount: line.facts.amount)
        for earlier in Catalogue.reducingRules.prefix(while: { $0.id < rule.id }) {
            earlier.reduce(&before, within: limits)
        }
        after = before
        rule.reduce(&after, within: limits)
    }
}
