/// An amendment has taken effect on paper and is not fully signed (48-22-2, Amending Agreements).
enum AmendmentUnsigned: AgreementRule {
    static let name = "amendment-unsigned"
    static let number = 4
    static let owner = Owner.socialWorker
    static let summary = "An amendment's effective date has come, and it is not fully signed on the as-of date."
    static let nextStep = "Have the amendment signed by all who must, or withdraw it; until then it changes nothing."

    static func findings(_ agreement: AgreementStory) -> [AgreementFinding] {
        let asOf = agreement.asOf
        let unsigned = agreement.versions.first {
            $0.number > 0 && $0.effective <= asOf && !$0.isSigned(on: asOf)
        }
        guard let unsigned else { return [] }
        return finding(
            expected: "fully signed by \(asOf)",
            found: unsigned.signedOn.map { "fully signed on \($0)" } ?? "not fully signed",
            "Version \(unsigned.number) of \(agreement.agreement) was to take effect on \(unsigned.effective) "
                + "and is not fully signed on \(asOf).")
    }
}
