/// A rule with all that it did tonight: how often, how much, to whom.
struct Cause {
    var rule: RuleID
    var effect: Effect
    /// Its rows in exceptions.csv.
    var exceptions = 0
    /// Taken off, or billed on invoices that it rejected; of a pend rule what is held now for which it decides.
    var amount = Money.zero
    /// Lines that it holds now, those of earlier nights too.
    var held = 0
    /// By agency: its exceptions, or its held lines where those are more.
    var agencies: [(id: String, count: Int)] = []

    /// How far effects take a line from being paid.
    static let effects: [Effect] = [.reject, .deny, .pend, .reduce, .warn]
}

/// Gathers exceptions and held lines by the rule that spoke.
struct Causes {
    private struct Key: Hashable {
        var rule: RuleID
        var effect: Effect
    }

    private struct Counts {
        var exceptions = 0
        var held = 0
    }

    private var causes: [Key: Cause] = [:]
    private var agencies: [Key: [String: Counts]] = [:]

    /// All causes: by effect, then the largest amount first, then the most exceptions, then in the order of the rules.
    static func all(_ exceptions: some Sequence<ExceptionRow>, _ outcome: Outcome) -> [Cause] {
        var gathered = Causes()
        for exception in exceptions { gathered.add(exception) }
        for index in outcome.openItems { gathered.addHeld(index, outcome.night) }
        return gathered.sorted()
    }

    private mutating func add(_ exception: ExceptionRow) {
        let key = Key(rule: exception.rule, effect: exception.effect)
        var cause = causes[key] ?? Cause(rule: key.rule, effect: key.effect)
        cause.exceptions += 1
        if exception.effect != .pend { cause.amount += exception.amount ?? .zero }
        causes[key] = cause
        agencies[key, default: [:]][exception.provider, default: Counts()].exceptions += 1
    }

    private mutating func addHeld(_ index: Int, _ night: Night) {
        let provider = night.symbols[night.provider(ofLine: index)]
        for rule in night.holdingRules(of: index) {
            let key = Key(rule: rule, effect: .pend)
            var cause = causes[key] ?? Cause(rule: key.rule, effect: key.effect)
            cause.held += 1
            if night.decisions[index].decidingRule == rule { cause.amount += night.decisions[index].heldAmount }
            causes[key] = cause
            agencies[key, default: [:]][provider, default: Counts()].held += 1
        }
    }

    private func sorted() -> [Cause] {
        var sorted: [Cause] = []
        for effect in Cause.effects {
            for (key, found) in causes where key.effect == effect {
                var cause = found
                cause.agencies = (agencies[key] ?? [:])
                    .map { (id: $0.key, count: max($0.value.exceptions, $0.value.held)) }
                    .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
                sorted.append(cause)
            }
        }
        return sorted.sorted { a, b in
            let left = Cause.effects.firstIndex(of: a.effect)!
            let right = Cause.effects.firstIndex(of: b.effect)!
            return (left, -a.amount.cents, -a.exceptions, a.rule) < (right, -b.amount.cents, -b.exceptions, b.rule)
        }
    }
}
