/// 48-22-2, Policy (notes): no services are purchased out of state or internationally.
enum ProviderOutOfState: LineRule {
    static let name = "provider-out-of-state"
    static let number = 7
    static let owner = Owner.subsidyUnit
    static var needs: Needs { .soundRegisters }
    static let summary = """
        The policy of the day buys from Connecticut agencies alone, and the provider's state is another.
        """
    static let nextStep = """
        Ask ICPC or the Regional contracts liaison how the services are to be bought; where providers.csv has the \
        wrong state, have it mended and reopen the line.
        """

    static func speaks(of line: LineFacts) -> Bool { line.policy.inStateOnly && !line.providerInState }

    static func sentence(_ line: LineStory) -> Sentence {
        Sentence(
            expected: "a provider of CT",
            found: "a provider of another state",
            message: """
                \(line.provider.shortened) is not a Connecticut agency; since \(line.facts.policy.from) the program \
                buys no services out of state.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("A Massachusetts agency.") { $0.providerInState = false },
            .silent("A Connecticut agency."),
            .silent("A Massachusetts agency under the earlier policy, which buys from agencies of any state.") {
                $0.providerInState = false
                $0.day = .on(2014, 12, 18)
                $0.policy = .earlierExample
            },
        ]
    }
}
