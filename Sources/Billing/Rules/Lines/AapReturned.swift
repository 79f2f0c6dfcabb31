/// 48-22-2, Monthly Invoice: AAP reviews invoices and forwards the approved ones.
enum AapReturned: LineRule {
    static let name = "aap-returned"
    static let number = 19
    static let owner = Owner.aap
    static var needs: Needs { [.formAAP, .soundRegisters] }
    static let summary = "AAP's latest review of the invoice returned it."
    static let nextStep = """
        Tell the agency what to correct; it sends a corrected invoice, whose replaces names this one, for a review anew.
        """

    static func speaks(of line: LineFacts) -> Bool { line.review?.returned ?? false }

    static func sentence(_ line: LineStory) -> Sentence {
        let date = line.facts.review.map { " on \($0.date)" } ?? ""
        return Sentence(
            expected: "approved by AAP",
            found: "returned\(date)",
            message: "AAP returned invoice \(line.invoiceNumber.shortened)\(date), so that none of its lines is paid.")
    }

    static var examples: [Example] {
        [
            .speaks("AAP returned the invoice.") {
                $0.billToAAP()
                $0.review?.returned = true
            },
            .silent("AAP approved the invoice.") { $0.billToAAP() },
            .silent("AAP has not reviewed it yet: aap-review-missing holds the line.") {
                $0.billToAAP()
                $0.review = nil
            },
        ]
    }
}
