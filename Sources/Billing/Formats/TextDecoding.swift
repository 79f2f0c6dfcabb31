import Glibc

/// Bytes that stand for no character in the file's encoding; the file can't be read from there on.
struct Undecodable: Error, Equatable {
    var expected: String
    var found: String
}

/// A file's text as UTF-8, in pieces, whatever its encoding. The text before a fault is delivered before the fault.
struct TextDecoding: ~Copyable {
    private let source: ByteSource
    private let encoding: TextEncoding
    private var validation = UTF8Validation()
    /// Bytes that were read and not yet decoded; not used for UTF-8, which is read to where it is wanted.
    private let raw: UnsafeMutableRawBufferPointer
    private var rawStart = 0
    private var rawEnd = 0
    private var markLeft: Int
    private var fault: Undecodable?

    /// The text of `source` from its beginning, the byte-order mark left out.
    init(_ source: ByteSource, encoding: TextEncoding) {
        self.source = source
        self.encoding = encoding
        markLeft = encoding.markLength
        let isCopied = encoding != .utf8 && encoding != .utf8WithMark
        raw = .allocate(byteCount: isCopied ? source.piece : 0, alignment: 16)
        source.rewind()
    }

    deinit { raw.deallocate() }

    /// How much is read at once.
    var piece: Int { source.piece }

    /// Writes the next text into `buffer` (of at least 4 bytes); returns how many bytes of it, 0 at the end.
    ///
    /// - Throws: `ReadFault`, `Undecodable`.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            if let fault { throw fault }
            let count =
                switch encoding {
                case .utf8, .utf8WithMark: try readUTF8(into: buffer)
                case .utf16LittleEndian, .utf16BigEndian: try decodeUTF16(into: buffer)
                case .windows1252: try decodeWindows1252(into: buffer)
                }
            if let count { return count }
        }
    }

    /// Nil: nothing came of it, ask again.
    private mutating func readUTF8(into buffer: UnsafeMutableRawBufferPointer) throws -> Int? {
        var count = try source.read(into: buffer)
        if count == 0 {
            if validation.isBetweenCharacters || encoding == .utf8 { return 0 }
            fault = Undecodable(expected: "UTF-8", found: "a character cut off at the end of the file")
            return nil
        }
        if markLeft > 0 {
            let mark = min(markLeft, count)
            markLeft -= mark
            count -= mark
            buffer.baseAddress!.copyMemory(from: buffer.baseAddress! + mark, byteCount: count)
        }
        if let null = memchr(buffer.baseAddress!, 0, count) {
            count = buffer.baseAddress!.distance(to: null)
            fault = .null
        }
        // Without a mark the whole file was found to be UTF-8 before.
        if encoding == .utf8WithMark,
            let place = validation.firstFault(in: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        {
            fault = Undecodable(expected: "UTF-8", found: "the byte \(hexadecimal(buffer[place], digits: 2))")
            count = place
        }
        return count == 0 ? nil : count
    }

    private mutating func decodeWindows1252(into buffer: UnsafeMutableRawBufferPointer) throws -> Int? {
        if try !fillRaw(atLeast: 1) { return 0 }
        var written = 0
        while rawStart < rawEnd, written + 4 <= buffer.count {
            let byte = raw[rawStart]
            if byte == 0 {
                fault = .null
                break
            }
            let scalar = byte < 0x80 || byte >= 0xA0 ? UInt32(byte) : Self.windows1252[Int(byte) - 0x80]
            if scalar == 0 {
                fault = Undecodable(
                    expected: "UTF-8 or Windows-1252",
                    found: "the byte \(hexadecimal(byte, digits: 2)), which neither knows here")
                break
            }
            written += Self.write(scalar, to: buffer.baseAddress! + written)
            rawStart += 1
        }
        return written == 0 ? nil : written
    }

    private mutating func decodeUTF16(into buffer: UnsafeMutableRawBufferPointer) throws -> Int? {
        if try !fillRaw(atLeast: 2 + markLeft) {
            if rawStart + markLeft >= rawEnd { return 0 }
            fault = Undecodable(expected: "UTF-16", found: "an odd byte at the end of the file")
            return nil
        }
        rawStart += markLeft
        markLeft = 0
        var written = 0
        while rawStart + 2 <= rawEnd, written + 4 <= buffer.count {
            if unit(at: rawStart) & 0xFC00 == 0xD800, rawEnd - rawStart < 4 {
                if written > 0 { break }
                _ = try fillRaw(atLeast: 4)
            }
            guard let (scalar, length) = character() else { break }
            written += Self.write(scalar, to: buffer.baseAddress! + written)
            rawStart += length
        }
        return written == 0 ? nil : written
    }

    /// The next character and its length in bytes; nil, with the fault set, where there is none.
    private mutating func character() -> (scalar: UInt32, length: Int)? {
        let first = unit(at: rawStart)
        if first == 0 {
            fault = .null
            return nil
        }
        guard first & 0xF800 == 0xD800 else { return (first, 2) }
        let second = rawEnd - rawStart >= 4 ? unit(at: rawStart + 2) : 0
        guard first & 0xFC00 == 0xD800, second & 0xFC00 == 0xDC00 else {
            fault = .surrogate(first)
            return nil
        }
        return (0x1_0000 + (first & 0x3FF) << 10 + second & 0x3FF, 4)
    }

    private func unit(at index: Int) -> UInt32 {
        let first = UInt32(raw[index])
        let second = UInt32(raw[index + 1])
        return encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second
    }

    /// Reads until `count` bytes lie in `raw`; false when the file ends before.
    private mutating func fillRaw(atLeast count: Int) throws(ReadFault) -> Bool {
        if rawEnd - rawStart >= count { return true }
        raw.baseAddress!.copyMemory(from: raw.baseAddress! + rawStart, byteCount: rawEnd - rawStart)
        rawEnd -= rawStart
        rawStart = 0
        while rawEnd < count {
            let more = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: raw[rawEnd...]))
            if more == 0 { return false }
            rawEnd += more
        }
        return true
    }

    /// Writes a character's UTF-8; returns its length, at most 4.
    private static func write(_ scalar: UInt32, to place: UnsafeMutableRawPointer) -> Int {
        func put(_ index: Int, _ byte: UInt32) {
            place.storeBytes(of: UInt8(truncatingIfNeeded: byte), toByteOffset: index, as: UInt8.self)
        }
        switch scalar {
        case 0..<0x80:
            put(0, scalar)
            return 1
        case 0x80..<0x800:
            put(0, 0xC0 | scalar >> 6)
            put(1, 0x80 | scalar & 0x3F)
            return 2
        case 0x800..<0x1_0000:
            put(0, 0xE0 | scalar >> 12)
            put(1, 0x80 | scalar >> 6 & 0x3F)
            put(2, 0x80 | scalar & 0x3F)
            return 3
        default:
            put(0, 0xF0 | scalar >> 18)
            put(1, 0x80 | scalar >> 12 & 0x3F)
            put(2, 0x80 | scalar >> 6 & 0x3F)
            put(3, 0x80 | scalar & 0x3F)
            return 4
        }
    }

    /// What the bytes 0x80 to 0x9F mean; 0: nothing.
    private static let windows1252: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
}

extension Undecodable {
    fileprivate static let null = Undecodable(expected: "text", found: "a NUL character")

    fileprivate static func surrogate(_ unit: UInt32) -> Undecodable {
        Undecodable(expected: "UTF-16", found: "half a character (\(hexadecimal(unit, digits: 4)))")
    }
}

private func hexadecimal(_ value: some BinaryInteger, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: max(0, digits - text.count)) + text
}
