/// 48-22-2, Types of Services to be Purchased.
enum ServiceUnknown: LineRule {
    static let name = "service-unknown"
    static let number = 1
    static let owner = Owner.agency
    static var needs: Needs { .soundRegisters }
    static let summary = "The service is none that the policy in force on the service date lists."
    static let nextStep = """
        Send a corrected invoice, whose replaces names this one, with the name, code or title that the policy of that \
        date has for the service.
        """

    static func speaks(of line: LineFacts) -> Bool { line.service == nil }

    static func sentence(_ line: LineStory) -> Sentence {
        let policy = line.facts.policy
        return Sentence(
            expected: "a service of the policy of \(line.facts.day)",
            found: line.service.shortened,
            message: """
                The policy in force on \(line.facts.day) lists \(policy.services.rawValue.nonzeroBitCount) services; \
                \(line.service.cited) is none of them.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("The policy of the day does not list the service.") { $0.service = nil },
            .silent("Placement planning is listed."),
            .silent("A register fault touches the line, so that it waits instead.") {
                $0.service = nil
                $0.present.remove(.soundRegisters)
            },
        ]
    }
}
