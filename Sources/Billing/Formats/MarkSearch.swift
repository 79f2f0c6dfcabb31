import CMarks

/// Finds the bytes that structure a row (separator, quote, line feed, carriage return), 64 bytes at a time.
struct MarkSearch {
    /// How many bytes behind the end are looked at.
    static let reach = 64

    private let bytes: UnsafeRawPointer
    private let end: Int
    private let separator: UInt8
    private var window: Int
    /// A bit for each byte of the window that is a mark not yet returned, the lowest for the first.
    private var found: UInt64

    /// - Precondition: `reach` bytes behind `end` can be looked at.
    @inline(__always)
    init(_ bytes: UnsafeRawPointer, from start: Int, to end: Int, separator: UInt8) {
        self.bytes = bytes
        self.end = end
        self.separator = separator
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
    private func marks(at place: Int) -> UInt64 { marks_among_64(bytes + place, separator) }
}
