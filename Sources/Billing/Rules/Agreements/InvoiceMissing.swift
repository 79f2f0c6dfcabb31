/// No invoice came for a month in which the agreement was in term (48-22-2, Monthly Invoice).
enum InvoiceMissing: AgreementRule {
    static let name = "invoice-missing"
    static let number = 6
    static let owner = Owner.agency
    static let summary = """
        No invoice was received for a month in which the agreement was in term for at least a day. The last three \
        calendar months whose end is at least 10 days before the as-of date are looked at.
        """
    static let nextStep = "Send the month's invoice; one without lines says that there were no services."

    static func findings(_ agreement: AgreementStory) -> [AgreementFinding] {
        let months = agreement.dueMonths.filter {
            !agreement.ledger.invoiced.contains($0) && agreement.isInTerm(during: $0)
        }
        return months.map { month in
            let sentence = Sentence(
                expected: "an invoice for \(month)", found: "none",
                message: "\(agreement.agreement) was in term in \(month); no invoice for that month was received "
                    + "by \(agreement.asOf).")
            return AgreementFinding(Self.self, month: month, sentence)
        }
    }
}
