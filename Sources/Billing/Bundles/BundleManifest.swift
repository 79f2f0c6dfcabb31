import Crypto

/// manifest.csv: every file of a bundle with its hash, what the invoices come to, and last the bundle itself with its
/// week and its sequence number.
///
/// It is written in one way only, and a manifest that is written in any other is none: so no byte of it can be changed
/// unnoticed. The last row's hash is that of the manifest with that one cell left empty.
struct BundleManifest: Hashable, Sendable {
    static let fileName = "manifest.csv"
    static let columns = "file,sha256,invoice_count,line_count,hours,amount"

    /// One file of the bundle.
    struct File: Hashable, Sendable {
        /// Its path in the bundle.
        var name: String
        /// In hex.
        var sha256: String
    }

    /// Every file but the manifest and its signature, in the order of the bytes of their names.
    var files: [File]
    var week: BundleWeek
    /// Counted up from 1 over all bundles that AAP ever made.
    var sequence: Int
    /// What invoices.xml holds.
    var totals: BundleTotals
    /// How many rows aap_reviews.csv has.
    var reviews: Int

    /// `AAP-2026-W41-0003`: what the bundle is called.
    var name: String { Self.name(week, sequence) }

    static func name(_ week: BundleWeek, _ sequence: Int) -> String { "AAP-\(week)-\(sequence.padded(to: 4))" }

    /// The largest sequence number: far more weeks than there will be.
    static let largestSequence = 9_999_999

    // MARK: - Writing

    var bytes: [UInt8] {
        let head = Self.columns + "\n" + files.map { row(of: $0) }.joined() + "\(name),"
        let tail = ",\(counts)\n"
        let hash = SHA256.hash(data: Array((head + tail).utf8)).map { Int($0).hex }.joined()
        return Array((head + hash + tail).utf8)
    }

    private var counts: String { "\(totals.invoices),\(totals.lines),\(totals.hours),\(totals.amount)" }

    private func row(of file: File) -> String {
        switch file.name {
        case BundleFiles.invoices: "\(file.name),\(file.sha256),\(counts)\n"
        case BundleFiles.reviews: "\(file.name),\(file.sha256),\(reviews),,,\n"
        default: "\(file.name),\(file.sha256),,,,\n"
        }
    }

    // MARK: - Reading

    /// The manifest that the bytes are; nil where they are none as this program writes it.
    init?(_ bytes: [UInt8]) {
        guard bytes.count <= Self.largest, let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard rows.count >= 4, rows.allSatisfy({ $0.count == 6 || $0 == [""] }),
            let (week, sequence) = Self.weekAndSequence(rows[rows.count - 2][0]),
            let totals = Self.totals(rows[rows.count - 2]),
            let reviews = rows.first(where: { $0[0] == BundleFiles.reviews }).flatMap({ Int($0[2]) })
        else { return nil }
        self.init(
            files: rows[1..<rows.count - 2].map { File(name: $0[0], sha256: $0.count > 1 ? $0[1] : "") }, week: week,
            sequence: sequence, totals: totals, reviews: reviews)
        // Whatever else the bytes could say, they are what is written, or no manifest.
        guard self.bytes == bytes else { return nil }
    }

    init(files: [File], week: BundleWeek, sequence: Int, totals: BundleTotals, reviews: Int) {
        self.files = files
        self.week = week
        self.sequence = sequence
        self.totals = totals
        self.reviews = reviews
    }

    /// Room for tens of thousands of files.
    static let largest = 8 << 20

    private static func weekAndSequence(_ name: String) -> (BundleWeek, Int)? {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "AAP", let week = BundleWeek("\(parts[1])-\(parts[2])"),
            let sequence = Int(parts[3]), (1...largestSequence).contains(sequence)
        else { return nil }
        return (week, sequence)
    }

    private static func totals(_ row: [String]) -> BundleTotals? {
        guard let invoices = Int(row[2]), let lines = Int(row[3]), invoices >= 0, lines >= 0,
            let hours = Money(reported: Array(row[4].utf8)), let amount = Money(reported: Array(row[5].utf8))
        else { return nil }
        return BundleTotals(
            invoices: invoices, lines: lines, hours: Hours(hundredths: hours.cents), amount: amount)
    }
}

/// The names of a bundle's files.
enum BundleFiles {
    static let invoices = "invoices.xml"
    static let reviews = "aap_reviews.csv"
    static let transmittal = "transmittal.html"
    static let signature = "manifest.csv.sig"
    /// The folder of the return notices.
    static let returns = "returns"
}
