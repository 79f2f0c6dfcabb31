/// 48-22-2, Payment, Maximum Amount of Contract, Hours and Exceptions: a maximum of hours per child, a higher one
/// with an additional home study. The earlier policy has none.
enum ChildHoursExceeded: ReducingRule {
    static let name = "child-hours-exceeded"
    static let number = 37
    static let owner = Owner.socialWorker
    static let summary = """
        The hours go beyond what the policy of the day allows for one child in all; only those that are left are paid.
        """
    static let nextStep = """
        Look at all of the child's agreements; more is paid only where an additional home study is agreed in a signed \
        amendment.
        """

    static func reduce(_ running: inout Running, within limits: Limits) {
        guard let left = limits.childHoursLeft else { return }
        running.hours = min(running.hours, left)
        running.amount = min(running.amount, limits.payableRate.cost(of: running.hours))
    }

    static func sentence(_ line: LineStory) -> Sentence {
        let reduction = Reduction(of: line, by: Self.self)
        let homeStudies = line.facts.version?.additionalHomeStudies ?? 0
        let cap = line.facts.policy.cap(additionalHomeStudies: homeStudies) ?? .zero
        return Sentence(
            expected: "at most \(reduction.after.hours.worded)",
            found: reduction.before.hours.worded,
            message: """
                \(cap.worded) can be paid for child \(line.child.shortened) in all; \(line.childPaid.worded) were \
                paid before this line; \(reduction.after.hours.portion(of: reduction.before.hours)) can be paid.
                """)
    }

    static var examples: [ReducingExample] {
        [
            ReducingExample(
                "1.00 h of the child's hours is left for a line of 3.00 h.",
                { $0.childHoursLeft = Hours(hundredths: 100) }, before: (300, 211_89), after: (100, 70_63)),
            ReducingExample(
                "Exactly the line's 3.00 h are left.", { $0.childHoursLeft = Hours(hundredths: 300) },
                before: (300, 211_89), after: (300, 211_89)),
            ReducingExample(
                "The child's hours are used up.", { $0.childHoursLeft = .zero }, before: (300, 211_89), after: (0, 0)),
            ReducingExample(
                "The earlier policy knows no such cap.", { $0.childHoursLeft = nil }, before: (300, 211_89),
                after: (300, 211_89)),
        ]
    }
}
