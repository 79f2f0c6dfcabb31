/// 48-22-2, Payment, Maximum Amount of Contract, Hours and Exceptions.
enum AgreementUnknown: LineRule {
    static let name = "agreement-unknown"
    static let number = 2
    static let owner = Owner.agency
    static var needs: Needs { .soundRegisters }
    static let summary = "The registers have no agreement of that agreement_id."
    static let nextStep = """
        Check the number on the signed DCF-2107 and send a corrected invoice, whose replaces names this one; if the \
        number is right, ask the child's Social Worker to have the agreement entered.
        """

    static func speaks(of line: LineFacts) -> Bool { !line.present.contains(.agreement) }

    static func sentence(_ line: LineStory) -> Sentence {
        Sentence(
            expected: "an agreement_id of agreements.csv",
            found: line.agreement.shortened,
            message: "No agreement is registered as \(line.agreement.cited), so that nothing can be paid on it.")
    }

    static var examples: [Example] {
        [
            .speaks("No agreement has the number that the line names.") {
                $0.present.subtract([.agreement, .version, .signedVersion, .contract])
            },
            .silent("The agreement is registered, though nobody has signed it yet.") {
                $0.present.subtract([.version, .signedVersion])
            },
        ]
    }
}
