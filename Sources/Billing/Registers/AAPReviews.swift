/// aap_reviews.csv: AAP's word on invoices of its form. Numbers of invoices are compared without letter case.
struct AAPReviews: Sendable {
    static let file = "aap_reviews.csv"
    static let columns = ["provider_id", "invoice_number", "received_date", "review_date", "decision", "reviewer"]

    private enum Decision: UInt8, RegisterWord {
        case approved, returned
        static let words: [StaticString] = ["approved", "returned"]
    }

    private struct Row {
        var review: Review
        /// The invoice's row before this one; -1: there is none.
        var before: Int32
    }

    private var rows: [Row] = []
    /// The last row of each invoice, by provider and number.
    private var last: [UInt64: Int32] = [:]
    /// Stands for an invoice with a bad row: it counts as not reviewed, whatever its other rows say.
    private static let unreliable: Int32 = -2

    /// A bad row is reported and holds nobody: its invoice counts as not reviewed.
    static func read(_ reader: inout RegisterReader, providers: Providers) throws -> AAPReviews {
        var reviews = AAPReviews()
        try reader.open(file, columns: columns)
        while try reader.next() {
            let provider = reader.id(0)
            let number = reader.textInSmallLetters(1)
            let received = reader.day(2)
            let date = reader.day(3)
            let decision = reader.word(4, Decision.self)
            _ = reader.text(5)
            reader.expectKnown(providers.index[provider] != nil, 0, in: Providers.file)
            let key = key(provider, number)
            let before = reviews.last[key] ?? -1
            if !reader.closes(.provider, holds: false) {
                reviews.last[key] = unreliable
            } else if before != unreliable {
                reviews.last[key] = Int32(reviews.rows.count)
                let review = Review(returned: decision == .returned, date: date, received: received)
                reviews.rows.append(Row(review: review, before: before))
            }
        }
        return reviews
    }

    /// The review that counts on a day: the latest made by then, of those of one day the last row.
    ///
    /// - Parameter number: the invoice's number in small letters.
    func review(of number: Symbol, provider: Symbol, asOf: Day) -> Review? {
        var place = last[Self.key(provider, number)] ?? -1
        var latest: Review?
        while place >= 0 {
            let row = rows[Int(place)]
            if row.review.date <= asOf, row.review.date > latest?.date ?? .first.adding(days: -1) {
                latest = row.review
            }
            place = row.before
        }
        return latest
    }

    /// Adds a review that stands before all rows of the register: of those of one day the register's counts.
    ///
    /// - Parameter number: the invoice's number in small letters.
    mutating func add(_ review: Review, of number: Symbol, provider: Symbol) {
        let key = Self.key(provider, number)
        var place = last[key] ?? -1
        if place == Self.unreliable { return }
        let new = Int32(rows.count)
        rows.append(Row(review: review, before: -1))
        if place < 0 {
            last[key] = new
            return
        }
        while rows[Int(place)].before >= 0 { place = rows[Int(place)].before }
        rows[Int(place)].before = new
    }

    private static func key(_ provider: Symbol, _ number: Symbol) -> UInt64 {
        UInt64(provider.index) << 32 | UInt64(number.index)
    }
}
