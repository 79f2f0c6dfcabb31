/// What of a cell counts: spaces, tabs, line breaks and no-break spaces at either end do not.
enum CellText {
    /// The range without spaces, tabs, line breaks and no-break spaces at its ends.
    @inline(__always)
    static func trimmed(_ start: Int, _ stop: Int, in bytes: UnsafeRawPointer) -> Range<Int> {
        var start = start
        var stop = stop
        // Nearly all cells begin and end with a sign of ASCII.
        if start < stop, Self.isSign(bytes[start]), Self.isSign(bytes[stop - 1]) { return start..<stop }
        while start < stop {
            let byte = bytes[start]
            if byte == Byte.space || byte == Byte.tab || byte == Byte.lineFeed || byte == Byte.carriageReturn {
                start += 1
            } else if byte == 0xC2, start + 1 < stop, bytes[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while start < stop {
            let byte = bytes[stop - 1]
            if byte == Byte.space || byte == Byte.tab || byte == Byte.lineFeed || byte == Byte.carriageReturn {
                stop -= 1
            } else if byte == 0xA0, stop - 2 >= start, bytes[stop - 2] == 0xC2 {
                stop -= 2
            } else {
                break
            }
        }
        return start..<stop
    }

    @inline(__always)
    private static func isSign(_ byte: UInt8) -> Bool { byte &- 0x21 < 0x5E }

    /// The text without them.
    static func trimmed(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        guard let bytes = text.baseAddress else { return text }
        return UnsafeRawBufferPointer(rebasing: text[trimmed(0, text.count, in: bytes)])
    }
}
