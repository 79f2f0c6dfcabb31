/// 48-22-2, Policy (notes) and Core Contract Required: the provider is licensed, and some services are for licensed
/// child placing agencies alone.
enum ProviderNotLicensed: LineRule {
    static let name = "provider-not-licensed"
    static let number = 8
    static let owner = Owner.subsidyUnit
    static var needs: Needs { .soundRegisters }
    static let summary = """
        The provider has no licence that is valid on the service date, or the policy of the day leaves the service \
        to child placing agencies (with a Connecticut licence, where it says so) and the provider is none.
        """
    static let nextStep = """
        Ask the agency for the licence that it held on that date; where licenses.csv or providers.csv lacks it, have \
        it entered and reopen the line.
        """

    static func speaks(of line: LineFacts) -> Bool {
        if !line.licensed { return true }
        guard isForPlacingAgencies(line) else { return false }
        return !line.providerIsPlacingAgency || line.policy.placingAgencyLicenceInState && !line.licensedInState
    }

    /// Whether only a child placing agency may render the service; an unknown service is among those where all are.
    private static func isForPlacingAgencies(_ line: LineFacts) -> Bool {
        guard let service = line.service else {
            return line.policy.placingAgencyOnly.isSuperset(of: line.policy.services)
        }
        return line.policy.placingAgencyOnly.contains(service)
    }

    static func sentence(_ line: LineStory) -> Sentence {
        let facts = line.facts
        let provider = line.provider.shortened
        if !facts.licensed {
            return Sentence(
                expected: "a licence valid on \(facts.day)",
                found: "none",
                message: "No licence of \(provider) is valid on \(facts.day).")
        }
        if !facts.providerIsPlacingAgency {
            return Sentence(
                expected: "a child placing agency",
                found: "a clinical provider",
                message: "On \(facts.day) only child placing agencies may render \(line.service); \(provider) is none.")
        }
        return Sentence(
            expected: "a CT licence valid on \(facts.day)",
            found: "another state's licence",
            message: """
                \(line.service) is for agencies with a Connecticut licence; on \(facts.day) \(provider) has one of \
                another state only.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("Between two licences.") {
                $0.licensed = false
                $0.licensedInState = false
            },
            .silent("A licensed Connecticut child placing agency renders a home study.") {
                $0.service = ExampleServices.homeStudy
            },
            .speaks("A clinical provider renders a home study.") {
                $0.service = ExampleServices.homeStudy
                $0.providerIsPlacingAgency = false
            },
            .silent("A clinical provider renders placement planning.") { $0.providerIsPlacingAgency = false },
            .speaks("A home study under another state's licence.") {
                $0.service = ExampleServices.homeStudy
                $0.licensedInState = false
            },
            .silent("Placement planning under another state's licence.") { $0.licensedInState = false },
            .silent("A home study under another state's licence, by the earlier policy.") {
                $0.policy = .earlierExample
                $0.service = ExampleServices.homeStudy
                $0.licensedInState = false
            },
            .speaks("A clinical provider under the earlier policy, whatever it renders.") {
                $0.policy = .earlierExample
                $0.service = nil
                $0.providerIsPlacingAgency = false
            },
        ]
    }
}
