/// Invoices as XML: an element per invoice, in it one per line of service (spec: Invoice files, XML).
enum XMLFormat: Format {
    static let name = "xml"

    static func read(
        _ source: ByteSource, encoding: TextEncoding, services: ServiceCatalogue, symbols: inout Symbols, threads: Int
    ) throws(ReadFault) -> FileReading {
        let invoices = XMLInvoices(symbols: symbols, services: services)
        // One copy alone can be added to in place.
        symbols = Symbols()
        defer { symbols = invoices.symbols }
        if let fault = try XMLReader.read(source, to: invoices) { return FileReading(rejected: [fault]) }
        return invoices.finish()
    }
}
