/// Writes rows of CSV: RFC 4180, UTF-8, LF, a cell quoted only where it must be.
struct CSVWriter {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true
    /// Whether a cell of text that a spreadsheet would run gets an apostrophe in front.
    private let isGuarded: Bool

    /// - Parameter isGuarded: true for the files that people open in a spreadsheet.
    init(columns: String, isGuarded: Bool = false) {
        self.isGuarded = isGuarded
        bytes.append(contentsOf: columns.utf8)
        bytes.append(0x0A)
    }

    /// A cell that holds nothing from an input but digits and words of the program's own.
    mutating func plain(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    mutating func plain(_ value: some CustomStringConvertible) { plain(value.description) }

    /// A cell with a text from an input.
    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { self.text(UnsafeRawBufferPointer($0)) }
    }

    mutating func text(_ symbol: Symbol, _ symbols: borrowing Symbols) {
        symbols.withBytes(of: symbol) { text($0) }
    }

    /// A cell with a text from an input, as UTF-8.
    mutating func text(_ text: UnsafeRawBufferPointer) {
        separate()
        let needsGuard = isGuarded && text.first.map(Self.startsFormula) == true
        guard text.contains(where: Self.needsQuotes) else {
            if needsGuard { bytes.append(0x27) }
            bytes.append(contentsOf: text)
            return
        }
        bytes.append(0x22)
        if needsGuard { bytes.append(0x27) }
        for byte in text {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    mutating func empty() { separate() }

    /// So many empty cells.
    mutating func empty(_ count: Int) {
        for _ in 0..<count { separate() }
    }

    mutating func endRow() {
        bytes.append(0x0A)
        isFirst = true
    }

    /// Hands over what was written so far and starts with an empty buffer.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func separate() {
        if !isFirst { bytes.append(0x2C) }
        isFirst = false
    }

    /// Comma, quote, line feed, carriage return.
    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D
    }

    /// `=`, `+`, `-`, `@`, tab, carriage return.
    static func startsFormula(_ byte: UInt8) -> Bool {
        byte == 0x3D || byte == 0x2B || byte == 0x2D || byte == 0x40 || byte == 0x09 || byte == 0x0D
    }
}
