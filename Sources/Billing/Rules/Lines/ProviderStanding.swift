/// 48-22-2, Core Contract Required: the provider is in good standing with the department.
enum ProviderStanding: LineRule {
    static let name = "provider-standing"
    static let number = 22
    static let owner = Owner.subsidyUnit
    static var needs: Needs { [.agreement, .soundRegisters] }
    static let summary = "The contract was suspended on the service date: the provider was not in good standing."
    static let nextStep = """
        Ask the Office of Children and Youth in Placement whether work of that time is to be paid, and release or \
        deny the line.
        """

    static func speaks(of line: LineFacts) -> Bool { line.suspension?.contains(line.day) ?? false }

    static func sentence(_ line: LineStory) -> Sentence {
        let day = line.facts.day
        let suspension = line.facts.suspension?.worded ?? "on \(day)"
        return Sentence(
            expected: "a provider in good standing on \(day)",
            found: "suspended \(suspension)",
            message: """
                \(line.provider.shortened) was not in good standing \(suspension), and the service date is \(day).
                """)
    }

    static var examples: [Example] {
        [
            .silent("The day before the suspension.") {
                $0.suspension = Interval(first: .on(2026, 9, 8), last: .on(2026, 9, 20))
            },
            .speaks("The first day of the suspension.") {
                $0.suspension = Interval(first: .on(2026, 9, 7), last: .on(2026, 9, 20))
            },
            .speaks("The last day of the suspension.") {
                $0.suspension = Interval(first: .on(2026, 9, 1), last: .on(2026, 9, 7))
            },
            .silent("The day after the suspension.") {
                $0.suspension = Interval(first: .on(2026, 9, 1), last: .on(2026, 9, 6))
            },
            .speaks("A suspension that has not ended.") {
                $0.suspension = Interval(first: .on(2026, 9, 1), last: nil)
            },
        ]
    }
}
