import CXlsxWriter

/// A zip archive in memory, for reading.
struct Zip {
    /// It is no archive, or has no such file.
    struct Fault: Error, Equatable {}

    private let bytes: [UInt8]
    /// Where each file's own header begins, and how long its packed bytes are.
    private var entries: [String: (header: Int, size: Int)] = [:]

    /// - Throws: `Fault` where the bytes are no archive.
    init(_ bytes: [UInt8]) throws(Fault) {
        self.bytes = bytes
        // The end record is 22 bytes and has no comment: it is the archive's end.
        let end = bytes.count - 22
        guard end >= 0, bytes[end...].starts(with: [0x50, 0x4B, 5, 6]) else { throw Fault() }
        var place = try number(end + 16, 4)
        for _ in 0..<(try number(end + 10, 2)) {
            guard try number(place, 4) == 0x0201_4B50 else { throw Fault() }
            let nameLength = try number(place + 28, 2)
            let name = place + 46
            guard name + nameLength <= bytes.count else { throw Fault() }
            entries[String(decoding: bytes[name..<(name + nameLength)], as: UTF8.self)] = (
                try number(place + 42, 4), try number(place + 20, 4)
            )
            place = name + nameLength + (try number(place + 30, 2)) + (try number(place + 32, 2))
        }
    }

    /// Unpacks a file, piece by piece.
    ///
    /// - Throws: `Fault` where there is no such file, or it does not unpack to its checksum's bytes.
    func inflate(_ name: String, _ body: (UnsafeRawBufferPointer) -> Void) throws(Fault) {
        guard let entry = entries[name] else { throw Fault() }
        let start = entry.header + 30 + (try number(entry.header + 26, 2)) + (try number(entry.header + 28, 2))
        guard start + entry.size <= bytes.count else { throw Fault() }
        var stream = z_stream()
        guard
            inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw Fault() }
        defer { inflateEnd(&stream) }
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        let code = bytes.withUnsafeBytes { input in
            // zlib does not write to its input; the missing const is its own.
            let packed = UnsafeMutablePointer(
                mutating: input.baseAddress!.assumingMemoryBound(to: UInt8.self) + start)
            stream.next_in = packed
            stream.avail_in = UInt32(entry.size)
            return piece.withUnsafeMutableBytes { output in
                var code = Z_OK
                while code == Z_OK {
                    stream.next_out = output.baseAddress!.assumingMemoryBound(to: UInt8.self)
                    stream.avail_out = UInt32(output.count)
                    code = CXlsxWriter.inflate(&stream, Z_NO_FLUSH)
                    body(UnsafeRawBufferPointer(rebasing: output[..<(output.count - Int(stream.avail_out))]))
                }
                return code
            }
        }
        guard code == Z_STREAM_END else { throw Fault() }
    }

    /// A number of so many bytes, the least first.
    private func number(_ place: Int, _ count: Int) throws(Fault) -> Int {
        guard place >= 0, place + count <= bytes.count else { throw Fault() }
        return (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
    }
}
