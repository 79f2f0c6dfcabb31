import Foundation

@testable import Billing

/// A report as rows of cells by column, read by the program's own reader.
struct Table {
    let columns: [String]
    let rows: [[String: String]]

    init(contentsOf url: URL) throws { try self.init(Array(Data(contentsOf: url))) }

    init(_ bytes: [UInt8]) throws {
        var reader = CSVReader(ByteSource(memory: bytes), encoding: .utf8)
        columns = try reader.readHeader(known: [])
        var rows: [[String: String]] = []
        while try reader.nextRow() {
            var row: [String: String] = [:]
            for (index, column) in columns.enumerated() {
                row[column] = String(decoding: reader.cell(index), as: UTF8.self)
            }
            rows.append(row)
        }
        self.rows = rows
    }
}
