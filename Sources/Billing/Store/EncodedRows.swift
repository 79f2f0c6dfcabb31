import GRDB
import GRDBSQLite

/// Rows of a table as the bytes that a run's hash takes up, one behind the other, and the values of the last of them.
///
/// SQLite hands over all values of a row in one call: asked for one by one, each would cost it several.
final class EncodedRows {
    private let statement: Statement
    private let width: Int
    private let state: UnsafeMutablePointer<State>

    /// What was read. Reached through a pointer, which SQLite hands over as well.
    private struct State: ~Copyable {
        var bytes = OutputBytes(capacity: 1 << 16)
        /// Where the last row begins, and where each of its values does.
        var row = 0
        var values: UnsafeMutablePointer<Int>
        /// Where each value of the row before begins.
        var before: UnsafeMutablePointer<Int>
        let kinds: UnsafeMutableBufferPointer<Kind>
        var isOfKind = true

        init(_ kinds: [Kind]) {
            values = .allocate(capacity: kinds.count)
            before = .allocate(capacity: kinds.count)
            self.kinds = .allocate(capacity: kinds.count)
            _ = self.kinds.initialize(from: kinds)
        }

        deinit {
            values.deallocate()
            before.deallocate()
            kinds.deallocate()
        }

        /// As the values were bound when they were written.
        mutating func append(_ row: UnsafeMutablePointer<OpaquePointer?>) {
            swap(&values, &before)
            self.row = bytes.count
            for column in 0..<kinds.count {
                values[column] = bytes.count
                let value = row[column]
                let type = sqlite3_value_type(value)
                if type != kinds[column].type, type != SQLITE_NULL || !kinds[column].mayBeNull { isOfKind = false }
                if type == SQLITE_NULL {
                    bytes.appendPostedNull()
                } else if kinds[column].type == SQLITE_INTEGER {
                    bytes.append(posted: Int(sqlite3_value_int64(value)))
                } else if let text = sqlite3_value_text(value) {
                    bytes.append(posted: UnsafeRawBufferPointer(start: text, count: Int(sqlite3_value_bytes(value))))
                } else {
                    // An empty blob is none.
                    bytes.appendPostedNull()
                }
            }
            bytes.appendPostedEnd()
        }
    }

    /// What a column of a strict table holds.
    private struct Kind {
        /// As SQLite numbers them.
        var type: Int32
        var mayBeNull: Bool
    }

    private static func kinds(_ database: Database, _ columns: [String], of table: String) throws -> [Kind] {
        let column = try Statement(database, "SELECT type, \"notnull\" FROM pragma_table_info(?) WHERE name = ?")
        return try columns.map { name in
            column.bind(table).bind(name)
            defer { column.reset() }
            guard try column.step() else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
            return Kind(
                type: column.text(0) == "TEXT" ? SQLITE_TEXT : SQLITE_INTEGER, mayBeNull: column.int(1) == 0)
        }
    }

    /// - Parameters:
    ///   - columns: what each row has, in this order.
    ///   - rest: which rows, and in which order, in SQL.
    init(_ database: Database, _ columns: [String], of table: String, _ rest: String = "") throws {
        let function = "encoded_\(table)"
        let list = columns.joined(separator: ", ")
        let kinds = try Self.kinds(database, columns, of: table)
        width = columns.count
        state = .allocate(capacity: 1)
        state.initialize(to: State(kinds))
        // SQLite calls the last of these when the connection is closed, or at once where it refuses.
        let code = sqlite3_create_function_v2(
            database.sqliteConnection, function, Int32(width), SQLITE_UTF8 | SQLITE_DIRECTONLY, state,
            { context, _, values in
                guard let values, let state = sqlite3_user_data(context) else { return }
                state.assumingMemoryBound(to: State.self).pointee.append(values)
            }, nil, nil,
            { state in
                guard let state = state?.assumingMemoryBound(to: State.self) else { return }
                state.deinitialize(count: 1)
                state.deallocate()
            })
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        statement = try Statement(database, "SELECT \(function)(\(list)) FROM \(table) \(rest)")
    }

    /// Begins anew, with the rows between two numbers, as `rest` asks for them.
    func begin(_ range: ClosedRange<Int>) {
        statement.reset()
        statement.bind(range.lowerBound).bind(range.upperBound)
        state.pointee.bytes.removeAll()
    }

    /// Appends the next row; false when there is none.
    func step() throws -> Bool { try statement.step() }

    /// Whether every value that was ever read is of its column's kind, and none is missing where none may be.
    var isOfKind: Bool { state.pointee.isOfKind }

    /// All rows that were read, each with the byte that ends it.
    var bytes: UnsafeRawBufferPointer { state.pointee.bytes.bytes }

    /// Where the last row begins.
    var row: Int { state.pointee.row }

    /// Forgets all rows but perhaps the last.
    func removeAll(butLast: Bool) {
        let count = butLast ? state.pointee.row : state.pointee.bytes.count
        state.pointee.bytes.removeFirst(count)
        state.pointee.row -= count
        for column in 0..<width { state.pointee.values[column] -= count }
    }

    func isInteger(_ column: Int) -> Bool { isInteger(at: state.pointee.values[column]) }

    /// A value of the last row; zero where it is no number.
    @inline(__always)
    func int(_ column: Int) -> Int { int(at: state.pointee.values[column]) }

    /// A value of the last row; empty where it is no text.
    @inline(__always)
    func text(_ column: Int) -> UnsafeRawBufferPointer { text(at: state.pointee.values[column]) }

    /// Whether the last row's key, its first values, stands behind that of the row before, which was not forgotten.
    func isInOrder(keys: Int) -> Bool {
        for column in 0..<keys {
            let (one, other) = (state.pointee.before[column], state.pointee.values[column])
            if isInteger(at: one), isInteger(at: other) {
                if int(at: one) != int(at: other) { return int(at: one) < int(at: other) }
            } else if !text(at: one).elementsEqual(text(at: other)) {
                return text(at: one).lexicographicallyPrecedes(text(at: other))
            }
        }
        return false
    }

    /// Values of the last row as a run's hash takes them up.
    func encoded(_ columns: Range<Int>) -> UnsafeRawBufferPointer {
        let values = state.pointee.values
        // Behind the last value stands the byte that ends the row.
        let end = columns.upperBound < width ? values[columns.upperBound] : state.pointee.bytes.count - 1
        return UnsafeRawBufferPointer(rebasing: bytes[values[columns.lowerBound]..<end])
    }

    private func isInteger(at place: Int) -> Bool { bytes[place] == OutputBytes.number }

    @inline(__always)
    private func int(at place: Int) -> Int {
        let value = bytes.baseAddress! + place
        guard value.load(as: UInt8.self) == OutputBytes.number else { return 0 }
        return Int(Int64(littleEndian: value.loadUnaligned(fromByteOffset: 1, as: Int64.self)))
    }

    @inline(__always)
    private func text(at place: Int) -> UnsafeRawBufferPointer {
        let value = bytes.baseAddress! + place
        guard value.load(as: UInt8.self) == OutputBytes.text else {
            return UnsafeRawBufferPointer(start: nil, count: 0)
        }
        let count = UInt32(littleEndian: value.loadUnaligned(fromByteOffset: 1, as: UInt32.self))
        return UnsafeRawBufferPointer(start: value + 5, count: Int(count))
    }
}
