/// 48-22-2, Post-Finalization Services; Monthly Invoice: after permanency AAP's own form, before it DCF-2106.
enum WrongForm: LineRule {
    static let name = "wrong-form"
    static let number = 13
    static let owner = Owner.agency
    static var needs: Needs { [.child, .soundRegisters] }
    static let summary = """
        The child is post-permanency on the service date and the form is not AAP, or is not and the form is AAP; on \
        the day of a change either form is right.
        """
    static let nextStep = """
        Bill the work on the other form, in an invoice whose replaces names this one: AAP's own after an adoption or a \
        transfer of guardianship, DCF-2106 before it.
        """

    static func speaks(of line: LineFacts) -> Bool {
        switch line.permanency {
        case .before: line.form == .aap
        case .dayOfChange: false
        case .after: line.form != .aap
        }
    }

    static func sentence(_ line: LineStory) -> Sentence {
        let facts = line.facts
        let after = facts.permanency == .after
        let due = after ? Form.aap : Form.dcf2106
        return Sentence(
            expected: "form \(due)",
            found: "form \(facts.form)",
            message: """
                On \(facts.day) child \(line.child.shortened) is \(after ? "" : "not ")past an adoption or a \
                transfer of guardianship, so that form \(due) is right; the line came on form \(facts.form).
                """)
    }

    static var examples: [Example] {
        [
            .speaks("Form DCF-2106 after the adoption.") { $0.permanency = .after },
            .speaks("Form AAP before any adoption.") {
                $0.billToAAP()
                $0.permanency = .before
            },
            .silent("Form AAP after the adoption.") { $0.billToAAP() },
            .silent("Form DCF-2106 before any adoption."),
            .silent("Form DCF-2106 on the day of the adoption.") { $0.permanency = .dayOfChange },
            .silent("Form AAP on the day of the adoption.") {
                $0.billToAAP()
                $0.permanency = .dayOfChange
            },
        ]
    }
}
