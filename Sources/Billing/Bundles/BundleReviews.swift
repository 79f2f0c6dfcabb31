/// aap_reviews.csv of a bundle: AAP's word on each invoice of the bundle and on those that it sent back, one row each,
/// in the form of the register of that name.
struct BundleReview: Hashable, Sendable {
    var provider: String
    /// As it was received.
    var number: String
    var received: Day
    var date: Day
    var returned: Bool
    var reviewer: String

    /// The number without regard to letter case.
    var numberKey: String { number.lowercased() }
    var decision: String { returned ? "returned" : "approved" }
    /// What counts when lines are decided.
    var review: Review { Review(returned: returned, date: date, received: received) }
}

enum BundleReviews {
    static var columns: String { AAPReviews.columns.joined(separator: ",") }

    static func bytes(_ reviews: [BundleReview]) -> [UInt8] {
        var csv = CSVWriter(columns: Self.columns)
        for review in reviews {
            csv.text(review.provider)
            csv.text(review.number)
            csv.plain(review.received)
            csv.plain(review.date)
            csv.plain(review.decision)
            csv.text(review.reviewer)
            csv.endRow()
        }
        return csv.allBytes()
    }

    /// The rows; nil where they are not what `bytes` writes, or a row says what no review can say.
    static func rows(_ bytes: [UInt8]) -> [BundleReview]? {
        var reviews: [BundleReview] = []
        do {
            var reader = CSVReader(ByteSource(memory: bytes), encoding: .utf8)
            guard try reader.readHeader(known: AAPReviews.columns) == AAPReviews.columns else { return nil }
            while try reader.nextRow() {
                guard let review = review(reader) else { return nil }
                reviews.append(review)
            }
        } catch {
            return nil
        }
        return Self.bytes(reviews) == bytes ? reviews : nil
    }

    private static func review(_ reader: borrowing CSVReader) -> BundleReview? {
        func text(_ place: Int) -> String { String(decoding: reader.cell(place), as: UTF8.self) }
        guard PlainText.isID(reader.cell(0)), PlainText.isInvoiceNumber(reader.cell(1)),
            let received = RegisterCells.day(reader.cell(2)), let date = RegisterCells.day(reader.cell(3)),
            ["approved", "returned"].contains(text(4)), !reader.cell(5).isEmpty
        else { return nil }
        return BundleReview(
            provider: text(0), number: text(1), received: received, date: date, returned: text(4) == "returned",
            reviewer: text(5))
    }
}
