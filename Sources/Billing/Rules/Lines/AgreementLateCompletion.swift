/// 48-22-2, Amending Agreements: the provider explains in writing what was not completed in time.
enum AgreementLateCompletion: LineRule {
    static let name = "agreement-late-completion"
    static let number = 23
    static let owner = Owner.socialWorker
    static var needs: Needs { [.version, .soundRegisters] }
    static let summary = """
        The service date is after the agreement's expected end, and the agency explained the late completion in writing.
        """
    static let nextStep = """
        Read the agency's explanation and tell the Subsidy Unit whether to release or to deny the line.
        """

    static func speaks(of line: LineFacts) -> Bool {
        guard let version = line.version else { return false }
        return line.day > version.expectedEnd && line.lateCompletionExplained
    }

    static func sentence(_ line: LineStory) -> Sentence {
        let day = line.facts.day
        let end = line.facts.version?.expectedEnd ?? day
        return Sentence(
            expected: "by \(end)",
            found: "\(day), explained",
            message: """
                Agreement \(line.agreement) ends on \(end); the service date \(day) is \(day.days(since: end).days) \
                later, and an explanation of late completion is on file that somebody has to accept.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("The day after the expected end, with an explanation.") {
                $0.day = .on(2027, 3, 1)
                $0.lateCompletionExplained = true
            },
            .silent("The expected end, with an explanation.") {
                $0.day = .on(2027, 2, 28)
                $0.lateCompletionExplained = true
            },
            .silent("After the expected end without an explanation: agreement-term denies the line.") {
                $0.day = .on(2027, 3, 1)
            },
        ]
    }
}
