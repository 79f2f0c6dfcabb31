/// 48-22-2, Payment, Maximum Amount of Contract, Hours and Exceptions: a maximum of hours per service.
enum ServiceHoursExceeded: ReducingRule {
    static let name = "service-hours-exceeded"
    static let number = 36
    static let owner = Owner.socialWorker
    static let summary = """
        The hours go beyond what the agreement's version in force allows of the service; only those left are paid.
        """
    static let nextStep = """
        If more hours are needed, have an amended DCF-2107 signed: it covers service dates from its last signature on.
        """

    static func reduce(_ running: inout Running, within limits: Limits) {
        running.hours = min(running.hours, limits.serviceHoursLeft)
        running.amount = min(running.amount, limits.payableRate.cost(of: running.hours))
    }

    static func sentence(_ line: LineStory) -> Sentence {
        let reduction = Reduction(of: line, by: Self.self)
        let agreed = line.facts.version?.maxHours ?? .zero
        return Sentence(
            expected: "at most \(reduction.after.hours.worded)",
            found: reduction.before.hours.worded,
            message: """
                \(agreed.worded) of \(line.service) are agreed on \(line.agreement); \
                \(line.servicePaid.hours.worded) were paid before this line; \
                \(reduction.after.hours.portion(of: reduction.before.hours)) can be paid.
                """)
    }

    static var examples: [ReducingExample] {
        [
            ReducingExample(
                "2.00 h are left for a line of 3.00 h.", { $0.serviceHoursLeft = Hours(hundredths: 200) },
                before: (300, 211_89), after: (200, 141_26)),
            ReducingExample(
                "Exactly the line's 3.00 h are left.", { $0.serviceHoursLeft = Hours(hundredths: 300) },
                before: (300, 211_89), after: (300, 211_89)),
            ReducingExample(
                "Nothing is left.", { $0.serviceHoursLeft = .zero }, before: (300, 211_89), after: (0, 0)),
            ReducingExample(
                "An amount billed below the hours that are left stays; the hours go down.",
                { $0.serviceHoursLeft = Hours(hundredths: 200) }, before: (300, 100_00), after: (200, 100_00)),
        ]
    }
}
