import Crypto

/// The hash of a run's rows of one table, value by value: the same values in the same order, the same hash.
///
/// Every value has a tag and, where it is a text, its length before it, so that no two lists of values look alike.
final class RowDigest {
    private var hasher = SHA256()
    private var buffer: [UInt8] = []
    private(set) var rows = 0

    init() { buffer.reserveCapacity(1 << 16) }

    func add(_ value: Int) {
        buffer.append(0x49)
        withUnsafeBytes(of: Int64(value).littleEndian) { buffer.append(contentsOf: $0) }
    }

    func addNull() { buffer.append(0x4E) }

    func add(_ text: UnsafeRawBufferPointer) {
        buffer.append(0x54)
        withUnsafeBytes(of: UInt32(text.count).littleEndian) { buffer.append(contentsOf: $0) }
        buffer.append(contentsOf: text)
    }

    func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    func endRow() {
        rows += 1
        buffer.append(0x0A)
        if buffer.count > 1 << 15 { flush() }
    }

    /// The hash of all that was added, in hex.
    func finish() -> String {
        flush()
        return hasher.finalize().map { Int($0).hex }.joined()
    }

    private func flush() {
        hasher.update(data: buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
