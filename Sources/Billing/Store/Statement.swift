import GRDB
import GRDBSQLite
import Glibc

/// A prepared statement, bound and read without a value being boxed on the way.
///
/// Every value that is bound to a statement with a digest is taken up into the run's hash as well, so that what is
/// hashed is what is written.
final class Statement {
    private let database: Database
    private let handle: OpaquePointer
    /// The texts of the row that is being bound, which SQLite reads where they lie.
    private let texts = UnsafeMutableRawPointer.allocate(byteCount: Statement.textRoom, alignment: 16)
    /// Reached through a pointer: a class's own values are guarded at every access, and each value of each row is one.
    private let place: UnsafeMutablePointer<Place>
    private let digest: RowDigest?

    /// How far a row is bound.
    private struct Place {
        var next: Int32 = 1
        var textEnd = 0
    }

    /// Room for the texts of all but the longest rows.
    private static let textRoom = 4096

    init(_ database: Database, _ sql: String, digest: RowDigest? = nil) throws {
        self.database = database
        self.digest = digest
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(
            database.sqliteConnection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle else { throw Self.fault(database, code) }
        self.handle = handle
        place = .allocate(capacity: 1)
        place.initialize(to: Place())
    }

    deinit {
        sqlite3_finalize(handle)
        texts.deallocate()
        place.deallocate()
    }

    private static func fault(_ database: Database, _ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: database.sqliteConnection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) })
    }

    /// Bytes are copied by SQLite before the call returns.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    /// Bytes stay where they are until the statement is bound anew.
    private static let kept: sqlite3_destructor_type? = nil

    @discardableResult
    func bind(_ value: Int) -> Statement {
        sqlite3_bind_int64(handle, next(), Int64(value))
        digest?.add(value)
        return self
    }

    @discardableResult
    func bind(_ value: Int?) -> Statement {
        if let value { return bind(value) }
        return bindNull()
    }

    @discardableResult
    func bindNull() -> Statement {
        sqlite3_bind_null(handle, next())
        digest?.addNull()
        return self
    }

    @discardableResult
    func bind(_ text: UnsafeRawBufferPointer) -> Statement {
        bindText(text)
        digest?.add(text)
        return self
    }

    /// A text that the run's hash does not take up: the hash itself.
    @discardableResult
    func bind(unhashed text: String) -> Statement {
        var text = text
        text.withUTF8 { bindText(UnsafeRawBufferPointer($0)) }
        return self
    }

    private func bindText(_ text: UnsafeRawBufferPointer) {
        let end = place.pointee.textEnd + text.count
        guard let bytes = text.baseAddress else {
            sqlite3_bind_text(handle, next(), "", 0, Self.kept)
            return
        }
        if end <= Self.textRoom {
            let copy = texts + place.pointee.textEnd
            copy.copyMemory(from: bytes, byteCount: text.count)
            place.pointee.textEnd = end
            sqlite3_bind_text(
                handle, next(), copy.assumingMemoryBound(to: CChar.self), Int32(text.count), Self.kept)
        } else {
            sqlite3_bind_text(
                handle, next(), bytes.assumingMemoryBound(to: CChar.self), Int32(text.count), Self.transient)
        }
    }

    private func next() -> Int32 {
        defer { place.pointee.next += 1 }
        return place.pointee.next
    }

    /// A date as `YYYY-MM-DD`.
    @discardableResult
    func bind(_ day: Day) -> Statement {
        withUnsafeTemporaryAllocation(byteCount: Day.textLength, alignment: 1) { text in
            day.write(to: text.baseAddress!)
            return bind(UnsafeRawBufferPointer(text))
        }
    }

    @discardableResult
    func bind(_ text: String) -> Statement {
        var text = text
        return text.withUTF8 { bind(UnsafeRawBufferPointer($0)) }
    }

    /// A value that is no text. Such a one is never part of what is hashed.
    @discardableResult
    func bind(blob bytes: [UInt8]) -> Statement {
        if bytes.isEmpty {
            sqlite3_bind_zeroblob(handle, next(), 0)
        } else {
            _ = bytes.withUnsafeBytes {
                sqlite3_bind_blob(handle, next(), $0.baseAddress, Int32($0.count), Self.transient)
            }
        }
        return self
    }

    @discardableResult
    func bind(_ symbol: Symbol, _ symbols: borrowing Symbols) -> Statement {
        symbols.withBytes(of: symbol) { bind($0) }
    }

    /// So many rows are going to be hashed.
    func expect(_ rows: Int) { digest?.expect(rows) }

    /// Runs a statement that returns no row, and makes it ready for the next one.
    func run() throws {
        let code = sqlite3_step(handle)
        reset()
        guard code == SQLITE_DONE else { throw Self.fault(database, code) }
        digest?.endRow()
    }

    /// Moves to the next row; false when there is none, which also makes the statement ready to be bound anew.
    func step() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        reset()
        guard code == SQLITE_DONE else { throw Self.fault(database, code) }
        return false
    }

    /// Makes the statement ready to be bound anew before all its rows were read.
    func reset() {
        sqlite3_reset(handle)
        place.pointee = Place()
    }

    func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    /// A count, hours or money.
    ///
    /// - Throws: `unusableData` where it is larger than any can be, so that no sum of them overflows.
    func quantity(_ column: Int32) throws -> Int {
        let value = int(column)
        guard (-Self.largest...Self.largest).contains(value) else {
            throw Stop(
                .unusableData,
                "The store holds the number \(value), which no count, hours or money can be. Nothing was posted; "
                    + "invoice-batch verify names the place.")
        }
        return value
    }

    private static let largest = 10_000_000_000_000

    func isInteger(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_INTEGER }

    func optionalInt(_ column: Int32) -> Int? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : int(column)
    }

    func text(_ column: Int32) -> String {
        withText(column) { String(decoding: $0, as: UTF8.self) }
    }

    func symbol(_ column: Int32, _ symbols: inout Symbols) -> Symbol {
        withText(column) { symbols.intern($0) }
    }

    /// - Parameter likely: the text that mostly stands there.
    func symbol(_ column: Int32, _ symbols: inout Symbols, likely: Symbol) -> Symbol {
        withText(column) { text in
            let isLikely = symbols.withBytes(of: likely) { known in
                guard known.count == text.count else { return false }
                return text.isEmpty || memcmp(known.baseAddress!, text.baseAddress!, text.count) == 0
            }
            return isLikely ? likely : symbols.intern(text)
        }
    }

    func day(_ column: Int32) -> Day { withText(column) { Day(iso: $0) } ?? .first }

    func withText<R>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        guard let bytes = sqlite3_column_text(handle, column) else {
            return try body(UnsafeRawBufferPointer(start: nil, count: 0))
        }
        let count = Int(sqlite3_column_bytes(handle, column))
        return try body(UnsafeRawBufferPointer(start: bytes, count: count))
    }

    func blob(_ column: Int32) -> [UInt8] {
        guard let bytes = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// How many columns a row has.
    var columnCount: Int32 { sqlite3_column_count(handle) }

    /// What the columns are called.
    var columnNames: [String] { (0..<columnCount).map { String(cString: sqlite3_column_name(handle, $0)) } }

    /// Takes columns of the current row up into a digest, as `bind` did when they were written.
    ///
    /// - Parameter kinds: what the columns hold, as `kinds` tells.
    func add(_ columns: Range<Int32>, _ kinds: [ColumnKind], to digest: RowDigest) {
        for column in columns {
            switch kinds[Int(column)] {
            case .text:
                if let bytes = sqlite3_column_text(handle, column) {
                    digest.add(
                        UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column))))
                } else {
                    digest.addNull()
                }
            case .number:
                // A value that is none reads as zero.
                let value = int(column)
                if value == 0, sqlite3_column_type(handle, column) == SQLITE_NULL {
                    digest.addNull()
                } else {
                    digest.add(value)
                }
            }
        }
    }

    /// What a column of a strict table holds beside NULL.
    enum ColumnKind {
        case number, text
    }

    /// What each column holds; one that is worked out is taken for a number, and is never hashed.
    var kinds: [ColumnKind] {
        (0..<columnCount).map { column in
            sqlite3_column_decltype(handle, column).map { String(cString: $0) } == "TEXT" ? .text : .number
        }
    }
}
