/// A piece of HTML in the making. What stands in the source as a literal goes in as it is; whatever is interpolated is
/// escaped, so that no text of an input can become markup, in an element or in a quoted attribute.
///
/// ```
/// page += "<td class=\"id\">\(child)</td>"
/// ```
struct Markup: ExpressibleByStringInterpolation {
    private(set) var bytes: [UInt8]

    init(stringLiteral text: StaticString) {
        bytes = []
        append(text)
    }

    init(stringInterpolation pieces: Pieces) { bytes = pieces.bytes }

    /// The text of a stylesheet or a script of the program's own.
    init(_ text: StaticString) {
        bytes = []
        append(text)
    }

    static func += (markup: inout Markup, more: Markup) { markup.bytes.append(contentsOf: more.bytes) }

    /// Hands over what was written so far and starts with an empty piece.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// What an interpolated literal is put together from.
    struct Pieces: StringInterpolationProtocol {
        fileprivate(set) var bytes: [UInt8] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        mutating func appendLiteral(_ text: StaticString) {
            text.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        /// A text, escaped.
        mutating func appendInterpolation(_ text: String) {
            var text = text
            text.withUTF8 { Escape.append(UnsafeRawBufferPointer($0), to: &bytes) }
        }

        /// A text of an input, escaped.
        mutating func appendInterpolation(_ symbol: Symbol, _ symbols: borrowing Symbols) {
            symbols.withBytes(of: symbol) { Escape.append($0, to: &bytes) }
        }

        mutating func appendInterpolation(_ number: Int) { bytes.append(contentsOf: number.description.utf8) }

        mutating func appendInterpolation(_ day: Day) {
            withUnsafeTemporaryAllocation(byteCount: Day.textLength, alignment: 1) { text in
                day.write(to: text.baseAddress!)
                bytes.append(contentsOf: text)
            }
        }

        mutating func appendInterpolation(_ hours: Hours) { bytes.append(contentsOf: hours.description.utf8) }
        /// `$1,070.60`
        mutating func appendInterpolation(_ amount: Money) { bytes.append(contentsOf: amount.dollars.utf8) }
        mutating func appendInterpolation(_ markup: Markup) { bytes.append(contentsOf: markup.bytes) }
    }
}

/// How text of an input becomes text of a page.
enum Escape {
    /// Markup's own characters become entities. Control characters, and those that would reorder the text around them,
    /// are shown as U+FFFD: a page must not be able to say something else than its bytes.
    static func append(_ text: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
        var index = 0
        /// Where what stands as it is began.
        var start = 0
        while index < text.count {
            guard let (written, length) = replacement(of: text, at: index) else {
                index += 1
                continue
            }
            bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start..<index]))
            bytes.append(contentsOf: UnsafeBufferPointer(start: written.utf8Start, count: written.utf8CodeUnitCount))
            index += length
            start = index
        }
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start...]))
    }

    /// What is written for what stands at a place, and how many bytes that is; nil where it stands as it is.
    private static func replacement(
        of text: UnsafeRawBufferPointer, at index: Int
    ) -> (written: StaticString, length: Int)? {
        switch text[index] {
        case 0x26: ("&amp;", 1)
        case 0x3C: ("&lt;", 1)
        case 0x3E: ("&gt;", 1)
        case 0x22: ("&quot;", 1)
        case 0x27: ("&#39;", 1)
        case 0x09, 0x0A, 0x0D: (" ", 1)
        case 0x00..<0x20, 0x7F: ("\u{FFFD}", 1)
        case 0xE2 where reorders(text, at: index): ("\u{FFFD}", 3)
        default: nil
        }
    }

    /// U+202A to U+202E and U+2066 to U+2069: embeddings, overrides and isolates of writing direction.
    private static func reorders(_ text: UnsafeRawBufferPointer, at index: Int) -> Bool {
        guard index + 2 < text.count else { return false }
        switch text[index + 1] {
        case 0x80: return (0xAA...0xAE).contains(text[index + 2])
        case 0x81: return (0xA6...0xA9).contains(text[index + 2])
        default: return false
        }
    }
}

extension ReportFile {
    /// Writes what was put together of a page, once that is enough to be worth a call.
    func drain(_ page: inout Markup, atLeast count: Int = 1 << 18) throws(Disk.Fault) {
        if page.bytes.count >= count { try write(page.take()) }
    }
}
