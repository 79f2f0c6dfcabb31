/// 48-22-2, Post-Finalization Services (until the eighteenth birthday); Supervision Following Reunification (between
/// reunification and revocation of the commitment).
enum ServiceTiming: LineRule {
    static let name = "service-timing"
    static let number = 15
    static let owner = Owner.subsidyUnit
    static var needs: Needs { [.child, .service, .soundRegisters] }
    static let summary = """
        A post-finalization service before the adoption or transfer of guardianship, or from the eighteenth birthday \
        on; a supervision after reunification that is not between a reunification and the revocation of the \
        commitment.
        """
    static let nextStep = """
        Check the child's dates with the child's Social Worker (with AAP after a finalization); where \
        child_events.csv or children.csv is wrong, have it mended and reopen the line.
        """

    static func speaks(of line: LineFacts) -> Bool {
        guard let service = line.service else { return false }
        if line.policy.afterFinalization.contains(service) { return !line.finalized || isOfAge(line) }
        if line.policy.afterReunification.contains(service) { return !(line.reunified?.contains(line.day) ?? false) }
        return false
    }

    private static func isOfAge(_ line: LineFacts) -> Bool {
        guard let birthday = line.eighteenthBirthday else { return false }
        return line.day >= birthday
    }

    static func sentence(_ line: LineStory) -> Sentence {
        let facts = line.facts
        if let service = facts.service, facts.policy.afterReunification.contains(service) {
            return reunificationSentence(line)
        }
        let child = line.child.shortened
        if !facts.finalized {
            return Sentence(
                expected: "after an adoption or transfer of guardianship",
                found: "\(facts.day), before any",
                message: """
                    \(line.service) begins with an adoption or a transfer of guardianship; child \(child) had \
                    neither by \(facts.day).
                    """)
        }
        let birthday = facts.eighteenthBirthday ?? facts.day
        return Sentence(
            expected: "before \(birthday)",
            found: "\(facts.day)",
            message: "\(line.service) ends with the eighteenth birthday, \(birthday); the line is of \(facts.day).")
    }

    private static func reunificationSentence(_ line: LineStory) -> Sentence {
        let day = line.facts.day
        guard let reunified = line.facts.reunified else {
            return Sentence(
                expected: "after a reunification",
                found: "\(day), before any",
                message: """
                    \(line.service) begins with a reunification; child \(line.child.shortened) had none by \(day).
                    """)
        }
        return Sentence(
            expected: reunified.worded,
            found: "\(day)",
            message: """
                \(line.service) lasts from the reunification on \(reunified.first) to the revocation of the \
                commitment on \(reunified.last); the service date is \(day).
                """)
    }

    static var examples: [Example] {
        [
            .silent("Post-finalization services after the adoption.") { $0.billToAAP() },
            .speaks("Post-finalization services before any adoption.") {
                $0.billToAAP()
                $0.finalized = false
            },
            .silent("The day before the eighteenth birthday.") {
                $0.billToAAP()
                $0.eighteenthBirthday = .on(2026, 9, 8)
            },
            .speaks("The eighteenth birthday itself.") {
                $0.billToAAP()
                $0.eighteenthBirthday = .on(2026, 9, 7)
            },
            .silent("The day of the reunification.") { $0.supervise(from: .on(2026, 9, 7), to: nil) },
            .silent("The day on which the commitment is revoked.") {
                $0.supervise(from: .on(2026, 6, 1), to: .on(2026, 9, 7))
            },
            .speaks("The day after the commitment was revoked.") {
                $0.supervise(from: .on(2026, 6, 1), to: .on(2026, 9, 6))
            },
            .speaks("Supervision after reunification without any reunification.") {
                $0.service = ExampleServices.supervisionAfterReunification
            },
            .silent("Placement planning has no such bounds.") { $0.eighteenthBirthday = .on(2020, 1, 1) },
        ]
    }
}

extension LineFacts {
    /// Turns an example into supervision after a reunification.
    fileprivate mutating func supervise(from reunification: Day, to revocation: Day?) {
        service = ExampleServices.supervisionAfterReunification
        reunified = Interval(first: reunification, last: revocation)
    }
}
