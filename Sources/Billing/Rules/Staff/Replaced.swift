/// A correction (spec: The command, Corrections). Stands on reversals and withdrawals only and is no exception.
enum Replaced: Rule {
    static let name = "replaced"
    static let number = 3
    static let permitted: [Effect] = [.warn]
    static let owner = Owner.subsidyUnit
    static let summary = """
        A later invoice replaces the line's own: what was paid is reversed, what was held is withdrawn.
        """
    static let nextStep = "Nothing: the corrected invoice's lines are decided in its place."

    /// - Parameters:
    ///   - invoice: the number of the invoice that replaces the line's own.
    ///   - amount: what had been paid on the line; nothing where it was held.
    static func sentence(by invoice: String, amount: Money) -> Sentence {
        let undone = amount == .zero ? "the held line is withdrawn" : "the \(amount.dollars) paid on the line come back"
        return Sentence(
            expected: "the corrected invoice's line",
            found: "a line of the one before",
            message: "Invoice \(invoice.shortened) replaces the line's own; \(undone).")
    }
}
