/// 48-22-2, Service Hour Rate: the five things that a service hour does not include.
enum UnbillableActivity: LineRule {
    static let name = "unbillable-activity"
    static let number = 17
    static let owner = Owner.agency
    static let summary = """
        The activity says that typing, filing, preparing invoices, organizing paperwork or fundraising was done, and \
        no case work beside it.
        """
    static let nextStep = """
        Leave such time off; if the activity was something else, send a corrected invoice, whose replaces names this \
        one, that says what was done.
        """

    static func speaks(of line: LineFacts) -> Bool { line.activity.label == .unbillable }

    static func sentence(_ line: LineStory) -> Sentence {
        let kind = line.facts.activity.kind.map(\.worded) ?? "no case work"
        return Sentence(
            expected: "case work",
            found: line.activity.shortened,
            message: """
                The activity \(line.activity.cited) is \(kind), which a service hour does not cover; \
                \(line.facts.hours.worded) of it were billed.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("\"Typed case notes\" is typing.") { $0.activity = ActivityVerdict(.unbillable, .typing) },
            .silent("\"Home visit\" is case work."),
            .silent("\"Home visit and typing\" is case work too: unbillable-suspected holds the line.") {
                $0.activity = ActivityVerdict(.suspected, .typing)
            },
        ]
    }
}
