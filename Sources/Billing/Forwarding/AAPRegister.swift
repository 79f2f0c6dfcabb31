/// AAP's own register of reviews: the columns of aap_reviews.csv, and a `reason` if AAP likes to give one. A row
/// without review_date and decision says when an invoice came that waits for its review.
struct AAPRegister: Sendable {
    /// One row.
    struct Entry: Hashable, Sendable {
        var provider: String
        var number: String
        var received: Day
        /// Nil while the invoice waits.
        var review: Decided?
    }

    struct Decided: Hashable, Sendable {
        var date: Day
        var returned: Bool
        var reviewer: String
        /// Why AAP sent the invoice back, in its own words; may be empty.
        var reason: String
    }

    private var entries: [[String]: [Entry]] = [:]
    /// Rows with a decision by the last day that counts, as a register for the rules on lines.
    private(set) var decided: [BundleReview] = []

    /// - Parameter asOf: what was decided later is not looked at.
    /// - Throws: `missingInput`, `cannotRead`, `unusableData` naming the place of a row that can't be read.
    init(_ path: String, asOf: Day, _ disk: Disk) throws(Stop) {
        guard let status = FileStatusOnDisk(path), !status.isDirectory else {
            throw Stop(.missingInput, "AAP's reviews \(path) are missing. Name the file with --reviews.")
        }
        do {
            try read(BundleDirectory.bytes(of: path, disk), path, asOf)
        } catch let stop as Stop {
            throw stop
        } catch let fault as ReadFault {
            throw Stop(.cannotRead, "AAP's reviews \(path) can't be read (\(fault.reason)). Nothing was written.")
        } catch let unreadable as Unreadable {
            throw Self.unusable(path, unreadable.line, unreadable.sentence.message)
        } catch {
            throw Stop(.programFault, "AAP's reviews met a fault of the program: \(error).")
        }
    }

    private mutating func read(_ bytes: [UInt8], _ path: String, _ asOf: Day) throws {
        let source = ByteSource(memory: bytes)
        let encoding = try FileScan.scan(source).encoding
        var reader = CSVReader(source, encoding: encoding)
        let header = try reader.readHeader(known: AAPReviews.columns + ["reason"])
        var places: [Int] = []
        for column in AAPReviews.columns {
            guard let place = header.firstIndex(of: column) else {
                throw Self.unusable(path, reader.rowLine, "The header has no column \(column).")
            }
            places.append(place)
        }
        let reason = header.firstIndex(of: "reason")
        while try reader.nextRow() {
            guard let entry = Self.entry(reader, places, reason) else {
                throw Self.unusable(
                    path, reader.rowLine,
                    "The row can't be read: an id, a number and dates such as 2026-10-05 are expected, `approved` or "
                        + "`returned` as the decision with its reviewer; or no date and no decision while it waits.")
            }
            if let date = entry.review?.date, date > asOf { continue }
            entries[[entry.provider, entry.number.lowercased()], default: []].append(entry)
            if let review = entry.bundleReview { decided.append(review) }
        }
    }

    private static func entry(_ reader: borrowing CSVReader, _ places: [Int], _ reason: Int?) -> Entry? {
        func text(_ place: Int) -> String { String(decoding: reader.cell(places[place]), as: UTF8.self) }
        guard PlainText.isID(reader.cell(places[0])), PlainText.isInvoiceNumber(reader.cell(places[1])),
            let received = RegisterCells.day(reader.cell(places[2]))
        else { return nil }
        var entry = Entry(provider: text(0), number: text(1), received: received, review: nil)
        if reader.cell(places[3]).isEmpty, reader.cell(places[4]).isEmpty { return entry }
        guard let date = RegisterCells.day(reader.cell(places[3])), ["approved", "returned"].contains(text(4)),
            !reader.cell(places[5]).isEmpty
        else { return nil }
        entry.review = Decided(
            date: date, returned: text(4) == "returned", reviewer: text(5),
            reason: reason.map { String(decoding: reader.cell($0), as: UTF8.self) } ?? "")
        return entry
    }

    private static func unusable(_ path: String, _ line: Int, _ message: String) -> Stop {
        Stop(.unusableData, "\(path) line \(line): \(message) Nothing was written; mend the file and start again.")
    }

    /// The row that counts for an invoice: the latest decision, of those of one day the last.
    func review(of number: String, provider: String) -> Entry? {
        var latest: Entry?
        for entry in entries[[provider, number]] ?? [] where entry.review != nil {
            if latest == nil || entry.review!.date >= latest!.review!.date { latest = entry }
        }
        return latest
    }

    /// The day on which an invoice that waits reached AAP, where a row says so.
    func received(_ number: String, provider: String) -> Day? {
        (entries[[provider, number]] ?? []).last { $0.review == nil }?.received
    }

    /// The rows that rules on lines read, in the form of the department's register.
    var registerBytes: [UInt8] { BundleReviews.bytes(decided) }
}

extension AAPRegister.Entry {
    /// As a bundle tells it; nil while it waits.
    var bundleReview: BundleReview? {
        review.map {
            BundleReview(
                provider: provider, number: number, received: received, date: $0.date, returned: $0.returned,
                reviewer: $0.reviewer)
        }
    }
}
