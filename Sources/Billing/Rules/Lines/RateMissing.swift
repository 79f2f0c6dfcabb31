/// 48-22-2, Payment, Maximum Amount of Contract, Hours and Exceptions; Service Hour Rate.
enum RateMissing: LineRule {
    static let name = "rate-missing"
    static let number = 6
    static let owner = Owner.subsidyUnit
    static var needs: Needs { [.agreement, .contract, .soundRegisters] }
    static let summary = "The contract has no hourly rate in force on the service date."
    static let nextStep = """
        Enter the rate that the Contract Funding Face Sheet states for that date in rates.csv, then reopen the line.
        """

    static func speaks(of line: LineFacts) -> Bool { line.contractRate == nil }

    static func sentence(_ line: LineStory) -> Sentence {
        Sentence(
            expected: "a rate in force on \(line.facts.day)",
            found: "none",
            message: """
                The contract of agreement \(line.agreement) has no hourly rate for \(line.facts.day); \
                \(line.facts.rate.worded) was billed.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("The contract's first rate begins later.") { $0.contractRate = nil },
            .silent("The contract has a rate on that day."),
            .silent("The day is outside the contract: contract-missing speaks instead.") {
                $0.contractRate = nil
                $0.present.remove(.contract)
            },
        ]
    }
}
