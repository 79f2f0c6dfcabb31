/// 48-22-2, Monthly Invoice: an invoice at the end of each month.
enum MonthMismatch: LineRule {
    static let name = "month-mismatch"
    static let number = 32
    static let permitted: [Effect] = [.warn, .off]
    static let owner = Owner.agency
    static let summary = "The service date is not in the invoice's billing month."
    static let nextStep = """
        Check the date, and send a corrected invoice if it is wrong; bill each month's services on that month's invoice.
        """

    static func speaks(of line: LineFacts) -> Bool { !line.billingMonth.contains(line.day) }

    static func sentence(_ line: LineStory) -> Sentence {
        let facts = line.facts
        return Sentence(
            expected: "a date in \(facts.billingMonth)",
            found: "\(facts.day)",
            message: "The invoice is for \(facts.billingMonth); the line's \(facts.day) lies in \(facts.day.month).")
    }

    static var examples: [Example] {
        [
            .speaks("The last day of the month before.") { $0.day = .on(2026, 8, 31) },
            .silent("The billing month's first day.") { $0.day = .on(2026, 9, 1) },
            .silent("The billing month's last day.") { $0.day = .on(2026, 9, 30) },
            .speaks("The first day of the month after.") { $0.day = .on(2026, 10, 1) },
        ]
    }
}
