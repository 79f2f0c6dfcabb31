/// What the rules say that wait for the lines before: asked once for each worker's day that comes to the same hours,
/// as most lines have nothing in common with others.
struct OrderedFindings {
    private let rules: RuleBook
    /// By hundredths of an hour, for lines that have nothing in common with earlier ones.
    private var known: [FindingSet?] = []

    /// Two days and nights of work; what is more is asked anew.
    private static let longest = 4800

    init(_ rules: RuleBook) { self.rules = rules }

    mutating func findings(earlier: EarlierLines, workerDay: Hours) -> FindingSet {
        let hours = workerDay.hundredths
        guard earlier.isEmpty, (0...Self.longest).contains(hours) else {
            return rules.findings(earlier: earlier, workerDay: workerDay)
        }
        if known.isEmpty { known = [FindingSet?](repeating: nil, count: Self.longest + 1) }
        if let findings = known[hours] { return findings }
        let findings = rules.findings(earlier: earlier, workerDay: workerDay)
        known[hours] = findings
        return findings
    }
}
