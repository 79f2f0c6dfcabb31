/// 48-22-2, Developing an Agreement for Each Child.
enum AgreementProvider: LineRule {
    static let name = "agreement-provider"
    static let number = 3
    static let owner = Owner.agency
    static var needs: Needs { [.agreement, .soundRegisters] }
    static let summary = "The agreement is another provider's."
    static let nextStep = """
        Check the number on the agency's own DCF-2107 and send a corrected invoice, whose replaces names this one.
        """

    static func speaks(of line: LineFacts) -> Bool { !line.agreementIsProviders }

    static func sentence(_ line: LineStory) -> Sentence {
        Sentence(
            expected: "an agreement of \(line.provider.shortened)",
            found: "\(line.agreement), another provider's",
            message: "\(line.provider.shortened) bills on agreement \(line.agreement), which is another provider's.")
    }

    static var examples: [Example] {
        [
            .speaks("The agreement was made with another agency.") { $0.agreementIsProviders = false },
            .silent("The agreement was made with the agency that bills."),
            .silent("There is no such agreement: agreement-unknown speaks instead.") {
                $0.agreementIsProviders = false
                $0.present.remove(.agreement)
            },
        ]
    }
}
