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
        let kinds: UnsafeMutableBufferPointer<Statement.ColumnKind>

        init(_ kinds: [Statement.ColumnKind]) {
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

        /// As the values were bound when they were written: that none is of another kind than its column is proved of
        /// the file as a whole.
        mutating func append(_ row: UnsafeMutablePointer<OpaquePointer?>) {
            swap(&values, &before)
            self.row = bytes.count
            for column in 0..<kinds.count {
                values[column] = bytes.count
                let value = row[column]
                switch kinds[column] {
                case .text:
                    guard let text = sqlite3_value_text(value) else {
                        bytes.appendPostedNull()
                        continue
                    }
                    bytes.append(posted: UnsafeRawBufferPointer(start: text, count: Int(sqlite3_value_bytes(value))))
                case .number:
                    let number = Int(sqlite3_value_int64(value))
                    if number == 0, sqlite3_value_type(value) == SQLITE_NULL {
                        bytes.appendPostedNull()
                    } else {
                        bytes.append(posted: number)
                    }
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
        let list = columns.joined(separator: ", ")
        width = columns.count
        state = .allocate(capacity: 1)
        state.initialize(to: State(try Statement(database, "SELECT \(list) FROM \(table)").kinds))
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
