/// Two agencies on one day may be right; somebody should look.
enum ChildTwoProviders: LineRule {
    static let name = "child-two-providers"
    static let number = 33
    static let permitted: [Effect] = [.warn, .off]
    static let owner = Owner.subsidyUnit
    static let looksAtEarlierLines = true
    static let summary = "An earlier line that stands has the same child, date and service from another provider."
    static let nextStep = """
        Ask the child's Social Worker whether both agencies were to render the service on that day; if not, reverse \
        the line that is not owed.
        """

    static func speaks(of line: LineFacts) -> Bool { line.earlier.contains(.otherProvider) }

    static func sentence(_ line: LineStory) -> Sentence {
        Sentence(
            expected: "\(line.service) from one provider",
            found: "from two",
            message: """
                \(line.service) for child \(line.child.shortened) on \(line.facts.day) stands already from another \
                provider; \(line.provider.shortened) bills \(line.facts.hours.worded) more.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("Another agency has rendered the same service to the child that day.") {
                $0.earlier = .otherProvider
            },
            .silent("The agency's own earlier line, under another service: duplicate-suspected holds the line.") {
                $0.earlier = .otherService
            },
        ]
    }
}
