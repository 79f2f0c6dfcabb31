/// How the row before began: rows of one invoice mostly begin with the same cells, byte for byte, which need not be
/// found and read once more.
struct RowBeginning {
    /// So many cells count as a row's beginning; none: nothing is kept.
    var cellCount = 0
    /// The beginning with the separator behind it; none: the row before had none that can be kept.
    private var bytes: [UInt8] = []
    /// Its cells, as in a row that begins at 0.
    private var cells: [RowScanner.Cell] = []
    /// Whether the row at hand begins as the one before it.
    private(set) var isRepeated = false

    /// How many bytes the beginning has.
    var byteCount: Int { bytes.count }

    /// Whether the row at a place begins as the row before; its cells are then put into `row`.
    ///
    /// - Parameter end: where the text at hand ends.
    @inline(__always)
    mutating func isRepeated(
        at start: Int, to end: Int, in text: UnsafeRawPointer, _ row: UnsafeMutablePointer<RowScanner.Cell>
    ) -> Bool {
        isRepeated = false
        if bytes.isEmpty || end - start < bytes.count { return false }
        let isSame = bytes.withUnsafeBytes { (text + start).holdsSame($0.baseAddress!, count: $0.count) }
        if !isSame { return false }
        let shift = Int32(truncatingIfNeeded: start)
        cells.withUnsafeBufferPointer { cells in
            for index in cells.indices {
                row[index] = RowScanner.Cell(
                    start: cells[index].start + shift, end: cells[index].end + shift, hasDoubledQuotes: false)
            }
        }
        isRepeated = true
        return true
    }

    /// Keeps the beginning of the row at a place.
    ///
    /// - Parameter end: where the cell behind the beginning starts.
    mutating func keep(from start: Int, to end: Int, in text: UnsafeRawPointer, _ row: UnsafePointer<RowScanner.Cell>) {
        let shift = Int32(truncatingIfNeeded: start)
        forget()
        bytes.append(contentsOf: UnsafeRawBufferPointer(start: text + start, count: end - start))
        for index in 0..<cellCount {
            cells.append(
                RowScanner.Cell(start: row[index].start - shift, end: row[index].end - shift, hasDoubledQuotes: false))
        }
    }

    /// The row at hand has no beginning that the next one could have, too.
    mutating func forget() {
        bytes.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
    }
}
