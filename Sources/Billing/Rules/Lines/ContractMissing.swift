/// 48-22-2, Core Contract Required: nothing is paid unless a Core Contract is in place.
enum ContractMissing: LineRule {
    static let name = "contract-missing"
    static let number = 5
    static let owner = Owner.subsidyUnit
    static var needs: Needs { [.agreement, .soundRegisters] }
    static let summary = "The service date is outside the term of the agreement's Core Contract."
    static let nextStep = """
        Look up the agency's Core Contract with the Office of Children and Youth in Placement; where contracts.csv has \
        other dates, have them mended and reopen the line.
        """

    static func speaks(of line: LineFacts) -> Bool {
        guard let term = line.contractTerm else { return true }
        return !term.contains(line.day)
    }

    static func sentence(_ line: LineStory) -> Sentence {
        let day = line.facts.day
        guard let term = line.facts.contractTerm else {
            return Sentence(
                expected: "a Core Contract on \(day)",
                found: "none",
                message: "Agreement \(line.agreement) has no Core Contract, so that nothing can be paid on it.")
        }
        return Sentence(
            expected: term.worded,
            found: "\(day)",
            message: """
                The Core Contract of agreement \(line.agreement) runs \(term.worded); the service date \(day) is \
                \(day < term.first ? "before its first" : "after its last") day.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("The day before the contract starts.") { $0.day = .on(2025, 6, 30) },
            .silent("The contract's first day.") { $0.day = .on(2025, 7, 1) },
            .silent("The contract's last day.") { $0.day = .on(2028, 6, 30) },
            .speaks("The day after the contract ends.") { $0.day = .on(2028, 7, 1) },
            .silent("A contract without an end.") {
                $0.day = .on(2040, 1, 1)
                $0.contractTerm = Interval(first: .on(2025, 7, 1), last: nil)
            },
        ]
    }
}
