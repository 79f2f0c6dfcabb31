import CXlsxWriter

/// Adds up the number cells of a spreadsheet's data sheets, read from the file's own bytes: the archive's directory,
/// the packed sheets, the cells.
enum WorkbookRereading {
    /// What is wrong with the workbooks taken together; nil where nothing is.
    ///
    /// - Parameters:
    ///   - sheets: what the names of the data sheets begin with.
    ///   - rows: how many rows they have below their headers.
    ///   - sums: columns, the first being 0, with what they add up to.
    /// - Throws: `ReadFault`, `Zip.Fault`.
    static func difference(
        of files: [Rereading.File], sheets: String, rows: Int, sums: [(column: Int, sum: Money)]
    ) throws -> String? {
        var tally = SheetTally()
        for file in files {
            let archive = try Zip(file.bytes())
            let names = try sheetNames(archive)
            for (index, name) in names.enumerated() where name.hasPrefix(sheets) {
                tally.beginSheet()
                try archive.inflate("xl/worksheets/sheet\(index + 1).xml") { tally.add($0) }
            }
        }
        if tally.isBroken { return "has a cell that is no amount" }
        if tally.rows != rows { return "has \(tally.rows) rows, where the decisions make \(rows)" }
        for (column, sum) in sums where tally.sums[column] ?? .zero != sum {
            return Rereading.words("column \(column + 1)", tally.sums[column] ?? .zero, sum)
        }
        return nil
    }

    /// The sheets' names, in their order.
    private static func sheetNames(_ archive: Zip) throws -> [String] {
        var text: [UInt8] = []
        try archive.inflate("xl/workbook.xml") { text.append(contentsOf: $0) }
        return String(decoding: text, as: UTF8.self).split(separator: "<sheet name=\"").dropFirst()
            .map { String($0.prefix { $0 != "\"" }) }
    }
}

/// Adds up a sheet's number cells as its XML comes by, in pieces cut anywhere. It knows the XML that libxlsxwriter
/// writes: `<c r="M2" s="3"><v>105.95</v></c>`; dates and texts are left out of no column's sum but their own.
private struct SheetTally {
    private(set) var sums: [Int: Money] = [:]
    /// Rows below the headers.
    private(set) var rows = 0
    private(set) var isBroken = false
    private var row: [UInt8] = []

    mutating func beginSheet() {
        row = []
        rows -= 1
    }

    mutating func add(_ piece: UnsafeRawBufferPointer) {
        for byte in piece {
            row.append(byte)
            if byte == 0x3E, row.suffix(6).elementsEqual("</row>".utf8) {
                addRow()
                row.removeAll(keepingCapacity: true)
            }
        }
    }

    private mutating func addRow() {
        rows += 1
        var place = 0
        while let cell = row.place(behind: "<c r=\"", from: place) {
            let letters = row[cell...].prefix { (0x41...0x5A).contains($0) }
            let column = letters.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
            guard let end = row.place(behind: "</c>", from: cell) ?? row.place(behind: "/>", from: cell) else { break }
            place = end
            guard let value = row.place(behind: "<v>", from: cell), value < end else { continue }
            let digits = row[value...].prefix { $0 != 0x3C }
            if let money = Money(cell: digits) { sums[column, default: .zero] += money } else { isBroken = true }
        }
    }
}

extension Money {
    /// The amount that a spreadsheet's number is meant to be: 9.289999999999999 is 9.29, the nearest that a binary
    /// fraction comes to it. Nil where it is further from a whole cent than that.
    fileprivate init?(cell digits: ArraySlice<UInt8>) {
        let parts = digits.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count > 2 else {
            self.init(reported: digits)
            return
        }
        guard let cents = Money(reported: digits[..<(parts[1].startIndex + 2)]) else { return nil }
        let rest = parts[1].dropFirst(2)
        let first = rest.prefix(8)
        guard rest.count >= 8, first.allSatisfy({ $0 == first.first }) else { return nil }
        switch first.first {
        case 0x30: self = cents
        case 0x39: self = cents + Money(cents: digits.first == 0x2D ? -1 : 1)
        default: return nil
        }
    }
}
