import Crypto

/// The hash of a run's rows of one table, value by value: the same values in the same order, the same hash.
///
/// Every value has a tag and, where it is a text, its length before it, so that no two lists of values look alike.
/// Beside the hash of them all every row leaves a short mark, so that it can be told which row differs.
final class RowDigest {
    private var hasher = SHA256()
    private var buffer: OutputBytes
    private var rowStart = 0
    private let flushSize: Int
    /// A mark of four bytes per row.
    private(set) var marks: [UInt8] = []

    var rows: Int { marks.count / Self.markSize }

    static let markSize = 4

    /// - Parameter flushSize: after how many bytes they are hashed; small where many digests are kept at once.
    init(flushSize: Int = 1 << 15) {
        self.flushSize = flushSize
        buffer = OutputBytes(capacity: min(flushSize + 1024, 1 << 12))
    }

    func add(_ value: Int) {
        buffer.append(tag: 0x49, UInt64(bitPattern: Int64(value)), byteCount: 8)
    }

    func addNull() { buffer.append(0x4E) }

    func add(_ text: UnsafeRawBufferPointer) {
        buffer.append(tag: 0x54, UInt64(text.count), byteCount: 4)
        buffer.append(text)
    }

    func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    func endRow() {
        let mark = Self.mark(of: UnsafeRawBufferPointer(rebasing: buffer.bytes[rowStart...]))
        withUnsafeBytes(of: mark.littleEndian) { marks.append(contentsOf: $0) }
        buffer.append(0x0A)
        if buffer.count > flushSize { flush() }
        rowStart = buffer.count
    }

    /// The hash of all that was added, in hex.
    func finish() -> String {
        flush()
        return hasher.finalize().map { Int($0).hex }.joined()
    }

    /// The mark of the last row.
    var lastMark: ArraySlice<UInt8> { marks.suffix(Self.markSize) }

    private func flush() {
        hasher.update(bufferPointer: buffer.bytes)
        buffer.removeAll()
    }

    /// Tells which row differs where the hash has told that one does, and proves nothing by itself.
    private static func mark(of row: UnsafeRawBufferPointer) -> UInt32 {
        var mixed = UInt64(row.count) &* 0x9E37_79B9_7F4A_7C15
        func mix(_ word: UInt64) {
            mixed = (mixed ^ word) &* 0xBF58_476D_1CE4_E5B9
            mixed ^= mixed >> 29
        }
        var place = 0
        while place + 8 <= row.count {
            mix(UInt64(littleEndian: row.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
            place += 8
        }
        var rest: UInt64 = 0
        for byte in row[place...] { rest = rest << 8 | UInt64(byte) }
        mix(rest)
        return UInt32(truncatingIfNeeded: mixed ^ mixed >> 32)
    }
}
