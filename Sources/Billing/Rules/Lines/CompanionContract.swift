/// 48-22-2, Reimbursement Policy when there are Companion Contracts.
enum CompanionContract: LineRule {
    static let name = "companion-contract"
    static let number = 16
    static let owner = Owner.socialWorker
    static var needs: Needs { [.child, .service, .soundRegisters] }
    static let summary = """
        The child lives in the provider's own residential programme, foster care or adoptive family on the service \
        date, and the policy does not pay the service on top of that.
        """
    static let nextStep = """
        Check where the child lived on that date and which family the work was about; where placements.csv is wrong, \
        have it mended and ask the Subsidy Unit to reopen the line.
        """

    static func speaks(of line: LineFacts) -> Bool { obstacle(to: line) != nil }

    /// The placement that keeps the service from being paid.
    private enum Obstacle { case residence, fosterCare, ownFamily, formerFosterFamily }

    private static func obstacle(to line: LineFacts) -> Obstacle? {
        guard let service = line.service, !line.companion.isEmpty else { return nil }
        let policy = line.policy
        if line.companion.contains(.residential), policy.notInResidence.contains(service) { return .residence }
        if line.companion.contains(.fosterCare) {
            if !policy.otherFamiliesOnly.contains(service) { return .fosterCare }
            if line.companion.contains(.ownFamily) { return .ownFamily }
        }
        let former = line.companion.contains(.formerFosterFamily)
        return former && policy.notForFormerFosterFamily.contains(service) ? .formerFosterFamily : nil
    }

    static func sentence(_ line: LineStory) -> Sentence {
        let provider = line.provider.shortened
        let (expected, home, why): (String, String, String) =
            switch obstacle(to: line.facts) {
            case .residence, nil:
                (
                    "a service paid beside residential care", "in \(provider)'s residential programme",
                    "which includes this service"
                )
            case .fosterCare:
                (
                    "a service paid beside foster care", "in \(provider)'s foster care",
                    "beside which only recruitment and home studies of other families are paid"
                )
            case .ownFamily:
                (
                    "work on another family", "with the very family of this line, in \(provider)'s foster care",
                    "beside which only work on other families is paid"
                )
            case .formerFosterFamily:
                (
                    "a service paid in an adoptive family",
                    "in an adoptive family that was \(provider)'s foster family",
                    "for which this service is not paid"
                )
            }
        return Sentence(
            expected: expected,
            found: line.service,
            message: "On \(line.facts.day) child \(line.child.shortened) lives \(home), \(why): \(line.service).")
    }

    static var examples: [Example] {
        [
            .speaks("Placement planning in the provider's residential programme.") { $0.companion = .residential },
            .silent("A home study in the provider's residential programme.") {
                $0.companion = .residential
                $0.service = ExampleServices.homeStudy
            },
            .speaks("Placement planning in the provider's foster care.") { $0.companion = .fosterCare },
            .silent("A home study of another family, in the provider's foster care.") {
                $0.companion = .fosterCare
                $0.service = ExampleServices.homeStudy
            },
            .speaks("A home study of the child's own foster family.") {
                $0.companion = [.fosterCare, .ownFamily]
                $0.service = ExampleServices.homeStudy
            },
            .silent("A home study of a family that nobody named: companion-family-unknown holds the line.") {
                $0.companion = [.fosterCare, .familyUnknown]
                $0.service = ExampleServices.homeStudy
            },
            .speaks("Recruitment for a child whose foster family has adopted it.") {
                $0.companion = .formerFosterFamily
                $0.service = ExampleServices.recruitmentScreening
            },
            .silent("Supervision in an adoptive family that was the provider's foster family.") {
                $0.companion = .formerFosterFamily
                $0.service = ExampleServices.postPlacementSupervision
            },
            .speaks("In the residential programme and in foster care at once, one of them forbids it.") {
                $0.companion = [.residential, .fosterCare]
                $0.service = ExampleServices.reunification
            },
            .silent("The child lives with none of the provider's programmes."),
        ]
    }
}
