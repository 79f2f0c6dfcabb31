import Dispatch

/// Invoices as XML: an element per invoice, in it one per line of service (spec: Invoice files, XML).
enum XMLFormat: Format {
    static let name = "xml"
    static let statesEncoding = true

    static func read(
        _ source: ByteSource, encoding: TextEncoding, services: ServiceCatalogue, symbols: inout Symbols, threads: Int,
        beside: (() -> Void)?
    ) throws(ReadFault) -> FileReading {
        let invoices = XMLInvoices(symbols: symbols, services: services)
        // One copy alone can be added to in place.
        symbols = Symbols()
        defer { symbols = invoices.symbols }
        nonisolated(unsafe) let work = (invoices: invoices, source: source, beside: beside)
        nonisolated(unsafe) var result: Result<Finding?, ReadFault>?
        // One thread reads: what XML means depends on all before it.
        let pieces = beside == nil ? 1 : 2
        SharedWork.each(pieces, threads: threads) { piece in
            if piece == 0 {
                result = Result { () throws(ReadFault) in try XMLReader.read(work.source, to: work.invoices) }
            } else {
                work.beside?()
            }
        }
        if let fault = try result!.get() { return FileReading(rejected: [fault]) }
        return invoices.finish()
    }
}
