import Glibc

/// The text that rows are scanned in: what of the file has been read and is not yet behind the reader.
struct RowBuffer: ~Copyable {
    /// The most that one row may take, its quoted line breaks included: 1 MiB.
    static let rowLimit = 1 << 20
    /// What is looked at behind the text.
    private static let margin = MarkSearch.reach
    private static let longestCharacter = 4

    private var decoding: TextDecoding
    /// How much is read at once.
    private let piece: Int
    /// The text, `end` bytes of it. Scanners write here where they take doubled quotes out.
    private(set) var bytes: UnsafeMutableRawPointer
    private(set) var end = 0
    /// How many bytes of the text were given up so far: where `bytes` begins in it.
    private(set) var start = 0
    private var capacity: Int
    /// The file's last byte has been read.
    private(set) var isComplete = false
    /// The text can't be read on behind `end`.
    private var hasFault = false
    /// Nothing is given up, so that the text can be scanned once more from its beginning.
    var isKept = false

    init(_ decoding: consuming TextDecoding) {
        piece = decoding.piece
        self.decoding = decoding
        capacity = 2 * piece + Self.margin
        bytes = .allocate(byteCount: capacity, alignment: 16)
        memset(bytes, 0, capacity)
    }

    deinit { bytes.deallocate() }

    /// Whether more text may follow behind `end`.
    var hasMore: Bool { !isComplete && !hasFault }

    /// The first bytes, at most `count`.
    func beginning(_ count: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: bytes, count: min(count, end))
    }

    /// Reads at least a piece more, unless the file ends before.
    ///
    /// - Parameters:
    ///   - start: what lies before is no longer needed.
    ///   - rowLine: the physical line of the row that is being read.
    ///   - line: the one that `end` lies on.
    /// - Returns: by how many bytes the text has moved to the front.
    /// - Throws: `ReadFault`, `Unreadable`.
    mutating func fill(keeping start: Int, rowLine: Int, line: Int) throws -> Int {
        let moved = isKept ? 0 : start
        if end - moved > Self.rowLimit { throw isKept ? Unreadable.noHeader() : .rowTooLarge(line: rowLine) }
        makeRoom(keeping: moved)
        self.start += moved
        var gained = 0
        while gained < piece {
            let room = UnsafeMutableRawBufferPointer(start: bytes + end, count: capacity - Self.margin - end)
            do {
                let count = try decoding.read(into: room)
                if count == 0 {
                    isComplete = true
                    break
                }
                end += count
                gained += count
            } catch let fault as Undecodable {
                // What lies before the fault is read first, also a line break that was waiting for a second half; asked
                // again, the text tells of the fault again.
                if hasFault { throw Unreadable.undecodable(fault, line: line) }
                hasFault = true
                break
            }
        }
        return moved
    }

    private mutating func makeRoom(keeping start: Int) {
        // Decoders write whole characters: with less room than one takes, the last of a piece would never come.
        let needed = end - start + piece + Self.longestCharacter + Self.margin
        if needed <= capacity {
            bytes.copyMemory(from: bytes + start, byteCount: end - start)
        } else {
            capacity = max(needed, 2 * capacity)
            let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
            memset(larger, 0, capacity)
            larger.copyMemory(from: bytes + start, byteCount: end - start)
            bytes.deallocate()
            bytes = larger
        }
        end -= start
    }
}
