import Crypto

/// The hash of a run's rows of one table, value by value: the same values in the same order, the same hash.
///
/// Every value has a tag and, where it is a text, its length before it, so that no two lists of values look alike.
/// Beside the hash of them all every row leaves a short mark, so that it can be told which row differs.
final class RowDigest {
    /// Reached through a pointer: a class's own values are guarded at every access, and each value of each row is one.
    private let state: UnsafeMutablePointer<State>

    /// What is hashed so far, and what is not yet.
    private struct State: ~Copyable {
        var hasher = SHA256()
        var buffer: OutputBytes
        var rowStart = 0
        let flushSize: Int
        var marks: [UInt8] = []

        init(flushSize: Int) {
            self.flushSize = flushSize
            buffer = OutputBytes(capacity: min(flushSize + 1024, 1 << 12))
        }

        mutating func endRow() {
            let mark = RowMark.of(UnsafeRawBufferPointer(rebasing: buffer.bytes[rowStart...]))
            withUnsafeBytes(of: mark.littleEndian) { marks.append(contentsOf: $0) }
            buffer.appendPostedEnd()
            if buffer.count > flushSize { flush() }
            rowStart = buffer.count
        }

        mutating func add(rows: UnsafeRawBufferPointer) {
            if rows.count > flushSize {
                flush()
                hasher.update(bufferPointer: rows)
            } else {
                buffer.append(rows)
                if buffer.count > flushSize { flush() }
            }
            rowStart = buffer.count
        }

        mutating func flush() {
            hasher.update(bufferPointer: buffer.bytes)
            buffer.removeAll()
        }
    }

    static let markSize = 4

    /// - Parameter flushSize: after how many bytes they are hashed; small where many digests are kept at once.
    init(flushSize: Int = 1 << 15) {
        state = .allocate(capacity: 1)
        state.initialize(to: State(flushSize: flushSize))
    }

    deinit {
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// A mark of four bytes per row.
    var marks: [UInt8] { state.pointee.marks }

    var rows: Int { state.pointee.marks.count / Self.markSize }

    /// Makes room for the marks of so many rows at once: growing, they would take twice theirs.
    func expect(_ rows: Int) { state.pointee.marks.reserveCapacity(rows * Self.markSize) }

    func add(_ value: Int) { state.pointee.buffer.append(posted: value) }

    func addNull() { state.pointee.buffer.appendPostedNull() }

    func add(_ text: UnsafeRawBufferPointer) { state.pointee.buffer.append(posted: text) }

    /// Takes up rows that are whole, each with the byte that ends it; their marks are left to who has them.
    func add(rows: UnsafeRawBufferPointer) { state.pointee.add(rows: rows) }

    func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    func endRow() { state.pointee.endRow() }

    /// The hash of all that was added, in hex.
    func finish() -> String {
        state.pointee.flush()
        return state.pointee.hasher.finalize().map { Int($0).hex }.joined()
    }

    /// Whether the last row has the mark that is posted of the row in its place.
    func lastMark(is posted: [UInt8]) -> Bool {
        let start = state.pointee.marks.count - Self.markSize
        return start + Self.markSize <= posted.count
            && (start..<start + Self.markSize).allSatisfy { posted[$0] == state.pointee.marks[$0] }
    }
}

/// Tells which row differs where the hash has told that one does, and proves nothing by itself.
struct RowMark {
    private var mixed: UInt64

    private init(of row: UnsafeRawBufferPointer) { mixed = UInt64(row.count) &* 0x9E37_79B9_7F4A_7C15 }

    private mutating func mix(_ word: UInt64) {
        mixed = (mixed ^ word) &* 0xBF58_476D_1CE4_E5B9
        mixed ^= mixed >> 29
    }

    private mutating func mix(_ row: UnsafeRawBufferPointer, at place: Int) {
        mix(UInt64(littleEndian: row.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
    }

    private mutating func end(_ row: UnsafeRawBufferPointer, from start: Int) -> UInt32 {
        var place = start
        while place + 8 <= row.count {
            mix(row, at: place)
            place += 8
        }
        var rest: UInt64 = 0
        for byte in row[place...] { rest = rest << 8 | UInt64(byte) }
        mix(rest)
        return UInt32(truncatingIfNeeded: mixed ^ mixed >> 32)
    }

    static func of(_ row: UnsafeRawBufferPointer) -> UInt32 {
        var mark = RowMark(of: row)
        return mark.end(row, from: 0)
    }

    /// Those of two rows, which take hardly longer than one: each step of a mark waits for the one before it.
    static func of(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> (UInt32, UInt32) {
        var marks = (RowMark(of: one), RowMark(of: other))
        var place = 0
        while place + 8 <= min(one.count, other.count) {
            marks.0.mix(one, at: place)
            marks.1.mix(other, at: place)
            place += 8
        }
        return (marks.0.end(one, from: place), marks.1.end(other, from: place))
    }
}

/// How values are written for a run's hash.
extension OutputBytes {
    /// What stands before a number's eight bytes, the least first.
    static var number: UInt8 { 0x49 }
    /// What stands before a text's length in four bytes and the text.
    static var text: UInt8 { 0x54 }

    @inline(__always)
    mutating func append(posted value: Int) {
        append(tag: Self.number, UInt64(bitPattern: Int64(value)), byteCount: 8)
    }

    @inline(__always)
    mutating func append(posted text: UnsafeRawBufferPointer) {
        append(tag: Self.text, UInt64(text.count), byteCount: 4)
        append(text)
    }

    mutating func appendPostedNull() { append(0x4E) }

    /// What stands behind a row.
    mutating func appendPostedEnd() { append(0x0A) }
}
