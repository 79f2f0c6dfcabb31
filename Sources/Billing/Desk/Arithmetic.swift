/// How a payable line's amount came about, step by step, from what its decision kept. Repeats the reducing rules.
struct Arithmetic: Sendable {
    /// One step: what it was held against, in words, and what it left.
    struct Step: Hashable, Sendable {
        /// The reducing rule; empty for what was billed and for the result.
        var rule: String
        var text: String
        var hours: Hours
        var amount: Money
    }

    private(set) var steps: [Step] = []
    private let line: LineRecord
    private let decision: DecisionRecord
    private let limits: Limits
    private var running: Running

    /// Nil unless the line's turn came to be held against the limits.
    init?(_ line: LineRecord, _ decision: DecisionRecord) {
        guard let limits = decision.limits else { return nil }
        self.line = line
        self.decision = decision
        self.limits = limits
        running = Running(hours: line.hours, amount: line.amount)
        var text = "billed \(line.hours.worded) × \(line.rate.perHour.dollars) = \(line.rate.cost(of: line.hours).dollars)"
        if line.rate.cost(of: line.hours) != line.amount { text += ", stated as \(line.amount.dollars)" }
        steps.append(Step(rule: "", text: text, hours: running.hours, amount: running.amount))
        for rule in Catalogue.reducingRules { take(rule) }
        finish()
    }

    private mutating func take(_ rule: any ReducingRule.Type) {
        let before = running
        rule.reduce(&running, within: limits)
        guard let against = against(rule) else { return }
        var text = against
        if running == before {
            text += "; nothing to take off"
        } else if rule.id == ServiceCeilingExceeded.id {
            text += "; \(running.amount.dollars) can be paid"
        } else if rule.id == AmountOverstated.id {
            text += "; the smaller counts"
        } else {
            let product = limits.payableRate.cost(of: running.hours)
            text += "; \(running.hours.worded) × \(limits.payableRate.perHour.dollars) = \(product.dollars)"
            if running.amount < product { text += "; the \(running.amount.dollars) so far are less" }
        }
        steps.append(Step(rule: rule.name, text: text, hours: running.hours, amount: running.amount))
    }

    /// What a rule holds the line against; nil where there is nothing to tell.
    private func against(_ rule: any ReducingRule.Type) -> String? {
        switch rule.id {
        case AmountOverstated.id:
            let product = line.rate.cost(of: line.hours)
            return line.amount > product ? "\(line.amount.dollars) was billed for what comes to \(product.dollars)" : nil
        case RateExceeded.id:
            let agreed = limits.contractRate
            return line.rate > agreed
                ? "the rate agreed is \(agreed.worded), billed was \(line.rate.worded)"
                : "the rate agreed is \(agreed.worded)"
        case ServiceHoursExceeded.id:
            return Self.left(
                decision.hoursAgreed.map { "\($0)" }, "h agreed", Self.paid(decision.hoursAgreed, limits.serviceHoursLeft),
                limits.serviceHoursLeft.worded)
        case ChildHoursExceeded.id:
            guard let left = limits.childHoursLeft else { return "the policy of the day has no cap for a child" }
            return Self.left(
                decision.childCap.map { "\($0)" }, "h for the child", Self.paid(decision.childCap, left), left.worded)
        case ServiceCeilingExceeded.id:
            let left = limits.serviceDollarsLeft
            let paid = decision.dollarsAgreed.map { agreed in
                left == .zero ? "at least \(agreed.dollars)" : (agreed - left).dollars
            }
            return Self.left(decision.dollarsAgreed?.dollars, "agreed", paid, left.dollars)
        default: return nil
        }
    }

    /// What was paid before; where nothing is left it may have been more than was agreed.
    private static func paid(_ agreed: Hours?, _ left: Hours) -> String? {
        agreed.map { left == .zero ? "at least \($0.worded)" : ($0 - left).worded }
    }

    private static func left(_ agreed: String?, _ what: String, _ paid: String?, _ left: String) -> String {
        guard let agreed, let paid else { return "\(left) left" }
        return "\(agreed) \(what) − \(paid) paid = \(left) left"
    }

    private mutating func finish() {
        var text = decision.disposition == .denied ? "nothing can be paid" : "paid \(decision.paidHours.worded), "
            + decision.paidAmount.dollars
        if (decision.paidHours < running.hours) && decision.paidAmount > .zero {
            text += " (\(limits.payableRate.perHour.dollars) × \(decision.paidHours.worded) is what it covers)"
        }
        let off = line.amount - decision.paidAmount
        if off > .zero { text += "; \(off.dollars) taken off" }
        steps.append(Step(rule: "", text: text, hours: decision.paidHours, amount: decision.paidAmount))
    }
}
