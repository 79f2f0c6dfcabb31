/// Rows of cells in columns for a terminal: as wide as their widest cell, two spaces apart, no space at a line's end.
struct TextTable {
    enum Side {
        case left, right
    }

    private let sides: [Side]
    private var rows: [[String]]

    /// - Parameter columns: the heads, and the side that a column's cells keep to: numbers keep to the right.
    init(_ columns: [(head: String, side: Side)]) {
        sides = columns.map { $0.side }
        rows = [columns.map { $0.head }]
    }

    var isEmpty: Bool { rows.count == 1 }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The table's lines, the heads first, each with `indent` spaces before it.
    func text(indent: Int = 0) -> String {
        let widths = sides.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.indices.map { column in
                sides[column] == .left ? row[column].filled(to: widths[column]) : row[column].pushed(to: widths[column])
            }
            let line = String(repeating: " ", count: indent) + cells.joined(separator: "  ")
            return line.trimmedAtEnd + "\n"
        }.joined()
    }
}

extension String {
    /// The text with spaces before it up to `width`.
    func pushed(to width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - count)) + self
    }

    /// The text without spaces at its end.
    var trimmedAtEnd: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
