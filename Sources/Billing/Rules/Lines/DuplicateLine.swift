/// 48-22-2, Terminating an Agreement Prior to the Completion of Services (improperly rendered or documented services).
enum DuplicateLine: LineRule {
    static let name = "duplicate-line"
    static let number = 20
    static let owner = Owner.agency
    static let looksAtEarlierLines = true
    static let summary = """
        An earlier line of another invoice, which stands, is for the same child, date, service, worker, hours, \
        activity and description.
        """
    static let nextStep = """
        If the work was done twice, send a corrected invoice, whose replaces names this one, with descriptions that \
        tell the two apart; else leave the line off.
        """

    static func speaks(of line: LineFacts) -> Bool { line.earlier.contains(.sameElsewhere) }

    static func sentence(_ line: LineStory) -> Sentence {
        Sentence(
            expected: "work billed once",
            found: line.twin ?? "the same work on another invoice",
            message: """
                These \(line.facts.hours.worded) of \(line.service) on \(line.facts.day) stand already on \
                \(line.twin ?? "another invoice"), with the same child, worker, activity and description.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("The same work stands on last month's invoice.") { $0.earlier = .sameElsewhere },
            .silent("The same work stands on the same invoice: duplicate-suspected holds the line.") {
                $0.earlier = .sameHere
            },
            .silent("No earlier line is like it."),
        ]
    }
}
