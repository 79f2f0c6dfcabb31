/// All that the page of exceptions tells, added up once.
struct ExceptionsOverview {
    let outcome: Outcome
    /// The gravest, as many as a page shows.
    let exceptions: [ExceptionRow]
    /// How many there are in all.
    let exceptionCount: Int
    let causes: [Cause]
    let ageing: Ageing
    let usages: UsageOverview

    var night: Night { outcome.night }
    var totals: ControlTotals { outcome.totals }

    init(_ outcome: Outcome, _ exceptions: some Collection<ExceptionRow>) {
        self.outcome = outcome
        self.exceptions = Array(exceptions.prefix(PageList.longest))
        exceptionCount = exceptions.count
        causes = Causes.all(exceptions, outcome)
        ageing = Ageing(outcome)
        usages = UsageOverview(outcome, longest: HoursPart.shown)
    }

    /// What one of the owners has to do.
    struct Move {
        var owner: Owner
        var exceptions = 0
        var held = 0
        var heldAmount = Money.zero
    }

    /// Whose move it is, in the order of `Owner`; those with nothing to do left out.
    var moves: [Move] {
        var moves = Owner.allCases.map { Move(owner: $0) }
        func place(_ rule: RuleID) -> Int { Owner.allCases.firstIndex(of: Catalogue.rule(rule).owner)! }
        for cause in causes { moves[place(cause.rule)].exceptions += cause.exceptions }
        for line in ageing.lines {
            guard let rule = night.holdingRules(of: line.index).first else { continue }
            moves[place(rule)].held += 1
            moves[place(rule)].heldAmount += line.amount
        }
        return moves.filter { $0.exceptions + $0.held > 0 }
    }

    /// What was taken off, apart: by a deny rule the whole line, by limits a part.
    var takenOff: (denied: Money, cut: Money) {
        var denied = Money.zero
        var cut = Money.zero
        for index in night.lines.indices where night.origins[index].isDecided {
            let decision = night.decisions[index]
            if decision.isLimited { cut += night.adjusted(index) } else { denied += decision.deniedAmount }
        }
        return (denied, cut)
    }
}
