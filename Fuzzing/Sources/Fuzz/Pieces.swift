@testable import Billing

/// An input as a file: at once, or as a slow disk gives it, in pieces that end anywhere.
enum Pieces {
    static func whole(_ bytes: [UInt8]) -> ByteSource { ByteSource(memory: bytes) }

    /// In the smallest buffers that readers take, filled by 1, 2, 3 … bytes at once.
    static func torn(_ bytes: [UInt8]) -> ByteSource {
        ByteSource(size: bytes.count, piece: 1) { (buffer, offset) throws(ReadFault) in
            let count = min(buffer.count, 1 + offset % 13, bytes.count - offset)
            buffer.copyBytes(from: bytes[offset..<offset + count])
            return count
        }
    }

    /// How many lines a text has at most, whatever ends them.
    static func lineCount(_ bytes: some Sequence<UInt8>) -> Int {
        bytes.reduce(1) { $0 + ($1 == 0x0A || $1 == 0x0D ? 1 : 0) }
    }
}

/// Traps where a promise is broken; the fuzzer keeps the input.
func promise(_ isKept: Bool, _ what: @autoclosure () -> String, line: UInt = #line) {
    if !isKept { fatalError("broken: \(what()) (line \(line))") }
}
