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
        let values: UnsafeMutablePointer<Int>

        init(width: Int) { values = .allocate(capacity: width) }

        deinit { values.deallocate() }

        mutating func append(_ row: UnsafeMutablePointer<OpaquePointer?>, _ count: Int) {
            self.row = bytes.count
            for column in 0..<count {
                values[column] = bytes.count
                let value = row[column]
                switch sqlite3_value_type(value) {
                case SQLITE_INTEGER: bytes.append(posted: Int(sqlite3_value_int64(value)))
                case SQLITE_TEXT:
                    let text = sqlite3_value_text(value)
                    bytes.append(posted: UnsafeRawBufferPointer(start: text, count: Int(sqlite3_value_bytes(value))))
                case SQLITE_NULL: bytes.appendPostedNull()
                default: bytes.append(OutputBytes.neverPosted)
                }
            }
            bytes.appendPostedEnd()
        }
    }

    /// - Parameters:
    ///   - columns: what each row has, in this order.
    ///   - rest: which rows, and in which order, in SQL.
    init(_ database: Database, _ columns: [String], of table: String, _ rest: String = "") throws {
        let function = "encoded_\(table)"
        width = columns.count
        state = .allocate(capacity: 1)
        state.initialize(to: State(width: width))
        // SQLite calls the last of these when the connection is closed, or at once where it refuses.
        let code = sqlite3_create_function_v2(
            database.sqliteConnection, function, Int32(width), SQLITE_UTF8 | SQLITE_DIRECTONLY, state,
            { context, count, values in
                guard let values, let state = sqlite3_user_data(context) else { return }
                state.assumingMemoryBound(to: State.self).pointee.append(values, Int(count))
            }, nil, nil,
            { state in
                guard let state = state?.assumingMemoryBound(to: State.self) else { return }
                state.deinitialize(count: 1)
                state.deallocate()
            })
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        statement = try Statement(
            database, "SELECT \(function)(\(columns.joined(separator: ", "))) FROM \(table) \(rest)")
    }

    /// Begins anew, with the rows between two numbers, as `rest` asks for them.
    func begin(_ range: ClosedRange<Int>) {
        statement.reset()
        statement.bind(range.lowerBound).bind(range.upperBound)
        state.pointee.bytes.removeAll()
    }

    /// Appends the next row; false when there is none.
    func step() throws -> Bool { try statement.step() }

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

    @inline(__always)
    func isInteger(_ column: Int) -> Bool { bytes[state.pointee.values[column]] == OutputBytes.number }

    /// A value of the last row; zero where it is no number.
    @inline(__always)
    func int(_ column: Int) -> Int {
        let value = bytes.baseAddress! + state.pointee.values[column]
        guard value.load(as: UInt8.self) == OutputBytes.number else { return 0 }
        return Int(Int64(littleEndian: value.loadUnaligned(fromByteOffset: 1, as: Int64.self)))
    }

    /// A value of the last row; empty where it is no text.
    @inline(__always)
    func text(_ column: Int) -> UnsafeRawBufferPointer {
        let value = bytes.baseAddress! + state.pointee.values[column]
        guard value.load(as: UInt8.self) == OutputBytes.text else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        let count = UInt32(littleEndian: value.loadUnaligned(fromByteOffset: 1, as: UInt32.self))
        return UnsafeRawBufferPointer(start: value + 5, count: Int(count))
    }
}
