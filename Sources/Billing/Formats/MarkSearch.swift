/// Finds the bytes that structure a row (separator, quote, line feed, carriage return), 64 bytes at a time.
struct MarkSearch {
    /// How many bytes behind the end are looked at.
    static let reach = 64

    private let bytes: UnsafeRawPointer
    private let end: Int
    /// The separator in each of the bytes that are compared at once.
    private let separators: SIMD16<UInt8>
    private var window: Int
    /// A bit for each byte of the window that is a mark not yet returned, the lowest for the first.
    private var found: UInt64

    /// - Precondition: `reach` bytes behind `end` can be looked at.
    @inline(__always)
    init(_ bytes: UnsafeRawPointer, from start: Int, to end: Int, separator: UInt8) {
        self.bytes = bytes
        self.end = end
        separators = SIMD16(repeating: separator)
        window = start
        found = 0
        found = marks(at: start)
    }

    /// The place of the next mark, `end` when there is none.
    @inline(__always)
    mutating func next() -> Int {
        while found == 0 {
            window += 64
            if window >= end { return end }
            found = marks(at: window)
        }
        let place = window + found.trailingZeroBitCount
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
        marks(of: place) | marks(of: place + 16) << 16 | marks(of: place + 32) << 32 | marks(of: place + 48) << 48
    }

    /// A bit for each of 16 bytes.
    @inline(__always)
    private func marks(of place: Int) -> UInt64 {
        let text = bytes.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
        let isMark =
            Self.equals(text, separators) .| Self.equals(text, SIMD16(repeating: Byte.quote))
            .| Self.equals(text, SIMD16(repeating: Byte.lineFeed))
            .| Self.equals(text, SIMD16(repeating: Byte.carriageReturn))
        let words = unsafeBitCast(isMark, to: SIMD2<UInt64>.self)
        return Self.bits(words[0]) | Self.bits(words[1]) << 8
    }

    /// A function of its own, so that the compiler finds the comparison that is one instruction.
    @inline(__always)
    private static func equals(_ a: SIMD16<UInt8>, _ b: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> { a .== b }

    /// The lowest bits of eight bytes, gathered in one.
    @inline(__always)
    private static func bits(_ word: UInt64) -> UInt64 {
        ((UInt64(littleEndian: word) & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) >> 56
    }
}
