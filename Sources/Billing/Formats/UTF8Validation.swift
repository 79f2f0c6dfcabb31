/// Checks bytes for being UTF-8, piece by piece: a character may begin in one piece and end in the next.
struct UTF8Validation {
    /// How many bytes of the current character are still due, and what the next of them may be: the first
    /// continuation byte is narrower after some leads, so that nothing is written longer than it need be and no
    /// surrogate is.
    private var due = 0
    private var least: UInt8 = 0x80
    private var most: UInt8 = 0xBF

    /// Whether all that was looked at so far ends with a whole character.
    var isBetweenCharacters: Bool { due == 0 }

    /// The place of the first byte that can't be UTF-8, nil when there is none.
    mutating func firstFault(in bytes: UnsafeRawBufferPointer) -> Int? {
        var index = 0
        let count = bytes.count
        while index < count {
            if due == 0 {
                index = Self.endOfASCII(in: bytes, from: index)
                if index == count { return nil }
            }
            guard take(bytes[index]) else { return index }
            index += 1
        }
        return nil
    }

    /// The first place from `start` on that may hold a byte above 0x7F, looked for 32 bytes at a time and then eight.
    private static func endOfASCII(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 32 <= bytes.count {
            let words = bytes.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
            if (words & 0x8080_8080_8080_8080) != .zero { break }
            index += 32
        }
        while index + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }

    /// Takes one byte; false when it does not fit.
    private mutating func take(_ byte: UInt8) -> Bool {
        if due > 0 {
            guard least <= byte, byte <= most else { return false }
            due -= 1
            (least, most) = (0x80, 0xBF)
            return true
        }
        switch byte {
        case 0x00...0x7F: return true
        case 0xC2...0xDF: due = 1
        case 0xE0: (due, least) = (2, 0xA0)
        case 0xED: (due, most) = (2, 0x9F)
        case 0xE1...0xEF: due = 2
        case 0xF0: (due, least) = (3, 0x90)
        case 0xF1...0xF3: due = 3
        case 0xF4: (due, most) = (3, 0x8F)
        default: return false
        }
        return true
    }
}

/// Told by all who read parts of some bytes whether these are UTF-8.
final class UTF8Watch: Sendable {
    private let fault = Locked(false)

    /// Whether some part was found to be something else.
    var hasFault: Bool { fault.withLock { $0 } }

    func tellFault() { fault.withLock { $0 = true } }
}
