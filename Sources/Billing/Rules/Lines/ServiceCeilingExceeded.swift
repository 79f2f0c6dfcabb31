/// 48-22-2, Payment, Maximum Amount of Contract, Hours and Exceptions; Developing an Agreement for Each Child: a
/// ceiling in dollars per service.
enum ServiceCeilingExceeded: ReducingRule {
    static let name = "service-ceiling-exceeded"
    static let number = 38
    static let owner = Owner.socialWorker
    static let summary = """
        The amount goes beyond the agreement's ceiling for the service; what is left of it is paid, and the hours \
        that this money covers count, rounded down to the hundredth.
        """
    static let nextStep = """
        If the ceiling is too low for the agreed hours, have an amended DCF-2107 signed: it covers service dates \
        from its last signature on.
        """

    static func reduce(_ running: inout Running, within limits: Limits) {
        guard limits.serviceDollarsLeft < running.amount else { return }
        running.amount = limits.serviceDollarsLeft
        running.hours = limits.payableRate.hours(coveredBy: running.amount)
    }

    static func sentence(_ line: LineStory) -> Sentence {
        let reduction = Reduction(of: line, by: Self.self)
        let ceiling = line.facts.version?.ceiling ?? .zero
        return Sentence(
            expected: "at most \(reduction.after.amount.dollars)",
            found: reduction.before.amount.dollars,
            message: """
                The ceiling of \(line.service) on \(line.agreement) is \(ceiling.dollars); \
                \(line.servicePaid.amount.dollars) was paid before this line; \
                \(reduction.after.amount.portion(of: reduction.before.amount)) can be paid.
                """)
    }

    static var examples: [ReducingExample] {
        [
            ReducingExample(
                "$58.74 is left of the ceiling for a line of $211.89: it covers 0.83 h.",
                { $0.serviceDollarsLeft = Money(cents: 58_74) }, before: (300, 211_89), after: (83, 58_74)),
            ReducingExample(
                "Exactly the line's $211.89 is left.", { $0.serviceDollarsLeft = Money(cents: 211_89) },
                before: (300, 211_89), after: (300, 211_89)),
            ReducingExample(
                "A cent less is left than the line comes to: it covers 2.99 h.",
                { $0.serviceDollarsLeft = Money(cents: 211_88) }, before: (300, 211_89), after: (299, 211_88)),
            ReducingExample(
                "The ceiling is used up.", { $0.serviceDollarsLeft = .zero }, before: (300, 211_89), after: (0, 0)),
        ]
    }
}
