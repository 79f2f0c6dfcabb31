/// The cells of one row by their columns, whatever the order in which the file has them.
struct RowCells {
    /// By `Column.rawValue`; a column that the file lacks is empty. They belong to whoever read them.
    var texts = [UnsafeRawBufferPointer](repeating: .init(start: nil, count: 0), count: Column.allCases.count)
    /// The physical line on which the row begins.
    var line = 0
    /// The lines of the single cells, by `Column.rawValue`, where a format knows them; else empty.
    var lines: [Int] = []

    @inline(__always)
    subscript(column: Column) -> UnsafeRawBufferPointer {
        get { texts[Int(column.rawValue)] }
        set { texts[Int(column.rawValue)] = newValue }
    }

    /// The physical line on which a cell begins.
    func line(of column: Column) -> Int { lines.isEmpty ? line : lines[Int(column.rawValue)] }

    func text(_ column: Column) -> String { String(decoding: self[column], as: UTF8.self) }
}
