/// 48-22-2, Reimbursement Policy when there are Companion Contracts: only work on other families is paid, so the family
/// must be known.
enum CompanionFamilyUnknown: LineRule {
    static let name = "companion-family-unknown"
    static let number = 24
    static let owner = Owner.socialWorker
    static var needs: Needs { [.child, .service, .soundRegisters] }
    static let summary = """
        The child is in the provider's foster care, the service is paid there for other families only, and the line \
        or the placement names no family.
        """
    static let nextStep = """
        Find out which family the work was about: have family_id entered in placements.csv or in a corrected \
        invoice, or tell the Subsidy Unit to release or to deny the line.
        """

    static func speaks(of line: LineFacts) -> Bool {
        guard let service = line.service, line.policy.otherFamiliesOnly.contains(service) else { return false }
        return line.companion.isSuperset(of: [.fosterCare, .familyUnknown])
    }

    static func sentence(_ line: LineStory) -> Sentence {
        Sentence(
            expected: "family_id on the line and on the placement",
            found: "one of them is empty",
            message: """
                On \(line.facts.day) child \(line.child.shortened) is in the foster care of \
                \(line.provider.shortened), where \(line.service) is paid for other families only; the line or the \
                placement names no family.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("A home study in foster care, of a family that the line does not name.") {
                $0.service = ExampleServices.homeStudy
                $0.companion = [.fosterCare, .familyUnknown]
            },
            .silent("Both families are named.") {
                $0.service = ExampleServices.homeStudy
                $0.companion = .fosterCare
            },
            .silent("Placement planning: companion-contract denies it, whichever family.") {
                $0.companion = [.fosterCare, .familyUnknown]
            },
        ]
    }
}
