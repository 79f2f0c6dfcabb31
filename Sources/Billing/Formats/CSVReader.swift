/// Reads the rows of a CSV file as spreadsheets really write it (spec: Invoice files, CSV). It holds one row, at most
/// 1 MiB of it, and allocates nothing per row.
struct CSVReader: ~Copyable {
    private var text: RowBuffer
    private var scanner: RowScanner
    /// How many columns the header has.
    private var columnCount = 0

    /// The rows of `source` from its beginning.
    init(_ source: ByteSource, encoding: TextEncoding) {
        text = RowBuffer(TextDecoding(source, encoding: encoding))
        scanner = RowScanner()
    }

    /// The rows of text that begins with a row, with the separator and the number of columns that a header told before.
    ///
    /// - Parameter line: the physical line on which the text begins.
    init(continuing source: ByteSource, separator: UInt8, columnCount: Int, line: Int) {
        self.init(source, encoding: .utf8)
        self.columnCount = columnCount
        scanner.separator = separator
        scanner.restart(at: 0, line: line)
    }

    var separator: UInt8 { scanner.separator }

    /// How many bytes of text lie before the row behind the current one; of text in UTF-8 without a mark these are the
    /// file's bytes.
    var nextRowStart: Int { text.start + scanner.position }

    /// The physical line on which the row behind the current one begins.
    var nextRowLine: Int { scanner.line }

    /// The physical line on which the current row begins, the first being 1.
    var rowLine: Int { scanner.rowLine }

    /// How many cells the current row has, those behind the header's columns left out.
    var cellCount: Int { scanner.cellCount }

    /// Whether the row has a cell with something in it behind the header's columns.
    var rowIsTooLong: Bool { scanner.hasValueBehindColumns }

    /// So many cells at a row's beginning mostly say what those of the row before said.
    mutating func expectRepetition(of count: Int) { scanner.beginning.cellCount = count }

    /// Whether the current row begins as the last one that was not blank, byte for byte, in all those cells.
    var repeatsBeginning: Bool { scanner.beginning.isRepeated }

    /// A cell of the current row as UTF-8, without spaces, tabs, line breaks and no-break spaces at its ends; empty
    /// behind the row's last. Valid until the next row is read.
    func cell(_ index: Int) -> UnsafeRawBufferPointer {
        guard index < scanner.cellCount else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        let cell = scanner.cells[index]
        return UnsafeRawBufferPointer(start: text.bytes + Int(cell.start), count: Int(cell.end - cell.start))
    }

    /// Puts cells of the current row into the row's columns.
    ///
    /// - Parameter columns: the columns with their places in the row.
    func cells(_ columns: [(column: Column, place: Int)], to row: inout RowCells) {
        let count = scanner.cellCount
        let cells = scanner.cells
        let bytes = text.bytes
        row.texts.withUnsafeMutableBufferPointer { texts in
            for (column, place) in columns {
                let cell = place < count ? cells[place] : RowScanner.Cell(start: 0, end: 0, hasDoubledQuotes: false)
                texts[Int(column.rawValue)] = UnsafeRawBufferPointer(
                    start: bytes + Int(cell.start), count: Int(cell.end - cell.start))
            }
        }
    }

    /// Reads up to and with the header, and so learns the separator.
    ///
    /// - Parameter known: the names of the columns that such a file may have.
    /// - Returns: the columns' names in small letters, runs of space, `-` and `_` as one `_`; "" for an unnamed one.
    /// - Throws: `ReadFault`, `Unreadable`.
    mutating func readHeader(known: [String]) throws -> [String] {
        let separator = try statedSeparator() ?? likeliestSeparator(known: Set(known))
        guard let names = try header(separator: separator) else { throw Unreadable.noHeader() }
        columnCount = names.count
        return names
    }

    /// Goes on to the next row that is not blank; false at the end.
    ///
    /// - Parameter last: rows that begin behind so many bytes of the text are left.
    /// - Throws: `ReadFault`, `Unreadable`; nothing more can be read then.
    mutating func nextRow(startingBy last: Int = .max) throws -> Bool {
        scanner.columnLimit = columnCount
        repeat {
            if nextRowStart > last { return false }
            guard try readRow() else { return false }
        } while scanner.isBlank
        return true
    }

    // MARK: - The header

    /// The separator that a first line `sep=;` states; that line is then behind us.
    private mutating func statedSeparator() throws -> UInt8? {
        _ = try text.fill(keeping: 0, rowLine: 1, line: 1)
        let beginning = text.beginning(64)
        let line = beginning.prefix { $0 != Byte.lineFeed && $0 != Byte.carriageReturn }
        guard line.count >= 5, zip(line, "sep=".utf8).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }),
            Byte.separators.contains(line[4]), line.dropFirst(5).allSatisfy({ $0 == Byte.space })
        else { return nil }
        let separator = line[4]
        // Read as a row, so that lines are counted as everywhere.
        scanner.separator = separator
        _ = try readRow()
        return separator
    }

    /// Comma, semicolon or tab, whichever makes the most known names of the header; the earlier of these on a tie.
    private mutating func likeliestSeparator(known: Set<String>) throws -> UInt8 {
        text.isKept = true
        defer { text.isKept = false }
        var best: (separator: UInt8, count: Int)?
        var fault: Unreadable?
        for separator in Byte.separators {
            do {
                guard let names = try header(separator: separator) else { continue }
                let count = Set(names).intersection(known).count
                if count > best?.count ?? -1 { best = (separator, count) }
            } catch let unreadable as Unreadable {
                fault = fault ?? unreadable
            }
            scanner.restart(at: 0, line: 1)
        }
        if let best { return best.separator }
        throw fault ?? Unreadable.noHeader()
    }

    /// The names in the next row that is not blank; nil when there is none.
    private mutating func header(separator: UInt8) throws -> [String]? {
        scanner.separator = separator
        scanner.columnLimit = .max
        repeat {
            guard try readRow() else { return nil }
        } while scanner.isBlank
        return (0..<scanner.cellCount).map { Self.normalised(cell($0)) }
    }

    /// Small letters, one `_` for every run of space, `-` and `_`.
    static func normalised(_ name: UnsafeRawBufferPointer) -> String {
        var result = ""
        for character in String(decoding: name, as: UTF8.self).lowercased() {
            let isGap = character == " " || character == "-" || character == "_" || character == "\u{A0}"
            if !isGap { result.append(character) } else if result.last != "_" { result.append("_") }
        }
        return result
    }

    // MARK: - Rows

    /// Scans the next row, blank or not, reading on where the text at hand ends before it does; false at the end.
    private mutating func readRow() throws -> Bool {
        scanner.beginRow()
        while try !scanner.scanRow(text) {
            if text.isComplete { return false }
            let moved = try text.fill(keeping: scanner.rowStart, rowLine: rowLine, line: scanner.line)
            scanner.moveBack(by: moved)
        }
        if scanner.position - scanner.rowStart > RowBuffer.rowLimit { throw Unreadable.rowTooLarge(line: rowLine) }
        return true
    }
}
