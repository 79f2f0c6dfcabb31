/// Writes rows of CSV: RFC 4180, UTF-8, LF, a cell quoted only where it must be. Cells go from numbers and symbols
/// straight to bytes.
struct CSVWriter: ~Copyable {
    private var output: OutputBytes
    private var isFirst = true
    /// Whether a cell of text that a spreadsheet would run gets an apostrophe in front.
    private let isGuarded: Bool

    /// - Parameter isGuarded: true for the files that people open in a spreadsheet.
    init(columns: String, isGuarded: Bool = false) {
        self.isGuarded = isGuarded
        output = OutputBytes()
        output.append(columns)
        output.append(0x0A)
    }

    /// How many bytes wait to be taken.
    var count: Int { output.count }

    /// A cell that holds nothing from an input but digits and words of the program's own.
    mutating func plain(_ text: String) {
        separate()
        output.append(text)
    }

    mutating func plain(_ value: some CustomStringConvertible) { plain(value.description) }

    mutating func plain(_ number: Int) {
        separate()
        output.append(decimal: number)
    }

    mutating func plain(_ number: Int32) { plain(Int(number)) }

    mutating func plain(_ amount: Money) {
        separate()
        output.append(hundredths: amount.cents)
    }

    mutating func plain(_ hours: Hours) {
        separate()
        output.append(hundredths: hours.hundredths)
    }

    mutating func plain(_ rate: Rate) {
        separate()
        output.append(hundredths: rate.cents)
    }

    mutating func plain(_ day: Day) {
        separate()
        output.append(day)
    }

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
        if !text.contains(where: Self.needsQuotes) {
            if needsGuard { output.append(0x27) }
            output.append(text)
            return
        }
        output.append(0x22)
        if needsGuard { output.append(0x27) }
        for byte in text {
            if byte == 0x22 { output.append(0x22) }
            output.append(byte)
        }
        output.append(0x22)
    }

    mutating func empty() { separate() }

    /// So many empty cells.
    mutating func empty(_ count: Int) {
        for _ in 0..<count { separate() }
    }

    mutating func endRow() {
        output.append(0x0A)
        isFirst = true
    }

    /// Hands over what was written so far and starts with an empty buffer. The bytes are valid within `body`.
    mutating func take<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        defer { output.removeAll() }
        return try body(output.bytes)
    }

    @inline(__always)
    private mutating func separate() {
        if !isFirst { output.append(0x2C) }
        isFirst = false
    }

    /// Comma, quote, line feed, carriage return.
    @inline(__always)
    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte <= 0x2C && (byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D)
    }

    /// `=`, `+`, `-`, `@`, tab, carriage return.
    static func startsFormula(_ byte: UInt8) -> Bool {
        byte == 0x3D || byte == 0x2B || byte == 0x2D || byte == 0x40 || byte == 0x09 || byte == 0x0D
    }
}
