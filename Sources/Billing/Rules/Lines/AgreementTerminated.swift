/// 48-22-2, Terminating an Agreement Prior to the Completion of Services.
enum AgreementTerminated: LineRule {
    static let name = "agreement-terminated"
    static let number = 11
    static let owner = Owner.agency
    static var needs: Needs { [.agreement, .soundRegisters] }
    static let summary = "The service date is after the agreement's termination date."
    static let nextStep = """
        Bill no work after the termination date; if the date in the notice is another, send the notice to the child's \
        Social Worker.
        """

    static func speaks(of line: LineFacts) -> Bool {
        guard let termination = line.terminationDate else { return false }
        return line.day > termination
    }

    static func sentence(_ line: LineStory) -> Sentence {
        let day = line.facts.day
        let end = line.facts.terminationDate ?? day
        return Sentence(
            expected: "by \(end)",
            found: "\(day)",
            message: """
                Agreement \(line.agreement) was terminated as of \(end); the service date \(day) is \
                \(day.days(since: end).days) later.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("The day after the termination.") { $0.terminationDate = .on(2026, 9, 6) },
            .silent("The day of the termination.") { $0.terminationDate = .on(2026, 9, 7) },
            .silent("The agreement was not terminated."),
        ]
    }
}
