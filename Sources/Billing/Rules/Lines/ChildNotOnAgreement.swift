/// 48-22-2, Developing an Agreement for Each Child.
enum ChildNotOnAgreement: LineRule {
    static let name = "child-not-on-agreement"
    static let number = 4
    static let owner = Owner.agency
    static var needs: Needs { [.agreement, .soundRegisters] }
    static let summary = "The child is not on the agreement, or not in children.csv."
    static let nextStep = """
        Check the child's id on the signed DCF-2107 and send a corrected invoice, whose replaces names this one; if \
        the id is right, ask the child's Social Worker to have the child entered.
        """

    static func speaks(of line: LineFacts) -> Bool { !line.childOnAgreement || !line.present.contains(.child) }

    static func sentence(_ line: LineStory) -> Sentence {
        let child = line.child.shortened
        guard line.facts.present.contains(.child) else {
            return Sentence(
                expected: "a child_id of children.csv",
                found: child,
                message: "No child is registered as \(line.child.cited).")
        }
        return Sentence(
            expected: "a child on \(line.agreement)",
            found: child,
            message: "Child \(child) is not one of the children for whom agreement \(line.agreement) was made.")
    }

    static var examples: [Example] {
        [
            .speaks("The agreement is a sibling's alone.") { $0.childOnAgreement = false },
            .speaks("The child is on the agreement but not in children.csv.") { $0.present.remove(.child) },
            .silent("The child is on the agreement."),
        ]
    }
}
