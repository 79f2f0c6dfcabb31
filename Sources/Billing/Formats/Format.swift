/// A kind of file that invoices come in.
protocol Format: SendableMetatype {
    /// Its name in the reports: `csv`.
    static var name: String { get }
    /// Whether its files say themselves how they are encoded, whatever a look over their bytes tells.
    static var statesEncoding: Bool { get }

    /// Reads a file of invoices whole.
    ///
    /// - Parameters:
    ///   - encoding: what a look over the file's bytes told of its encoding.
    ///   - services: the services by all their words.
    ///   - symbols: the night's texts; new ones are added.
    ///   - threads: how many may read a large file side by side; changes nothing of what is read.
    ///   - beside: another piece of work, done by one of the threads meanwhile.
    /// - Returns: what the file came to, whatever is wrong with it.
    /// - Throws: `ReadFault` when the bytes can't be had.
    static func read(
        _ source: ByteSource, encoding: TextEncoding, services: ServiceCatalogue, symbols: inout Symbols, threads: Int,
        beside: (() -> Void)?
    ) throws(ReadFault) -> FileReading
}

/// All formats that invoices may come in.
enum Formats {
    static let all: [any Format.Type] = [CSVFormat.self, XMLFormat.self]

    /// From so many bytes on a file is worth more than one thread.
    static let large = 2 << 20

    /// The format that a file's name says it has by its ending, in whatever case; nil for a name that is none of ours.
    static func format(ofFile name: String) -> (any Format.Type)? {
        let name = name.lowercased()
        return all.first { name.hasSuffix("." + $0.name) }
    }
}

/// What a file of invoices came to.
public struct FileReading: Sendable {
    /// The file's own findings, in the order of their places. One that rejects it leaves no invoices.
    public var findings: [Finding] = []
    /// Its invoices, in the order in which they begin in the file.
    public var invoices: [Invoice] = []
    /// Their lines; those of one invoice stand together, in the file's order.
    public var lines: [InvoiceLine] = []
    /// Its invoices are known to have different keys.
    var keysDiffer = false

    public init() {}

    /// A file that was rejected whole.
    init(rejected findings: [Finding]) {
        self.findings = findings.sorted { ($0.line, $0.rule) < ($1.line, $1.rule) }
    }
}

extension Format {
    static func read(
        _ source: ByteSource, encoding: TextEncoding, services: ServiceCatalogue, symbols: inout Symbols,
        threads: Int = 1
    ) throws(ReadFault) -> FileReading {
        try read(
            source, encoding: encoding, services: services, symbols: &symbols, threads: threads, beside: nil)
    }

    /// Looks over a file's bytes and reads it at the same time, where it is large: that it is UTF-8, as nearly all are,
    /// is taken for granted until the look tells.
    ///
    /// - Parameter isHashed: whether the look tells of the bytes' hash.
    /// - Returns: what the look told; and what the file came to, nil where it must be read yet.
    static func scanAndRead(
        _ source: ByteSource, services: ServiceCatalogue, symbols: inout Symbols, threads: Int, isHashed: Bool = true
    ) throws(ReadFault) -> (scan: FileScan, reading: FileReading?) {
        guard threads > 1, source.size >= Formats.large else {
            return (try FileScan.scan(source, isHashed: isHashed), nil)
        }
        if !isHashed {
            return try readUnhashed(source, services: services, symbols: &symbols, threads: threads)
        }
        var scan: Result<FileScan, ReadFault>?
        let reading = try read(
            source.part(from: 0), encoding: .utf8, services: services, symbols: &symbols, threads: threads,
            beside: { scan = Result { () throws(ReadFault) in try FileScan.scan(source) } })
        // A file without a sound header is not read on; nobody has looked over it then.
        guard let scan else { return (try FileScan.scan(source), nil) }
        let found = try scan.get()
        return (found, statesEncoding || found.encoding == .utf8 ? reading : nil)
    }

    /// The same without a look of its own over the bytes: who reads them sees whether they are UTF-8. Where they are
    /// not, or not all were read, the look follows.
    private static func readUnhashed(
        _ source: ByteSource, services: ServiceCatalogue, symbols: inout Symbols, threads: Int
    ) throws(ReadFault) -> (scan: FileScan, reading: FileReading?) {
        let watch = UTF8Watch()
        let reading = try read(
            source.watched(by: watch), encoding: .utf8, services: services, symbols: &symbols, threads: threads)
        var isSeen = statesEncoding
        if !isSeen, reading.findings.isEmpty, !watch.hasFault { isSeen = try !FileScan.hasMark(source) }
        if isSeen { return (FileScan(hash: [], encoding: .utf8), reading) }
        let found = try FileScan.scan(source, isHashed: false)
        return (found, found.encoding == .utf8 ? reading : nil)
    }
}
