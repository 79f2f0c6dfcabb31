/// 48-22-2, Children Served: services are for children currently active with the department.
enum ChildNotActive: LineRule {
    static let name = "child-not-active"
    static let number = 14
    static let owner = Owner.subsidyUnit
    static var needs: Needs { [.child, .formDCF2106, .soundRegisters] }
    static let summary = "The child's case was not open on the service date; the day on which it closes still counts."
    static let nextStep = """
        Ask the child's Social Worker whether the case was open on that day; where child_events.csv lacks it, have it \
        entered and reopen the line.
        """

    static func speaks(of line: LineFacts) -> Bool { !line.active }

    static func sentence(_ line: LineStory) -> Sentence {
        Sentence(
            expected: "a case open on \(line.facts.day)",
            found: "not open",
            message: """
                The registers have no open case of child \(line.child.shortened) on \(line.facts.day); on form \
                DCF-2106 only work for children active with the department is paid.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("The case closed the day before the service.") { $0.active = false },
            .silent("The case closes on the day of the service: it is still open on it."),
            .silent("On form AAP the case may be closed.") { $0.billToAAP() },
        ]
    }
}
