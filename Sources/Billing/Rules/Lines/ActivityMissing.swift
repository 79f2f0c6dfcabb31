/// 48-22-2, Monthly Invoice: each invoice lists the type of service rendered, e.g. home visit, school meeting.
enum ActivityMissing: LineRule {
    static let name = "activity-missing"
    static let number = 18
    static let owner = Owner.agency
    static let summary = "The activity is empty."
    static let nextStep = """
        Send a corrected invoice, whose replaces names this one, that says what was done, such as home visit or school \
        meeting.
        """

    static func speaks(of line: LineFacts) -> Bool { line.activity.label == .missing }

    static func sentence(_ line: LineStory) -> Sentence {
        Sentence(
            expected: "what was done",
            found: "nothing",
            message: "The line does not say what was done in its \(line.facts.hours.worded) on \(line.facts.day).")
    }

    static var examples: [Example] {
        [
            .speaks("The activity's cell is empty.") { $0.activity = ActivityVerdict(.missing) },
            .silent("The activity is one that the catalogue does not know: activity-other warns.") {
                $0.activity = ActivityVerdict(.other)
            },
        ]
    }
}
