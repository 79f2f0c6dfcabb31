/// Texts that every format writes alike: ids, numbers, free text.
enum PlainText {
    /// The most characters of an id, an invoice number, and an activity or a description.
    static let longestID = 40
    static let longestInvoiceNumber = 30
    static let longestFreeText = 2000

    /// 1 to 40 characters, none of them a control character.
    static func isID(_ text: UnsafeRawBufferPointer) -> Bool {
        if text.isEmpty || isLonger(text, than: longestID) { return false }
        if isPrintableASCII(text) { return true }
        for (index, byte) in text.enumerated() {
            if byte < 0x20 || byte == 0x7F { return false }
            // U+0080 to U+009F: in UTF-8 a lead of 0xC2 and a byte below 0xA0.
            if byte == 0xC2, index + 1 < text.count, text[index + 1] < 0xA0 { return false }
        }
        return true
    }

    /// Whether all bytes are from 0x20 to 0x7E, looked at eight at a time; false, too, for less than four.
    @inline(__always)
    static func isPrintableASCII(_ text: UnsafeRawBufferPointer) -> Bool {
        let count = text.count
        if count < 4 { return false }
        if count < 8 {
            let first = text.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
            let last = text.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
            return isPrintableASCII(UInt64(first) | UInt64(last) << 32)
        }
        var place = 0
        while place < count - 8 {
            if !isPrintableASCII(text.loadUnaligned(fromByteOffset: place, as: UInt64.self)) { return false }
            place += 8
        }
        // The last eight may overlap those before.
        return isPrintableASCII(text.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    }

    /// False for no eight bytes but some that have a byte outside.
    @inline(__always)
    private static func isPrintableASCII(_ bytes: UInt64) -> Bool {
        let aboveASCII = bytes | (bytes &+ 0x0101_0101_0101_0101)
        let belowSpace = (bytes &- 0x2020_2020_2020_2020) & ~bytes
        return (aboveASCII | belowSpace) & 0x8080_8080_8080_8080 == 0
    }

    /// 1 to 30 characters of printable ASCII.
    static func isInvoiceNumber(_ text: UnsafeRawBufferPointer) -> Bool {
        (1...longestInvoiceNumber).contains(text.count) && text.allSatisfy { (0x20...0x7E).contains($0) }
    }

    /// A whole number from 1.
    static func lineNumber(_ text: UnsafeRawBufferPointer) -> Int32? {
        var rest = TextCursor(text)
        guard let number = rest.number(digits: 1...Int.max), rest.isAtEnd, number > 0 else { return nil }
        return Int32(exactly: number)
    }

    /// Whether the text has more than `limit` characters.
    @inline(__always)
    static func isLonger(_ text: UnsafeRawBufferPointer, than limit: Int) -> Bool {
        // Each character has one byte that is no continuation.
        text.count > limit && text.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } > limit
    }
}
