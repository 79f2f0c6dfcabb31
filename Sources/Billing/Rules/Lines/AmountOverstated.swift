/// 48-22-2, Service Hour Rate.
enum AmountOverstated: ReducingRule {
    static let name = "amount-overstated"
    static let number = 34
    static let owner = Owner.agency
    static let summary = "The billed amount is more than the billed hours at the billed rate; the excess is taken off."
    static let nextStep = """
        Nothing is due beyond hours times rate; if the hours or the rate are wrong, send a corrected invoice, whose \
        replaces names this one.
        """

    static func reduce(_ running: inout Running, within limits: Limits) {
        running.amount = min(running.amount, limits.rate.cost(of: limits.hours))
    }

    static func sentence(_ line: LineStory) -> Sentence {
        let reduction = Reduction(of: line, by: Self.self)
        return Sentence(
            expected: "at most \(reduction.after.amount.dollars)",
            found: reduction.before.amount.dollars,
            message: """
                \(line.facts.hours.worded) at \(line.facts.rate.worded) come to \(reduction.after.amount.dollars); \
                \(reduction.before.amount.dollars) was billed, \(reduction.taken.dollars) too much.
                """)
    }

    static var examples: [ReducingExample] {
        [
            ReducingExample(
                "3.00 h at $70.63 are $211.89; $220.00 was billed.", before: (300, 220_00), after: (300, 211_89)),
            ReducingExample("The amount is hours times rate.", before: (300, 211_89), after: (300, 211_89)),
            ReducingExample(
                "1.25 h at $70.63 are $88.2875, rounded half up to $88.29.", { $0.hours = Hours(hundredths: 125) },
                before: (125, 88_30), after: (125, 88_29)),
            ReducingExample("An amount below the product stays.", before: (300, 200_00), after: (300, 200_00)),
        ]
    }
}
