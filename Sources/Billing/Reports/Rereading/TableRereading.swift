/// Adds up the columns of CSV reports, read by the program's own reader of CSV.
struct TableRereading {
    private let columns: [String]
    private let sums: [ReportExpectation.Sum]
    /// Where each sum's values stand, and what must stand where in their rows.
    private let places: [(value: Int, filter: (column: Int, word: [UInt8])?)]
    private var found: [Money]
    private var rows = 0

    init(columns: String, sums: [ReportExpectation.Sum]) {
        let names = columns.split(separator: ",").map(String.init)
        self.columns = names
        self.sums = sums
        func place(_ column: String) -> Int {
            guard let place = names.firstIndex(of: column) else { preconditionFailure("no column \(column)") }
            return place
        }
        places = sums.map { sum in
            (place(sum.column), sum.filter.map { (column: place($0.column), word: Array($0.word.utf8)) })
        }
        found = sums.map { _ in .zero }
    }

    /// What is wrong with the files taken together; nil where nothing is.
    ///
    /// - Parameter threads: how many share the files.
    /// - Throws: `ReadFault`, `Unreadable`, `Difference`.
    func difference(of files: [Rereading.File], rows expected: Int?, threads: Int) throws -> String? {
        var reading = self
        for part in parts(of: files, threads: threads) {
            let (read, words) = try part.get()
            if let words { return words }
            reading.rows += read.rows
            for index in found.indices { reading.found[index] += read.found[index] }
        }
        if let expected, reading.rows != expected {
            return "has \(reading.rows) rows, where the decisions make \(expected)"
        }
        for (sum, found) in zip(sums, reading.found) where found != sum.sum {
            return Rereading.words(sum.column, found, sum.sum)
        }
        return nil
    }

    /// What parts of the files come to, in their order.
    private func parts(
        of files: [Rereading.File], threads: Int
    ) -> [Result<(reading: TableRereading, words: String?), any Error>] {
        let share = 256
        return SharedWork.map((files.count + share - 1) / share, threads: threads) { number in
            Result {
                var reading = self
                for file in files[number * share..<min(files.count, (number + 1) * share)] {
                    if let words = try file.read({ try reading.add($0) }) { return (reading, words) }
                }
                return (reading, nil)
            }
        }
    }

    private mutating func add(_ source: ByteSource) throws -> String? {
        var reader = CSVReader(
            continuing: source, separator: UInt8(ascii: ","), columnCount: columns.count, line: 1)
        guard try reader.nextRow(), isHeader(reader) else { return "has other columns than it should" }
        while try reader.nextRow() {
            rows += 1
            guard reader.cellCount == columns.count, !reader.rowIsTooLong else {
                return "has a row on line \(reader.rowLine) with more or fewer cells than columns"
            }
            for (index, sum) in sums.enumerated() {
                if let filter = places[index].filter {
                    guard reader.cell(filter.column).elementsEqual(filter.word) else { continue }
                }
                guard let cents = Self.cents(reader.cell(places[index].value)) else {
                    return "has a \(sum.column) that is no amount"
                }
                found[index] += Money(cents: cents)
            }
        }
        return nil
    }

    /// What a cell comes to: `12.00`, nothing, or amounts behind words: `rate-exceeded:2.94;child-hours-exceeded:1.00`.
    private static func cents(_ cell: UnsafeRawBufferPointer) -> Int? {
        var sum = 0
        var start = 0
        for end in 0...cell.count {
            if end < cell.count {
                if cell[end] == Byte.colon { start = end + 1 }
                if cell[end] != Byte.semicolon { continue }
            }
            guard let money = Money(reported: UnsafeRawBufferPointer(rebasing: cell[start..<end])) else { return nil }
            sum += money.cents
            start = end + 1
        }
        return sum
    }

    /// Whether the row at hand is the header as the reports write it.
    private func isHeader(_ reader: borrowing CSVReader) -> Bool {
        if reader.cellCount != columns.count || reader.rowIsTooLong { return false }
        for (index, column) in columns.enumerated() where !reader.cell(index).elementsEqual(column.utf8) {
            return false
        }
        return true
    }
}
