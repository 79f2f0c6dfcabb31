/// An agreement was ended with too little notice
/// (48-22-2, Terminating an Agreement Prior to the Completion of Services).
enum TerminationNoticeShort: AgreementRule {
    static let name = "termination-notice-short"
    static let number = 5
    static let owner = Owner.socialWorker
    static let summary = "An agreement's termination date is less than 30 days after the notice."
    static let nextStep = "Agree on a later termination date with the agency, or record why the notice was short."

    static func findings(_ agreement: AgreementStory) -> [AgreementFinding] {
        guard let termination = agreement.termination else { return [] }
        let due = agreement.settings.terminationNoticeDays
        let given = termination.termination.days(since: termination.notice)
        guard given < due else { return [] }
        return finding(
            expected: "at least \(due) days of notice", found: "\(given) days",
            "\(agreement.agreement) ends on \(termination.termination), \(given) days after the notice of "
                + "\(termination.notice); \(due) days are due.")
    }
}
