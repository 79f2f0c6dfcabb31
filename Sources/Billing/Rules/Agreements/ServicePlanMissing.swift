/// AAP's agreement goes without a service plan (48-22-2, Progress Reports).
enum ServicePlanMissing: AgreementRule {
    static let name = "service-plan-missing"
    static let number = 8
    static let owner = Owner.agency
    static let summary = """
        A line of form AAP was paid or is held on the agreement, and no service plan was received by the as-of date.
        """
    static let nextStep = "Send the service plan to AAP; payment does not wait for it."

    static func findings(_ agreement: AgreementStory) -> [AgreementFinding] {
        guard agreement.ledger.hasWorkForAAP, !agreement.hasReport(.servicePlan) else { return [] }
        return finding(
            expected: "a service plan", found: "none",
            "Services of \(agreement.agreement) were billed on form AAP; "
                + "no service plan was received by \(agreement.asOf).")
    }
}
