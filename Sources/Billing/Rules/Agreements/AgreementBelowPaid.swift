/// An agreement allows less of a service than has been paid on it (48-22-2, Amending Agreements).
enum AgreementBelowPaid: AgreementRule {
    static let name = "agreement-below-paid"
    static let number = 3
    static let owner = Owner.socialWorker
    static let summary = "An agreement allows less of a service, in hours or in dollars, than has been paid on it."
    static let nextStep = "Amend the agreement to at least what was paid, or have what was paid too much reversed."

    static func findings(_ agreement: AgreementStory) -> [AgreementFinding] {
        for account in agreement.accounts {
            let service = agreement.name(account.service)
            if account.paidHours > account.maxHours {
                return finding(
                    expected: "at least \(account.paidHours) h", found: "\(account.maxHours) h",
                    "\(agreement.agreement) allows \(account.maxHours) h of \(service); "
                        + "\(account.paidHours) h have been paid on it.")
            }
            if account.paidAmount > account.ceiling {
                return finding(
                    expected: "at least \(account.paidAmount.dollars)", found: account.ceiling.dollars,
                    "\(agreement.agreement) allows \(account.ceiling.dollars) of \(service); "
                        + "\(account.paidAmount.dollars) have been paid on it.")
            }
        }
        return []
    }
}
