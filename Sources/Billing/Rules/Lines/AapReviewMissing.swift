/// 48-22-2, Monthly Invoice: AAP reviews invoices and forwards the approved ones.
enum AapReviewMissing: LineRule {
    static let name = "aap-review-missing"
    static let number = 28
    static let owner = Owner.aap
    static var needs: Needs { .formAAP }
    static let summary = """
        There is no review of the invoice by AAP by the as-of date, or its review is dated before the service.
        """
    static let nextStep = """
        Review the invoice and send the decision for aap_reviews.csv; the next run then decides the line anew.
        """

    static func speaks(of line: LineFacts) -> Bool {
        guard let review = line.review else { return true }
        return review.date < line.day
    }

    static func sentence(_ line: LineStory) -> Sentence {
        let number = line.invoiceNumber.shortened
        guard let review = line.facts.review else {
            return Sentence(
                expected: "AAP's review by \(line.asOf)",
                found: "none",
                message: "AAP has not reviewed invoice \(number) by \(line.asOf); the line waits for it.")
        }
        return Sentence(
            expected: "a review on or after \(line.facts.day)",
            found: "reviewed on \(review.date)",
            message: """
                AAP's review of invoice \(number) is of \(review.date), before the service date \(line.facts.day) of \
                this line; the line waits for a later one.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("AAP has not reviewed the invoice.") {
                $0.billToAAP()
                $0.review = nil
            },
            .speaks("The review is of the day before the service.") {
                $0.billToAAP()
                $0.review?.date = .on(2026, 9, 6)
            },
            .silent("The review is of the day of the service.") {
                $0.billToAAP()
                $0.review?.date = .on(2026, 9, 7)
            },
            .silent("Form DCF-2106 needs no review."),
        ]
    }
}
