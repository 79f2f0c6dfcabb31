/// 48-22-2, Service Hour Rate. What was billed is paid, no more.
enum AmountUnderstated: LineRule {
    static let name = "amount-understated"
    static let number = 30
    static let permitted: [Effect] = [.warn, .off]
    static let owner = Owner.agency
    static let summary = "The billed amount is less than the billed hours at the billed rate."
    static let nextStep = """
        The billed amount counts as it is; if the rest is due, send a corrected invoice, whose replaces names this one.
        """

    static func speaks(of line: LineFacts) -> Bool { line.amount < line.rate.cost(of: line.hours) }

    static func sentence(_ line: LineStory) -> Sentence {
        let facts = line.facts
        let cost = facts.rate.cost(of: facts.hours)
        return Sentence(
            expected: cost.dollars,
            found: facts.amount.dollars,
            message: """
                \(facts.hours.worded) at \(facts.rate.worded) come to \(cost.dollars); \(facts.amount.dollars) was \
                billed, \((cost - facts.amount).dollars) less.
                """)
    }

    static var examples: [Example] {
        [
            .silent("3.00 h at $70.63 are billed at $211.89."),
            .speaks("3.00 h at $70.63 are billed a cent below $211.89.") { $0.amount = Money(cents: 211_88) },
            .silent("1.25 h at $70.63 are $88.2875, rounded half up to $88.29.") {
                $0.hours = Hours(hundredths: 125)
                $0.amount = Money(cents: 88_29)
            },
            .speaks("1.25 h at $70.63 are billed at $88.28.") {
                $0.hours = Hours(hundredths: 125)
                $0.amount = Money(cents: 88_28)
            },
            .silent("An amount above the product: amount-overstated lowers the line.") {
                $0.amount = Money(cents: 300_00)
            },
        ]
    }
}
