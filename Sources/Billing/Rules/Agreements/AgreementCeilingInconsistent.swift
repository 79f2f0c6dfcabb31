/// A service's ceiling is more than its hours can cost
/// (48-22-2, Payment, Maximum Amount of Contract, Hours and Exceptions).
enum AgreementCeilingInconsistent: AgreementRule {
    static let name = "agreement-ceiling-inconsistent"
    static let number = 2
    static let owner = Owner.socialWorker
    static let summary = """
        A service's ceiling is more than its maximum hours cost at the contract's rate on the version's effective date.
        """
    static let nextStep = "Amend the agreement so that each ceiling is what its hours cost, or less."

    static func findings(_ agreement: AgreementStory) -> [AgreementFinding] {
        guard let rate = agreement.contractRate,
            let account = agreement.accounts.first(where: { $0.isAgreed && $0.ceiling > rate.cost(of: $0.maxHours) })
        else { return [] }
        let cost = rate.cost(of: account.maxHours)
        return finding(
            expected: "at most \(cost.dollars)", found: account.ceiling.dollars,
            "\(agreement.agreement) gives \(agreement.name(account.service)) a ceiling of \(account.ceiling.dollars); "
                + "its \(account.maxHours) h cost \(cost.dollars) at the contract's \(rate.perHour.dollars) an hour.")
    }
}
