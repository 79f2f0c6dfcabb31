/// Invoices as CSV: a row per line of service (spec: Invoice files, CSV).
enum CSVFormat: Format {
    static let name = "csv"
    static let statesEncoding = false

    static func read(
        _ source: ByteSource, encoding: TextEncoding, services: ServiceCatalogue, symbols: inout Symbols, threads: Int,
        beside: (() -> Void)?
    ) throws(ReadFault) -> FileReading {
        var warnings = encoding == .windows1252 ? [FileEncodingGuessed.finding()] : []
        var builder = InvoiceBuilder<SpreadsheetNotation>(symbols: symbols, services: services)
        // One copy alone can be added to in place.
        symbols = Symbols()
        defer { symbols = builder.symbols }
        do {
            var reader = CSVReader(source, encoding: encoding)
            let header = CSVHeader(try reader.readHeader(known: Column.allCases.map { $0.name }), line: reader.rowLine)
            warnings += header.warnings
            if !header.faults.isEmpty { return FileReading(rejected: header.faults + warnings) }
            let rows = CSVRows(header: header, separator: reader.separator)
            if threads > 1, encoding == .utf8, source.size >= Formats.large {
                try SegmentedRows(source, rows, services, threads: threads).read(
                    from: reader.nextRowStart, line: reader.nextRowLine, into: &builder, beside: beside)
            } else {
                beside?()
                try rows.read(&reader, into: &builder)
            }
            var reading = builder.finish()
            reading.findings = warnings
            return reading
        } catch let unreadable as Unreadable {
            return FileReading(rejected: [FileUnreadable.finding(unreadable)] + warnings)
        } catch let fault as ReadFault {
            throw fault
        } catch {
            preconditionFailure("CSVReader throws nothing else")
        }
    }
}

/// Reads the rows below a header into invoices.
struct CSVRows: Sendable {
    let header: CSVHeader
    let separator: UInt8

    /// - Parameter last: rows that begin behind so many bytes are left.
    /// - Throws: `ReadFault`, `Unreadable`.
    func read(
        _ reader: inout CSVReader, into builder: inout InvoiceBuilder<SpreadsheetNotation>, startingBy last: Int = .max
    ) throws {
        var row = RowCells()
        var memory = HeaderMemory(header)
        reader.expectRepetition(of: header.invoiceColumnsAhead)
        while try reader.nextRow(startingBy: last) {
            if reader.rowIsTooLong { throw Unreadable.rowTooLong(line: reader.rowLine, columns: header.columnCount) }
            row.line = reader.rowLine
            reader.cells(header.columns, to: &row)
            let invoice: Int
            if let same = memory.invoice(of: row, repeatsBeginning: reader.repeatsBeginning) {
                invoice = same
            } else {
                let found = builder.invoice(of: row)
                invoice = found.index
                memory.keep(row, of: found.isSound ? invoice : nil)
            }
            builder.add(row, to: invoice)
            if builder.hasTooManyFaults {
                throw Unreadable.tooManyFaults(line: row.line, limit: InvoiceBuilder<SpreadsheetNotation>.faultLimit)
            }
        }
    }
}
