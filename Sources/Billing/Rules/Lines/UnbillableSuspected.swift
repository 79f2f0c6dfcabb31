/// 48-22-2, Service Hour Rate: the five things that a service hour does not include.
enum UnbillableSuspected: LineRule {
    static let name = "unbillable-suspected"
    static let number = 25
    static let owner = Owner.agency
    static let summary = """
        The activity names case work and typing, filing, invoices, paperwork or fundraising beside it, or the \
        description says that some of the time went there.
        """
    static let nextStep = """
        Tell the Subsidy Unit how much of the time was case work, so that it releases or denies the line; or send a \
        corrected invoice, whose replaces names this one, without the rest.
        """

    static func speaks(of line: LineFacts) -> Bool { line.activity.label == .suspected }

    static func sentence(_ line: LineStory) -> Sentence {
        let kind = line.facts.activity.kind.map(\.worded) ?? "work that is never paid"
        return Sentence(
            expected: "case work alone",
            found: "\(kind) mentioned",
            message: """
                The activity \(line.activity.cited) or its description speaks of \(kind), which a service hour does \
                not cover; how much of the \(line.facts.hours.worded) is open.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("\"Home visit and typing\".") { $0.activity = ActivityVerdict(.suspected, .typing) },
            .silent("\"Home visit\", with nothing of the kind in the description."),
            .silent("\"Typing\" alone: unbillable-activity denies the line.") {
                $0.activity = ActivityVerdict(.unbillable, .typing)
            },
        ]
    }
}
