/// Invoices as CSV: a row per line of service (spec: Invoice files, CSV).
enum CSVFormat: Format {
    static let name = "csv"

    static func read(
        _ source: ByteSource, encoding: TextEncoding, services: ServiceCatalogue, symbols: inout Symbols
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
            try readRows(&reader, header, into: &builder)
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

    private static func readRows(
        _ reader: inout CSVReader, _ header: CSVHeader, into builder: inout InvoiceBuilder<SpreadsheetNotation>
    ) throws {
        var row = RowCells()
        var last = HeaderMemory()
        while try reader.nextRow() {
            if reader.rowIsTooLong { throw Unreadable.rowTooLong(line: reader.rowLine, columns: header.columnCount) }
            row.line = reader.rowLine
            for column in header.columns { row[column.column] = reader.cell(column.place) }
            let invoice: Int
            if let same = last.invoice(of: row) {
                invoice = same
            } else {
                let found = builder.invoice(of: row)
                invoice = found.index
                last.keep(row, of: found.isSound ? invoice : nil)
            }
            builder.add(row, to: invoice)
            if builder.hasTooManyFaults {
                throw Unreadable.tooManyFaults(line: row.line, limit: InvoiceBuilder<SpreadsheetNotation>.faultLimit)
            }
        }
    }
}
