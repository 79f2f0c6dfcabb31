/// 48-22-2, Developing an Agreement for Each Child; Amending Agreements.
enum AgreementTerm: LineRule {
    static let name = "agreement-term"
    static let number = 10
    static let owner = Owner.socialWorker
    static var needs: Needs { [.agreement, .signedVersion, .soundRegisters] }
    static let summary = """
        The service date is before the effective date of every signed version of the agreement, or after the \
        expected end of the one in force with no written explanation of late completion on file.
        """
    static let nextStep = """
        If the work was agreed for that date, send the signed amendment that says so; if it was only finished late, \
        have the agency's written explanation put on file; then ask the Subsidy Unit to reopen the line.
        """

    static func speaks(of line: LineFacts) -> Bool {
        guard let effective = line.earliestEffective, line.day >= effective else { return true }
        guard let version = line.version else { return false }
        return line.day > version.expectedEnd && !line.lateCompletionExplained
    }

    static func sentence(_ line: LineStory) -> Sentence {
        let day = line.facts.day
        if let version = line.facts.version {
            return Sentence(
                expected: "by \(version.expectedEnd)",
                found: "\(day)",
                message: """
                    Agreement \(line.agreement), version \(version.number), ends on \(version.expectedEnd); the \
                    service date \(day) is \(day.days(since: version.expectedEnd).days) later, and no \
                    late_completion explanation was received by \(line.asOf).
                    """)
        }
        let effective = line.facts.earliestEffective.map { "\($0)" } ?? "a later day"
        return Sentence(
            expected: "on or after \(effective)",
            found: "\(day)",
            message: "Agreement \(line.agreement) takes effect on \(effective); the service date \(day) is earlier.")
    }

    static var examples: [Example] {
        [
            .speaks("The day before the agreement takes effect.") {
                $0.day = .on(2026, 8, 31)
                $0.present.remove(.version)
                $0.version = nil
            },
            .silent("The agreement's first day.") { $0.day = .on(2026, 9, 1) },
            .silent("The expected end.") { $0.day = .on(2027, 2, 28) },
            .speaks("The day after the expected end.") { $0.day = .on(2027, 3, 1) },
            .silent("After the expected end, with the late completion explained: agreement-late-completion speaks.") {
                $0.day = .on(2027, 3, 1)
                $0.lateCompletionExplained = true
            },
            .silent("Nobody has signed yet: agreement-unsigned speaks instead.") {
                $0.present.subtract([.version, .signedVersion])
                $0.version = nil
                $0.earliestEffective = nil
            },
        ]
    }
}
