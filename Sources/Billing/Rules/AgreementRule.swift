/// A rule about an agreement as of a run. No money moves for it.
protocol AgreementRule: Rule {
    /// What the rule finds off with an agreement: at most one finding, or one for each month.
    static func findings(_ agreement: AgreementStory) -> [AgreementFinding]
}

extension AgreementRule {
    static var permitted: [Effect] { [.warn, .off] }

    /// One finding about the agreement as a whole.
    static func finding(expected: String, found: String, _ message: String) -> [AgreementFinding] {
        [AgreementFinding(Self.self, Sentence(expected: expected, found: found, message: message))]
    }
}
