/// Finds the bytes that structure a row (separator, quote, line feed, carriage return), eight bytes at a time.
struct MarkSearch {
    private let bytes: UnsafeRawPointer
    private let end: Int
    /// The separator in each of eight bytes.
    private let separators: UInt64
    private var word: Int
    /// The highest bit of each byte of the word that is a mark not yet returned.
    private var found: UInt64

    /// - Precondition: seven bytes behind `end` can be looked at.
    @inline(__always)
    init(_ bytes: UnsafeRawPointer, from start: Int, to end: Int, separator: UInt8) {
        self.bytes = bytes
        self.end = end
        separators = UInt64(separator) &* 0x0101_0101_0101_0101
        word = start
        found = 0
        found = marks(at: start)
    }

    /// The place of the next mark, `end` when there is none.
    @inline(__always)
    mutating func next() -> Int {
        while found == 0 {
            word += 8
            if word >= end { return end }
            found = marks(at: word)
        }
        let place = word + found.trailingZeroBitCount >> 3
        found &= found &- 1
        return min(place, end)
    }

    /// The place of the next separator or line break, `end` when there is none.
    @inline(__always)
    mutating func nextButQuotes() -> Int {
        var place = next()
        while place < end, bytes[place] == Byte.quote { place = next() }
        return place
    }

    @inline(__always)
    private func marks(at place: Int) -> UInt64 {
        let text = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        let none =
            Self.nonZero(text ^ separators) & Self.nonZero(text ^ 0x2222_2222_2222_2222)
            & Self.nonZero(text ^ 0x0A0A_0A0A_0A0A_0A0A) & Self.nonZero(text ^ 0x0D0D_0D0D_0D0D_0D0D)
        return ~none & 0x8080_8080_8080_8080
    }

    /// The highest bit of each byte that is not zero; exact, unlike the shorter ways of asking.
    @inline(__always)
    private static func nonZero(_ word: UInt64) -> UInt64 {
        ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | word
    }
}
