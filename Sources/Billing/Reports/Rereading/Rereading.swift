import Crypto
import Glibc

/// Reads the reports again before they are published, and compares them with the decisions: a report that says
/// otherwise, or can't be read, stops the run.
struct Rereading {
    /// The hidden directory.
    let path: String
    /// Name and SHA-256 of every file, as it was written.
    let written: [(name: String, sha256: String)]

    /// A file that does not say what was decided.
    struct Difference: Error, Hashable {
        var file: String
        /// The rest of a sentence that begins with the file's name.
        var words: String
    }

    /// - Throws: `Difference`, for the first file that differs.
    func compare(with expectations: [ReportExpectation]) throws(Difference) {
        for (name, sha256) in written where Self.sha256(ofFile: "\(path)/\(name)") != sha256 {
            throw Difference(file: name, words: "is not what was written to it")
        }
        let names = written.map { $0.name }
        for expectation in expectations {
            let files = names.filter { expectation.files.include($0) }
            if case .named(let name) = expectation.files, files.isEmpty {
                throw Difference(file: name, words: "was never written")
            }
            try compare(files, with: expectation)
        }
    }

    private func compare(_ files: [String], with expectation: ReportExpectation) throws(Difference) {
        let paths = files.map { "\(path)/\($0)" }
        let words: String?
        do {
            switch expectation.content {
            case .bytes: words = nil
            case .table(let columns, let rows, let sums):
                words = try TableRereading(columns: columns, sums: sums).difference(of: paths, rows: rows)
            case .page(let sums): words = try PageRereading.difference(of: paths, from: sums)
            case .figures(let figures, let required):
                words = try PageRereading.difference(of: paths, from: figures, required: required)
            case .workbook(let sheets, let rows, let sums):
                words = try WorkbookRereading.difference(of: paths, sheets: sheets, rows: rows, sums: sums)
            }
        } catch {
            throw Difference(file: expectation.files.description, words: "can't be read again")
        }
        if let words { throw Difference(file: expectation.files.description, words: words) }
    }

    /// A file's bytes, as a source to read.
    ///
    /// - Throws: `ReadFault` where it can't be opened.
    static func withSource<R>(_ path: String, _ body: (ByteSource) throws -> R) throws -> R {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0, let status = FileStatusOnDisk(descriptor: descriptor) else {
            throw ReadFault(errno: errno)
        }
        defer { close(descriptor) }
        return try body(ByteSource(fileDescriptor: descriptor, size: status.size))
    }

    /// The SHA-256 of a file's bytes in hex; nil where it can't be read.
    static func sha256(ofFile path: String) -> String? {
        try? withSource(path) { try FileScan.scan($0).hash.map { Int($0).hex }.joined() }
    }

    /// `its paid_amount adds up to 12.00, the decisions to 13.00`
    static func words(_ column: String, _ found: Money, _ expected: Money) -> String {
        "has a \(column) that adds up to \(found), where the decisions come to \(expected)"
    }
}

extension Money {
    /// The amount that a cell of a report shows: `-12.05`, `12` or nothing; nil where it is none.
    init?(reported text: some Collection<UInt8>) {
        var rest = text[...]
        let isNegative = rest.first == 0x2D
        if isNegative { rest = rest.dropFirst() }
        if rest.isEmpty {
            if isNegative { return nil }
            self = .zero
            return
        }
        var value = 0
        var places: Int?
        for byte in rest {
            if byte == 0x2E, places == nil {
                places = 0
                continue
            }
            guard (0x30...0x39).contains(byte), places ?? 0 < 2 else { return nil }
            value = value * 10 + Int(byte - 0x30)
            places = places.map { $0 + 1 }
        }
        for _ in (places ?? 0)..<2 { value *= 10 }
        self.init(cents: isNegative ? -value : value)
    }
}
