/// The CSV file in which finance staff write what they decided (spec: The command, Dispositions).
enum DispositionsFile {
    static let columns = [
        "provider_id", "invoice_number", "line_number", "action", "rule", "decided_by", "decided_on", "reason",
    ]

    /// Reads every row, readable or not; what is wrong with a row is told when it is applied.
    ///
    /// - Parameters:
    ///   - source: the file's bytes.
    ///   - name: the file's name, for the exceptions.
    /// - Throws: `unusableData` when a column is missing or stands twice, or the file can't be decoded; `ReadFault`.
    static func rows(_ source: ByteSource, name: String) throws -> [DispositionRow] {
        let encoding = try FileScan.scan(source).encoding
        do {
            var reader = CSVReader(source, encoding: encoding)
            let header = try reader.readHeader(known: columns)
            var places: [Int] = []
            for column in columns {
                let found = header.indices.filter { header[$0] == column }
                guard found.count == 1 else {
                    throw Stop(
                        .unusableData,
                        "The dispositions file \(name) has the column \(column) \(found.isEmpty ? "nowhere" : "twice"); "
                            + "it is expected once in the header. Mend the header and start again.")
                }
                places.append(found[0])
            }
            var rows: [DispositionRow] = []
            while try reader.nextRow() { rows.append(row(reader, places, name)) }
            return rows
        } catch let fault as Unreadable {
            throw Stop(
                .unusableData,
                "The dispositions file \(name) can't be read at line \(fault.line): \(fault.sentence.found) where "
                    + "\(fault.sentence.expected) is expected. Mend the file and start again.")
        }
    }

    private static func row(_ reader: borrowing CSVReader, _ places: [Int], _ name: String) -> DispositionRow {
        var cells: [String] = []
        for place in places { cells.append(String(decoding: reader.cell(place), as: UTF8.self)) }
        let day = SpreadsheetNotation.day(reader.cell(places[6]))
        return DispositionRow(
            provider: cells[0], invoiceNumber: cells[1], lineNumber: cells[2], actionText: cells[3], ruleText: cells[4],
            decidedBy: cells[5], decidedOnText: cells[6], reason: cells[7], decidedOn: day,
            isTooLong: reader.rowIsTooLong, place: reader.rowLine, file: name)
    }
}
