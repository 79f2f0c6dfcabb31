import Crypto

/// How a file's bytes stand for characters (spec: Invoice files, CSV).
enum TextEncoding: Equatable, Sendable {
    case utf8
    /// UTF-8 behind a byte-order mark; whether it really is UTF-8 shows only as it is read.
    case utf8WithMark
    case utf16LittleEndian
    case utf16BigEndian
    /// No mark, and not UTF-8: what an older spreadsheet saves.
    case windows1252

    /// How many bytes the byte-order mark takes.
    var markLength: Int {
        switch self {
        case .utf8, .windows1252: 0
        case .utf8WithMark: 3
        case .utf16LittleEndian, .utf16BigEndian: 2
        }
    }
}

/// What one look over all bytes of a file tells: its hash and its encoding.
struct FileScan: Equatable, Sendable {
    /// SHA-256 of the bytes as they are, 32 bytes; none where nobody asked.
    var hash: [UInt8]
    var encoding: TextEncoding

    /// Reads the source once from its beginning, and rewinds it.
    ///
    /// - Parameter isHashed: whether the bytes' hash is asked for, which takes longer than all else.
    static func scan(_ source: ByteSource, isHashed: Bool = true) throws(ReadFault) -> FileScan {
        source.rewind()
        var digest = SHA256()
        var utf8 = UTF8Validation()
        var isUTF8 = true
        var head: [UInt8] = []
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: source.piece, alignment: 16)
        defer { piece.deallocate() }
        while true {
            let count = try source.read(into: piece)
            if count == 0 { break }
            let bytes = UnsafeRawBufferPointer(rebasing: piece[..<count])
            if isHashed { digest.update(bufferPointer: bytes) }
            if head.count < 3 { head.append(contentsOf: bytes.prefix(3 - head.count)) }
            if isUTF8 { isUTF8 = utf8.firstFault(in: bytes) == nil }
        }
        source.rewind()
        return FileScan(
            hash: isHashed ? Array(digest.finalize()) : [],
            encoding: encoding(head: head, isUTF8: isUTF8 && utf8.isBetweenCharacters))
    }

    /// SHA-256 of the bytes as they are, 32 bytes, where nothing else is asked for.
    static func hash(of source: ByteSource) throws(ReadFault) -> [UInt8] {
        source.rewind()
        var digest = SHA256()
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: source.piece, alignment: 16)
        defer { piece.deallocate() }
        while true {
            let count = try source.read(into: piece)
            if count == 0 { break }
            digest.update(bufferPointer: UnsafeRawBufferPointer(rebasing: piece[..<count]))
        }
        return Array(digest.finalize())
    }

    /// What one look over bytes in memory tells.
    static func scan(_ bytes: [UInt8]) -> FileScan {
        bytes.withUnsafeBytes { bytes in
            var digest = SHA256()
            digest.update(bufferPointer: bytes)
            var utf8 = UTF8Validation()
            let isUTF8 = utf8.firstFault(in: bytes) == nil && utf8.isBetweenCharacters
            return FileScan(
                hash: Array(digest.finalize()), encoding: encoding(head: Array(bytes.prefix(3)), isUTF8: isUTF8))
        }
    }

    /// Whether the source begins with a byte-order mark of UTF-8, which is UTF-8 itself. Rewinds it.
    static func hasMark(_ source: ByteSource) throws(ReadFault) -> Bool {
        source.rewind()
        defer { source.rewind() }
        var head = [UInt8](repeating: 0, count: 3)
        var count = 0
        while count < head.count {
            let more = try source.read(into: &head, from: count)
            if more == 0 { break }
            count += more
        }
        return encoding(head: Array(head[..<count]), isUTF8: true) != .utf8
    }

    private static func encoding(head: [UInt8], isUTF8: Bool) -> TextEncoding {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8WithMark }
        if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        return isUTF8 ? .utf8 : .windows1252
    }
}
