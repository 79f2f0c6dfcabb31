/// No report covers a month of service (48-22-2, Progress Reports).
enum ProgressReportMissing: AgreementRule {
    static let name = "progress-report-missing"
    static let number = 7
    static let owner = Owner.agency
    static let summary = """
        A line of a month was paid or is held, and no report received by the as-of date covers the month: a monthly \
        one of that month; for form AAP a quarterly one of that month or of one of the next two.
        """
    static let nextStep = "Send the report; payment does not wait for it."

    static func findings(_ agreement: AgreementStory) -> [AgreementFinding] {
        agreement.dueMonths.compactMap { month in
            guard let form = Form.allCases.first(where: { isMissing(agreement, month, $0) }) else { return nil }
            let report = form == .aap ? "quarterly report that covers \(month)" : "monthly report for \(month)"
            let sentence = Sentence(
                expected: "a \(report)", found: "none",
                message: "Services of \(month) were billed on \(agreement.agreement) on form \(form); "
                    + "no \(report) was received by \(agreement.asOf).")
            return AgreementFinding(Self.self, month: month, sentence)
        }
    }

    private static func isMissing(_ agreement: AgreementStory, _ month: Month, _ form: Form) -> Bool {
        guard agreement.ledger.worked.contains(AgreementLedger.WorkedMonth(month: month, form: form)) else {
            return false
        }
        return switch form {
        case .dcf2106: !agreement.hasReport(.monthly, of: month...month)
        case .aap: !agreement.hasReport(.quarterly, of: month...month.adding(months: 2))
        }
    }
}
