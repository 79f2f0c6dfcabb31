/// Finds the cells of one row in a buffer of text.
struct RowScanner: ~Copyable {
    /// Where a cell's content lies in the buffer.
    struct Cell {
        var start: Int32
        var end: Int32
        /// It has doubled quotes that still stand for one each.
        var hasDoubledQuotes: Bool
    }

    var separator: UInt8 = Byte.comma
    /// Cells from here on are only looked at for having something in them.
    var columnLimit = Int.max

    /// Where the row begins and ends in the buffer; the end is valid once the row is complete.
    private(set) var rowStart = 0
    private(set) var position = 0
    /// The physical line on which the row begins, and the one that the scan has come to.
    private(set) var rowLine = 1
    private(set) var line = 1

    private(set) var cells: UnsafeMutablePointer<Cell>
    private var cellCapacity = 64
    private(set) var cellCount = 0
    /// No cell has anything in it.
    private(set) var isBlank = true
    /// A cell behind the column limit has something in it.
    private(set) var hasValueBehindColumns = false
    /// How the row before began, and how this one does if it begins so too.
    var beginning = RowBeginning()

    init() { cells = .allocate(capacity: cellCapacity) }

    deinit { cells.deallocate() }

    /// Goes to the row behind the current one.
    mutating func beginRow() {
        rowStart = position
        rowLine = line
    }

    /// Goes to where a row begins, on a line.
    mutating func restart(at place: Int, line: Int) {
        position = place
        self.line = line
    }

    /// The text has moved to the front of the buffer.
    mutating func moveBack(by count: Int) { rowStart -= count }

    /// Scans the row from its start.
    ///
    /// - Returns: false where the text at hand ends before the row does, or no row is left.
    mutating func scanRow(_ text: borrowing RowBuffer) throws(Unreadable) -> Bool {
        line = rowLine
        if rowStart == text.end { return false }
        let bytes = UnsafeRawPointer(text.bytes)
        let end = text.end
        let separator = separator
        let beginningCount = beginning.cellCount
        var row = Tally(columnLimit: columnLimit, cells: cells, capacity: cellCapacity)
        var start = rowStart
        if beginning.isRepeated(at: rowStart, to: end, in: bytes, cells) {
            row.count = beginning.cellCount
            row.hasText = true
            start += beginning.byteCount
        }
        var marks = MarkSearch(bytes, from: start, to: end, separator: separator)
        while true {
            let stop: Int
            if start < end, bytes[start] == Byte.quote {
                // A copy, so that the search itself need not be in memory.
                var marksOfCell = marks
                guard let cell = try scanQuoted(from: start, in: text, &marksOfCell) else { return false }
                marks = marksOfCell
                add(start + 1, cell.end, hasDoubledQuotes: cell.isDoubled, in: bytes, &row)
                stop = cell.end + 1
            } else {
                stop = marks.nextButQuotes()
                if stop == end, !text.isComplete { return false }
                add(start, stop, hasDoubledQuotes: false, in: bytes, &row)
            }
            if stop < end, bytes[stop] == separator {
                start = stop + 1
                if row.count == beginningCount { row.beginningEnd = start }
            } else {
                cellCount = min(row.count, columnLimit)
                isBlank = !row.hasText
                hasValueBehindColumns = row.hasTextBehindColumns
                let isOnOneLine = line == rowLine
                guard endRow(at: stop, in: text, row) else { return false }
                // Of a row that will be scanned once more nothing is kept: it would repeat itself.
                if beginningCount > 0, !beginning.isRepeated { keepBeginning(row, isOnOneLine: isOnOneLine, in: bytes) }
                return true
            }
        }
    }

    /// What of a row was met so far, with what is asked at every cell: here it need not be in memory.
    private struct Tally {
        let columnLimit: Int
        var cells: UnsafeMutablePointer<Cell>
        var capacity: Int
        var count = 0
        var hasText = false
        var hasTextBehindColumns = false
        var hasDoubledQuotes = false
        /// Where the cell behind the row's beginning starts; 0: it has none.
        var beginningEnd = 0
    }

    /// Goes over the quoted cell that begins at `start`; returns the place of its closing quote, nil where the text at
    /// hand does not reach so far.
    private mutating func scanQuoted(
        from start: Int, in text: borrowing RowBuffer, _ marks: inout MarkSearch
    ) throws(Unreadable) -> (end: Int, isDoubled: Bool)? {
        let bytes = UnsafeRawPointer(text.bytes)
        let end = text.end
        let openingLine = line
        var isDoubled = false
        _ = marks.next()
        while true {
            let mark = marks.next()
            if mark == end {
                if text.isComplete { throw .quoteNeverClosed(line: openingLine) }
                return nil
            }
            let byte = bytes[mark]
            if byte == separator { continue }
            if mark + 1 == end, text.hasMore { return nil }
            let following = mark + 1 < end ? bytes[mark + 1] : 0
            if byte != Byte.quote {
                if byte == Byte.carriageReturn, following == Byte.lineFeed { _ = marks.next() }
                line += 1
            } else if following == Byte.quote {
                _ = marks.next()
                isDoubled = true
            } else {
                let stop = marks.next()
                if stop != mark + 1 { throw .textBehindQuote(line: line) }
                if stop == end, !text.isComplete { return nil }
                return (mark, isDoubled)
            }
        }
    }

    /// Ends the row at a line break or the end of the file; false where more text must tell how long the break is.
    private mutating func endRow(at stop: Int, in text: borrowing RowBuffer, _ row: Tally) -> Bool {
        position = stop
        if stop < text.end {
            position += 1
            if text.bytes[stop] == Byte.carriageReturn {
                if position == text.end, text.hasMore { return false }
                if position < text.end, text.bytes[position] == Byte.lineFeed { position += 1 }
            }
            line += 1
        }
        if row.hasDoubledQuotes { takeOutDoubledQuotes(text.bytes) }
        return true
    }

    /// Adds the cell whose content is from `start` to `stop`.
    @inline(__always)
    private mutating func add(
        _ start: Int, _ stop: Int, hasDoubledQuotes: Bool, in bytes: UnsafeRawPointer, _ row: inout Tally
    ) {
        let content = CellText.trimmed(start, stop, in: bytes)
        let index = row.count
        row.count += 1
        if !content.isEmpty { row.hasText = true }
        if index >= row.columnLimit {
            if !content.isEmpty { row.hasTextBehindColumns = true }
            return
        }
        if index == row.capacity {
            growCells()
            (row.cells, row.capacity) = (cells, cellCapacity)
        }
        row.cells[index] = Cell(
            start: Int32(truncatingIfNeeded: content.lowerBound), end: Int32(truncatingIfNeeded: content.upperBound),
            hasDoubledQuotes: hasDoubledQuotes)
        if hasDoubledQuotes { row.hasDoubledQuotes = true }
    }

    /// A beginning is kept where it is the same text in any place: without line breaks and doubled quotes. One without
    /// any text would say of a blank row that it is none.
    private mutating func keepBeginning(_ row: Tally, isOnOneLine: Bool, in bytes: UnsafeRawPointer) {
        let isPlain = isOnOneLine && !row.hasDoubledQuotes && cells[0].start < cells[0].end
        if row.beginningEnd > 0, beginning.cellCount <= columnLimit, isPlain {
            beginning.keep(from: rowStart, to: row.beginningEnd, in: bytes, cells)
        } else {
            beginning.forget()
        }
    }

    private mutating func growCells() {
        let larger = UnsafeMutablePointer<Cell>.allocate(capacity: cellCapacity * 2)
        larger.moveInitialize(from: cells, count: cellCapacity)
        cells.deallocate()
        cells = larger
        cellCapacity *= 2
    }

    private func takeOutDoubledQuotes(_ bytes: UnsafeMutableRawPointer) {
        for index in 0..<cellCount where cells[index].hasDoubledQuotes {
            var from = Int(cells[index].start)
            var to = from
            let end = Int(cells[index].end)
            while from < end {
                bytes[to] = bytes[from]
                from += bytes[from] == Byte.quote ? 2 : 1
                to += 1
            }
            cells[index].end = Int32(to)
        }
    }
}
