/// 48-22-2, Service Hour Rate.
enum RateExceeded: ReducingRule {
    static let name = "rate-exceeded"
    static let number = 35
    static let owner = Owner.agency
    static let summary = """
        The billed rate is more than the rate agreed for that date; the hours are paid at the agreed one.
        """
    static let nextStep = """
        Bill at the rate on the Contract Funding Face Sheet; if that is another, send the sheet to the Subsidy Unit.
        """

    static func reduce(_ running: inout Running, within limits: Limits) {
        running.amount = min(running.amount, limits.payableRate.cost(of: limits.hours))
    }

    static func sentence(_ line: LineStory) -> Sentence {
        let reduction = Reduction(of: line, by: Self.self)
        let agreed = line.limits?.contractRate ?? line.facts.rate
        return Sentence(
            expected: "at most \(agreed.worded)",
            found: line.facts.rate.worded,
            message: """
                \(agreed.worded) can be paid on \(line.facts.day) and \(line.facts.rate.worded) was billed: \
                \(line.facts.hours.worded) come to \(reduction.after.amount.dollars), \(reduction.taken.dollars) less.
                """)
    }

    static var examples: [ReducingExample] {
        [
            ReducingExample(
                "3.00 h at $80.00 are paid at the contract's $70.63.", { $0.rate = Rate(cents: 80_00) },
                before: (300, 240_00), after: (300, 211_89)),
            ReducingExample("The contract's rate itself.", before: (300, 211_89), after: (300, 211_89)),
            ReducingExample(
                "A rate below the contract's is paid as billed.", { $0.rate = Rate(cents: 60_00) },
                before: (300, 180_00), after: (300, 180_00)),
            ReducingExample(
                "A rate above the contract's, but an amount below it, stays.", { $0.rate = Rate(cents: 80_00) },
                before: (300, 200_00), after: (300, 200_00)),
        ]
    }
}
