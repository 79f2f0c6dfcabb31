/// An agreement ended with hours that were not delivered, and nobody said why
/// (48-22-2, Developing an Agreement for Each Child).
enum PartialCompletionUnexplained: AgreementRule {
    static let name = "partial-completion-unexplained"
    static let number = 9
    static let owner = Owner.agency
    static let summary = """
        An agreement ended at least 10 days before the as-of date, less than the maximum hours was paid of some \
        service, nothing is held, and no explanation of a partial completion was received.
        """
    static let nextStep = "Explain in writing why the services were not completed, or bill what is still to be billed."

    static func findings(_ agreement: AgreementStory) -> [AgreementFinding] {
        guard agreement.end.adding(days: agreement.settings.graceDays) <= agreement.asOf,
            !agreement.ledger.hasHeldLine, !agreement.isExplained(.partialCompletion),
            let account = agreement.accounts.first(where: { $0.isAgreed && $0.paidHours < $0.maxHours })
        else { return [] }
        return finding(
            expected: "\(account.maxHours) h paid, or an explanation", found: "\(account.paidHours) h paid",
            "\(agreement.agreement) ended on \(agreement.end); \(account.paidHours) h of \(account.maxHours) h of "
                + "\(agreement.name(account.service)) were paid, and no explanation of a partial completion was "
                + "received by \(agreement.asOf).")
    }
}
