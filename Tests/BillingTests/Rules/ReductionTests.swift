import Testing

@testable import Billing

/// The reducing rules one after another, on the figures of the rulebook.
@Suite struct ReductionTests {
    /// A line, what it is held against, and what must come out, in hundredths of an hour and cents.
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        /// Billed hours, rate and amount.
        var billed: (hours: Int, rate: Int, amount: Int)
        /// Hours and dollars left of the service; hours left of the child, nil where there is no cap.
        var left: (hours: Int, dollars: Int, child: Int?) = (2000, 141260, 13200)
        var contractRate = 7063
        /// What is paid, and what each rule takes off, in the order of the rulebook.
        var paid: (hours: Int, amount: Int)
        var adjustments: [String] = []
    }

    static let cases: [Case] = [
        Case(testDescription: "billed as agreed", billed: (300, 7063, 21189), paid: (300, 21189)),
        // hours-cut-back-mid-line
        Case(
            testDescription: "2.00 h are left for 3.00 h", billed: (300, 7063, 21189), left: (200, 14126, 13200),
            paid: (200, 14126), adjustments: ["service-hours-exceeded:70.63"]),
        Case(
            testDescription: "no hour is left", billed: (100, 7063, 7063), left: (0, 0, 13200), paid: (0, 0),
            adjustments: ["service-hours-exceeded:70.63"]),
        // ceiling-lower-than-the-hours
        Case(
            testDescription: "the ceiling leaves $58.74 for 2.00 h", billed: (200, 7063, 14126),
            left: (1800, 5874, 13200), paid: (83, 5874), adjustments: ["service-ceiling-exceeded:82.52"]),
        Case(
            testDescription: "half an hour is $35.315, up to $35.32; the ceiling is used up", billed: (50, 7063, 3532),
            left: (1717, 0, 13200), paid: (0, 0), adjustments: ["service-ceiling-exceeded:35.32"]),
        // largest-adjustment-decides
        Case(
            testDescription: "amount, then rate", billed: (200, 7500, 16000), left: (300, 15000, 13200),
            paid: (200, 14126), adjustments: ["amount-overstated:10.00", "rate-exceeded:8.74"]),
        Case(
            testDescription: "rate, then hours, then ceiling", billed: (200, 7500, 15000), left: (100, 874, 13000),
            paid: (12, 874),
            adjustments: [
                "rate-exceeded:8.74", "service-hours-exceeded:70.63", "service-ceiling-exceeded:61.89",
            ]),
        // amounts-that-do-not-multiply
        Case(
            testDescription: "an amount above the product", billed: (200, 7063, 15000), paid: (200, 14126),
            adjustments: ["amount-overstated:8.74"]),
        Case(
            testDescription: "both above", billed: (100, 8000, 10000), paid: (100, 7063),
            adjustments: ["amount-overstated:20.00", "rate-exceeded:9.37"]),
        Case(
            testDescription: "two equal adjustments", billed: (100, 8063, 9063), paid: (100, 7063),
            adjustments: ["amount-overstated:10.00", "rate-exceeded:10.00"]),
        Case(testDescription: "a rate below the contract's", billed: (200, 6000, 12000), paid: (200, 12000)),
        Case(testDescription: "an amount below the product", billed: (200, 7063, 10000), paid: (200, 10000)),
        // The child's cap, and what neither rule takes.
        Case(
            testDescription: "the child's hours are fewer than the service's", billed: (300, 7063, 21189),
            left: (200, 141260, 50), paid: (50, 3532),
            adjustments: ["service-hours-exceeded:70.63", "child-hours-exceeded:105.94"]),
        Case(
            testDescription: "no cap under the earlier policy", billed: (300, 7063, 21189), left: (2000, 141260, nil),
            paid: (300, 21189)),
        Case(
            testDescription: "hours go down though the amount was below them", billed: (300, 7063, 10000),
            left: (200, 141260, 13200), paid: (200, 10000), adjustments: ["service-hours-exceeded:0.00"]),
        Case(
            testDescription: "without a rate nothing is paid", billed: (300, 7063, 21189), contractRate: 0,
            paid: (300, 0), adjustments: ["rate-exceeded:211.89"]),
    ]

    @Test(arguments: cases)
    func aLineIsLoweredRuleByRule(_ line: Case) {
        let limits = Limits(
            hours: Hours(hundredths: line.billed.hours), rate: Rate(cents: line.billed.rate),
            contractRate: Rate(cents: line.contractRate), serviceHoursLeft: Hours(hundredths: line.left.hours),
            childHoursLeft: line.left.child.map { Hours(hundredths: $0) },
            serviceDollarsLeft: Money(cents: line.left.dollars))
        var running = Running(hours: limits.hours, amount: Money(cents: line.billed.amount))
        var adjustments: [String] = []
        for rule in Catalogue.reducingRules {
            let before = running
            rule.reduce(&running, within: limits)
            if running != before { adjustments.append("\(rule.name):\(before.amount - running.amount)") }
        }
        #expect(running.hours == Hours(hundredths: line.paid.hours))
        #expect(running.amount == Money(cents: line.paid.amount))
        #expect(adjustments == line.adjustments)
    }

    /// cost(hours, rate), rounded half up to the cent.
    @Test(arguments: [
        (125, 7063, 8829),  // 88.2875
        (50, 7063, 3532),  // 35.315
        (1, 7050, 71),  // 0.705
        (1, 7049, 70),  // 0.7049
        (0, 7063, 0),
        (99999, 999999, 999_989_000),  // 9999890.0001
    ])
    func costIsRoundedHalfUp(hours: Int, rate: Int, cost: Int) {
        #expect(Rate(cents: rate).cost(of: Hours(hundredths: hours)) == Money(cents: cost))
    }

    /// The hours that an amount covers, rounded down to the hundredth.
    @Test(arguments: [(5874, 7063, 83), (874, 7063, 12), (7063, 7063, 100), (7062, 7063, 99), (70, 7063, 0), (5, 0, 0)])
    func coveredHoursAreRoundedDown(amount: Int, rate: Int, hours: Int) {
        #expect(Rate(cents: rate).hours(coveredBy: Money(cents: amount)) == Hours(hundredths: hours))
    }

    @Test func aRulesReductionStartsWhereTheRulesBeforeItEnd() {
        var story = LineStory.ofExample(.payable)
        story.facts.amount = Money(cents: 300_00)
        story.limits = .ample
        story.limits?.serviceHoursLeft = Hours(hundredths: 200)
        let reduction = Reduction(of: story, by: ServiceHoursExceeded.self)
        #expect(reduction.before == Running(hours: Hours(hundredths: 300), amount: Money(cents: 211_89)))
        #expect(reduction.after == Running(hours: Hours(hundredths: 200), amount: Money(cents: 141_26)))
        #expect(reduction.taken == Money(cents: 70_63))
    }
}
