/// A decision of finance staff (spec: The command, Dispositions). It decides, whatever else holds.
enum DeniedByStaff: Rule {
    static let name = "denied-by-staff"
    static let number = 1
    static let permitted: [Effect] = [.deny]
    static let owner = Owner.subsidyUnit
    static let summary = "A disposition denies a line that was held before this run or received in it."
    static let nextStep = "Tell the agency why; a reopen disposition takes the decision back."

    /// - Parameters:
    ///   - staff: who decided, as the disposition has it.
    ///   - day: when.
    ///   - reason: why; free text, for reports only.
    static func sentence(by staff: String, on day: Day, reason: String) -> Sentence {
        Sentence(
            expected: "no decision against the line",
            found: "denied on \(day)",
            message: "Staff (\(staff.shortened)) denied the line on \(day): \(reason.asSentenceEnd)")
    }
}
