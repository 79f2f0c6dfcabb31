import Dispatch
import Glibc

/// An input could not be read: the disk, the network mount or the file itself failed. Never the file's content.
struct ReadFault: Error, Equatable {
    var errno: Int32

    /// What was read is not one state of the file.
    static let changed = ReadFault(errno: -1)

    /// The system's words for it: `Input/output error`.
    var reason: String { self == .changed ? "it changed while it was read" : String(cString: strerror(errno)) }
}

/// A file's bytes, in pieces, as often as they are asked for. Nothing but the piece being read is held.
final class ByteSource {
    /// How much is read at once at most: 256 KiB.
    static let largestPiece = 256 * 1024
    /// A first line that states the separator fits into any piece, and a character with a byte-order mark before it.
    private static let smallestPiece = 64

    /// Reads up to the buffer's count of bytes from an offset; 0 where there are no more.
    typealias Reading = (UnsafeMutableRawBufferPointer, _ offset: Int) throws(ReadFault) -> Int

    /// How many bytes there are.
    let size: Int
    /// How much is read at once, and what buffers are measured by: a small file needs none of the largest.
    let piece: Int
    private let reading: Reading
    private var offset = 0

    /// Bytes that come by whatever way.
    ///
    /// - Parameter piece: how much is read at once.
    init(size: Int, piece: Int = largestPiece, reading: @escaping Reading) {
        self.size = size
        self.piece = max(min(piece, size), Self.smallestPiece)
        self.reading = reading
    }

    convenience init(memory: [UInt8]) {
        self.init(size: memory.count) { (buffer, offset) throws(ReadFault) in
            let count = min(buffer.count, memory.count - offset)
            memory.withUnsafeBytes {
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count]))
            }
            return count
        }
    }

    /// The first `size` bytes of an open file. The descriptor stays the caller's to close.
    convenience init(fileDescriptor: Int32, size: Int, disk: Disk = Disk(), path: String = "") {
        self.init(size: size) { (buffer, offset) throws(ReadFault) in
            try disk.read(fileDescriptor, into: buffer, at: offset, path)
        }
    }

    /// The same bytes; `progress` is told how many more are read, by one thread at a time.
    func telling(_ progress: @escaping (Int) -> Void) -> ByteSource {
        let turn = DispatchQueue(label: "progress")
        return ByteSource(size: size, piece: piece) { (buffer, offset) throws(ReadFault) in
            let count = try self.reading(buffer, offset)
            turn.sync { progress(count) }
            return count
        }
    }

    /// The bytes from a place on, read apart from these: several threads may each read a part.
    func part(from start: Int) -> ByteSource {
        ByteSource(size: max(0, size - start), piece: piece) { (buffer, offset) throws(ReadFault) in
            try self.reading(buffer, start + offset)
        }
    }

    /// The same bytes, each hashed as it is first read.
    func hashing(into hash: SourceHash) -> ByteSource {
        ByteSource(size: size, piece: piece) { (buffer, offset) throws(ReadFault) in
            let count = try self.reading(buffer, offset)
            hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]), at: offset)
            return count
        }
    }

    /// Reads and forgets what is left.
    func readToEnd() throws(ReadFault) {
        if offset == size { return }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: piece, alignment: 16)
        defer { buffer.deallocate() }
        while try read(into: buffer) > 0 {}
    }

    /// Reads the next bytes into `buffer`, at most a piece of them, perhaps fewer; 0 at the end.
    ///
    /// - Throws: `ReadFault`, also when the file has fewer bytes than were announced: it changed while it was read.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFault) -> Int {
        let wanted = min(buffer.count, piece, size - offset)
        if wanted == 0 { return 0 }
        let count = try reading(UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]), offset)
        if count == 0 { throw ReadFault(errno: EIO) }
        offset += count
        return count
    }

    /// Reads the next bytes to a place in an array; 0 at the end.
    func read(into bytes: inout [UInt8], from place: Int) throws(ReadFault) -> Int {
        let result = bytes.withUnsafeMutableBytes { buffer in
            Result { () throws(ReadFault) in try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[place...])) }
        }
        return try result.get()
    }

    /// Starts again at the first byte.
    func rewind() { offset = 0 }
}
