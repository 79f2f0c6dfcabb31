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

    /// Each file is read once: hashed, and added up as it goes.
    ///
    /// - Parameter threads: how many read side by side.
    /// - Throws: `Difference`, for the first file that differs.
    func compare(with expectations: [ReportExpectation], threads: Int = 1) throws(Difference) {
        let hashes = Dictionary(uniqueKeysWithValues: written.map { ($0.name, $0.sha256) })
        var asked: [(files: [String], expectation: ReportExpectation)] = []
        var unasked = Set(hashes.keys)
        for expectation in expectations {
            let files: [String]
            switch expectation.files {
            case .named(let name):
                guard hashes[name] != nil else { throw Difference(file: name, words: "was never written") }
                files = [name]
            case .all: files = written.map { $0.name }.filter { expectation.files.include($0) }
            }
            unasked.subtract(files)
            asked.append((files, expectation))
        }
        for name in written.map({ $0.name }) where unasked.contains(name) {
            asked.append(([name], ReportExpectation(files: .named(name), content: .bytes)))
        }
        let all = asked
        try SharedWork.each(all.count, threads: threads) { (number) throws(Difference) in
            try compare(all[number].files, with: all[number].expectation, hashes, threads)
        }
    }

    private func compare(
        _ files: [String], with expectation: ReportExpectation, _ hashes: [String: String], _ threads: Int
    ) throws(Difference) {
        let files = files.map { File(name: $0, path: "\(path)/\($0)", sha256: hashes[$0] ?? "") }
        let words: String?
        do {
            switch expectation.content {
            case .bytes: words = try Self.difference(ofBytes: files)
            case .table(let columns, let rows, let sums):
                words = try TableRereading(columns: columns, sums: sums).difference(
                    of: files, rows: rows, threads: threads)
            case .page(let sums): words = try PageRereading.difference(of: files, from: sums)
            case .figures(let figures, let required):
                words = try PageRereading.difference(of: files, from: figures, required: required)
            case .workbook(let sheets, let rows, let sums):
                words = try WorkbookRereading.difference(of: files, sheets: sheets, rows: rows, sums: sums)
            }
        } catch let difference as Difference {
            throw difference
        } catch {
            throw Difference(file: expectation.files.description, words: "can't be read again")
        }
        if let words { throw Difference(file: expectation.files.description, words: words) }
    }

    private static func difference(ofBytes files: [File]) throws -> String? {
        for file in files { try file.read { _ in } }
        return nil
    }

    /// One of the files, with what was written to it.
    struct File: Sendable {
        var name: String
        var path: String
        var sha256: String

        /// Reads the file.
        ///
        /// - Parameter body: reads from the source, which it may leave before its end.
        /// - Throws: `Difference` where the bytes are not those that were written, whatever `body` made of them.
        func read<R>(_ body: (ByteSource) throws -> R) throws -> R {
            try withSource(path) { source in
                let hash = SourceHash()
                let hashed = source.hashing(into: hash)
                let result = Result { try body(hashed) }
                try hashed.readToEnd()
                guard hash.hex == sha256 else {
                    throw Difference(file: name, words: "is not what was written to it")
                }
                return try result.get()
            }
        }

        /// All bytes of the file.
        func bytes() throws -> [UInt8] {
            try read { source in
                var bytes = [UInt8](repeating: 0, count: source.size)
                var count = 0
                while count < bytes.count { count += try source.read(into: &bytes, from: count) }
                return bytes
            }
        }
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
        try? withSource(path) { try FileScan.hash(of: $0).map { Int($0).hex }.joined() }
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
