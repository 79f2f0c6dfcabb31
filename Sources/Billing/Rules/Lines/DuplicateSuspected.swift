/// 48-22-2, Terminating an Agreement Prior to the Completion of Services (improperly rendered or documented services).
/// Two real telephone calls look just so: the line is held, not denied.
enum DuplicateSuspected: LineRule {
    static let name = "duplicate-suspected"
    static let number = 26
    static let owner = Owner.agency
    static let looksAtEarlierLines = true
    static let summary = """
        An earlier line that stands is the same in all and on the same invoice, or is of the same child, date, worker, \
        activity and hours under another service.
        """
    static let nextStep = """
        Tell the Subsidy Unit whether both lines are real, such as two calls on one day; it releases or denies this one.
        """

    static func speaks(of line: LineFacts) -> Bool {
        !line.earlier.isDisjoint(with: [.sameHere, .otherService])
    }

    static func sentence(_ line: LineStory) -> Sentence {
        let sameHere = line.facts.earlier.contains(.sameHere)
        let place = line.twin ?? (sameHere ? "the same invoice" : "an earlier line")
        return Sentence(
            expected: "work billed once",
            found: sameHere ? "the same line again" : "the same hours under another service",
            message: """
                The \(line.facts.hours.worded) of \(line.service) on \(line.facts.day) stand already on \
                \(place)\(sameHere ? "" : ", under another service"), by the same worker with the same activity; \
                both may be real.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("Two equal calls on one invoice.") { $0.earlier = .sameHere },
            .speaks("The same worker, child, day and hours under another service.") { $0.earlier = .otherService },
            .silent("The same work on another invoice: duplicate-line denies the line.") {
                $0.earlier = .sameElsewhere
            },
            .silent("The same child, day and service from another provider: child-two-providers warns.") {
                $0.earlier = .otherProvider
            },
        ]
    }
}
