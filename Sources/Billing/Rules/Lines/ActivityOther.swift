/// 48-22-2, Service Hour Rate: other necessary case-specific activities are paid.
enum ActivityOther: LineRule {
    static let name = "activity-other"
    static let number = 31
    static let permitted: [Effect] = [.warn, .off]
    static let owner = Owner.agency
    static let summary = "The activity is none that the catalogue knows; it counts as other case-specific work."
    static let nextStep = """
        Say in plain words what is done, such as home visit or telephone call; ask the Subsidy Unit to add what the \
        catalogue lacks.
        """

    static func speaks(of line: LineFacts) -> Bool { line.activity.label == .other }

    static func sentence(_ line: LineStory) -> Sentence {
        Sentence(
            expected: "a known kind of case work",
            found: line.activity.shortened,
            message: """
                The catalogue of activities has nothing like \(line.activity.cited); its \(line.facts.hours.worded) \
                count as other case-specific work.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("An activity that the catalogue does not know.") { $0.activity = ActivityVerdict(.other) },
            .silent("A known kind of case work."),
            .silent("No activity at all: activity-missing denies the line.") {
                $0.activity = ActivityVerdict(.missing)
            },
        ]
    }
}
