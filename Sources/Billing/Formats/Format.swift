import Dispatch

/// A kind of file that invoices come in.
protocol Format: SendableMetatype {
    /// Its name in the reports: `csv`.
    static var name: String { get }

    /// Reads a file of invoices whole.
    ///
    /// - Parameters:
    ///   - encoding: what a look over the file's bytes told of its encoding.
    ///   - services: the services by all their words.
    ///   - symbols: the night's texts; new ones are added.
    ///   - threads: how many may read a large file side by side; changes nothing of what is read.
    /// - Returns: what the file came to, whatever is wrong with it.
    /// - Throws: `ReadFault` when the bytes can't be had.
    static func read(
        _ source: ByteSource, encoding: TextEncoding, services: ServiceCatalogue, symbols: inout Symbols, threads: Int
    ) throws(ReadFault) -> FileReading
}

/// All formats that invoices may come in.
enum Formats {
    static let all: [any Format.Type] = [CSVFormat.self, XMLFormat.self]

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

    public init() {}

    /// A file that was rejected whole.
    init(rejected findings: [Finding]) {
        self.findings = findings.sorted { ($0.line, $0.rule) < ($1.line, $1.rule) }
    }
}

extension Format {
    static func read(
        _ source: ByteSource, encoding: TextEncoding, services: ServiceCatalogue, symbols: inout Symbols
    ) throws(ReadFault) -> FileReading {
        try read(source, encoding: encoding, services: services, symbols: &symbols, threads: 1)
    }

    /// Looks over a file's bytes and reads it at the same time, where it is large: that it is UTF-8, as nearly all are,
    /// is taken for granted until the look tells.
    ///
    /// - Returns: what the look told; and what the file came to, nil where it must be read yet.
    static func scanAndRead(
        _ source: ByteSource, services: ServiceCatalogue, symbols: inout Symbols, threads: Int
    ) throws(ReadFault) -> (scan: FileScan, reading: FileReading?) {
        guard threads > 1, source.size >= SegmentedRows.smallestFile else {
            return (try FileScan.scan(source), nil)
        }
        if self == XMLFormat.self { return try scanBesideXML(source, services, &symbols) }
        var scan: Result<FileScan, ReadFault>?
        let reading = try CSVFormat.read(source.part(from: 0), .utf8, services, &symbols, threads: threads) {
            scan = Result { () throws(ReadFault) in try FileScan.scan(source) }
        }
        // A file without a sound header is not read on; nobody has looked over it then.
        guard let scan else { return (try FileScan.scan(source), nil) }
        let found = try scan.get()
        return (found, found.encoding == .utf8 ? reading : nil)
    }
}

/// Looks over an XML file's bytes on one thread while another reads it: XML says itself how it is encoded.
private func scanBesideXML(
    _ source: ByteSource, _ services: ServiceCatalogue, _ symbols: inout Symbols
) throws(ReadFault) -> (scan: FileScan, reading: FileReading?) {
    nonisolated(unsafe) var scan: Result<FileScan, ReadFault>?
    nonisolated(unsafe) var reading: Result<FileReading, ReadFault>?
    nonisolated(unsafe) var texts = symbols
    nonisolated(unsafe) let source = source
    symbols = Symbols()
    DispatchQueue.concurrentPerform(iterations: 2) { thread in
        if thread == 0 {
            reading = Result { () throws(ReadFault) in
                try XMLFormat.read(
                    source.part(from: 0), encoding: .utf8, services: services, symbols: &texts, threads: 1)
            }
        } else {
            scan = Result { () throws(ReadFault) in try FileScan.scan(source.part(from: 0)) }
        }
    }
    symbols = texts
    return (try scan!.get(), try reading!.get())
}
