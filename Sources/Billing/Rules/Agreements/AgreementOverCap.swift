/// The hours of an agreement's services add up to more than its children may be paid
/// (48-22-2, Payment, Maximum Amount of Contract, Hours and Exceptions).
enum AgreementOverCap: AgreementRule {
    static let name = "agreement-over-cap"
    static let number = 1
    static let owner = Owner.socialWorker
    static let summary = """
        An agreement's maximum hours add up to more than the cap of hours times its children. Versions that take \
        effect under a policy without a cap are left alone.
        """
    static let nextStep = "Amend the agreement so that its hours fit under the cap, or record the children it is for."

    static func findings(_ agreement: AgreementStory) -> [AgreementFinding] {
        guard let cap = agreement.cap else { return [] }
        let agreed = agreement.accounts.reduce(Hours.zero) { $0 + $1.maxHours }
        let most = Hours(hundredths: cap.hundredths * agreement.childCount)
        guard agreed > most else { return [] }
        let children = agreement.childCount == 1 ? "1 child" : "\(agreement.childCount) children"
        return finding(
            expected: "at most \(most) h", found: "\(agreed) h",
            "The services of \(agreement.agreement) add up to \(agreed) h; "
                + "\(cap) h for each of \(children) come to \(most) h.")
    }
}
