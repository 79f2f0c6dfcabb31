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
        var look = Look(isHashed: isHashed)
        try forEachPiece(of: source) { look.take($0) }
        return look.end()
    }

    /// What one look over bytes in memory tells.
    static func scan(_ bytes: [UInt8]) -> FileScan {
        var look = Look(isHashed: true)
        bytes.withUnsafeBytes { look.take($0) }
        return look.end()
    }

    /// SHA-256 of the bytes as they are, 32 bytes, where nothing else is asked for. Rewinds the source.
    static func hash(of source: ByteSource) throws(ReadFault) -> [UInt8] {
        var digest = SHA256()
        try forEachPiece(of: source) { digest.update(bufferPointer: $0) }
        return Array(digest.finalize())
    }

    private static func forEachPiece(
        of source: ByteSource, _ body: (UnsafeRawBufferPointer) -> Void
    ) throws(ReadFault) {
        source.rewind()
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: source.piece, alignment: 16)
        defer { piece.deallocate() }
        while true {
            let count = try source.read(into: piece)
            if count == 0 { break }
            body(UnsafeRawBufferPointer(rebasing: piece[..<count]))
        }
        source.rewind()
    }

    /// What is known of the bytes looked at so far.
    private struct Look {
        let isHashed: Bool
        private var digest = SHA256()
        private var utf8 = UTF8Validation()
        private var isUTF8 = true
        private var head: [UInt8] = []

        init(isHashed: Bool) { self.isHashed = isHashed }

        mutating func take(_ bytes: UnsafeRawBufferPointer) {
            if isHashed { digest.update(bufferPointer: bytes) }
            if head.count < 3 { head.append(contentsOf: bytes.prefix(3 - head.count)) }
            if isUTF8 { isUTF8 = utf8.firstFault(in: bytes) == nil }
        }

        func end() -> FileScan {
            FileScan(
                hash: isHashed ? Array(digest.finalize()) : [],
                encoding: FileScan.encoding(head: head, isUTF8: isUTF8 && utf8.isBetweenCharacters))
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
