/// Invoices as XML: an element per invoice, in it one per line of service (spec: Invoice files, XML).
enum XMLFormat: Format {
    static let name = "xml"
    static let statesEncoding = true

    static func read(
        _ source: ByteSource, encoding: TextEncoding, services: ServiceCatalogue, symbols: inout Symbols, threads: Int,
        beside: (() -> Void)?
    ) throws(ReadFault) -> FileReading {
        let sheets = XMLSheets(XMLBuilding(symbols: symbols, services: services))
        // One copy alone can be added to in place.
        symbols = Symbols()
        nonisolated(unsafe) let work = (source: source, beside: beside)
        nonisolated(unsafe) var result: Result<Finding?, ReadFault>?
        // One thread reads, for what XML means depends on all before it; another makes invoices of it.
        let pieces = beside != nil || source.size >= Formats.large ? 2 : 1
        SharedWork.each(pieces, threads: threads) { piece in
            if piece == 0 {
                result = Result { () throws(ReadFault) in try read(work.source, into: sheets) }
            } else {
                work.beside?()
                sheets.buildAll()
            }
        }
        var building = sheets.finish()
        defer { symbols = building.builder.symbols }
        // What is wrong with a row stands before what ended the reading.
        if let fault = building.fault { return FileReading(rejected: [fault]) }
        if let fault = try result!.get() { return FileReading(rejected: [fault]) }
        return building.finish()
    }

    private static func read(_ source: ByteSource, into sheets: XMLSheets) throws(ReadFault) -> Finding? {
        defer { sheets.close() }
        let invoices = XMLInvoices(sheets)
        let fault = try XMLReader.read(source, to: invoices)
        invoices.finish()
        return fault
    }
}
