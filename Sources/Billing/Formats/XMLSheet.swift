/// Rows of invoices and lines on their way from the parser to the invoices, their texts in one piece of memory.
struct XMLSheet: Sendable {
    struct Row {
        var isInvoice: Bool
        /// The physical line on which it begins.
        var line: Int
        /// Where its cells end among the sheet's; they begin where those of the row before end.
        var end: Int
    }

    struct Cell {
        var column: Column
        /// The physical line on which it begins.
        var line: Int
        var text: Range<Int>
    }

    private(set) var rows: [Row] = []
    private(set) var cells: [Cell] = []
    private(set) var texts: [UInt8] = []
    /// Where the cells and the texts of the row begin that is not yet whole.
    private var wholeCells = 0
    private var wholeTexts = 0

    /// What is handed on at once: so much text, or so many rows.
    private static let size = (texts: 64 << 10, rows: 1024)

    var isFull: Bool { texts.count >= Self.size.texts || rows.count >= Self.size.rows }

    init() {
        texts.reserveCapacity(Self.size.texts)
        rows.reserveCapacity(Self.size.rows)
    }

    /// Adds a cell to the row that is not yet whole.
    @inline(__always)
    mutating func add(_ text: UnsafeRawBufferPointer, _ column: Column, line: Int) {
        let start = texts.count
        texts.append(contentsOf: text)
        cells.append(Cell(column: column, line: line, text: start..<texts.count))
    }

    /// Makes a row of the cells that were added since the last.
    mutating func endRow(isInvoice: Bool, line: Int) {
        rows.append(Row(isInvoice: isInvoice, line: line, end: cells.count))
        wholeCells = cells.count
        wholeTexts = texts.count
    }

    /// Forgets cells of which no row was made.
    mutating func dropRow() {
        cells.removeLast(cells.count - wholeCells)
        texts.removeLast(texts.count - wholeTexts)
    }
}
