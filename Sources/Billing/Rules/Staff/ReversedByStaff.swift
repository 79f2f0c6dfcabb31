/// A decision of finance staff (spec: The command, Dispositions). Stands on reversals only and is no exception.
enum ReversedByStaff: Rule {
    static let name = "reversed-by-staff"
    static let number = 2
    static let permitted: [Effect] = [.warn]
    static let owner = Owner.subsidyUnit
    static let summary = "A disposition reverses a paid or reduced line: its hours and dollars come free."
    static let nextStep = "Recover the amount from the agency, or let its next voucher bear it."

    /// - Parameters:
    ///   - staff: who decided, as the disposition has it.
    ///   - day: when.
    ///   - reason: why; free text, for reports only.
    ///   - hours: what had been paid.
    ///   - amount: what had been paid.
    static func sentence(by staff: String, on day: Day, reason: String, hours: Hours, amount: Money) -> Sentence {
        Sentence(
            expected: "0.00 paid",
            found: "\(amount) paid",
            message: """
                Staff (\(staff.shortened)) reversed the line on \(day), \(hours.worded) and \(amount.dollars) come \
                free: \(reason.asSentenceEnd)
                """)
    }
}
