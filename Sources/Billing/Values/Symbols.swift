/// A text of an input (an id, an activity) as a number: equal texts of one night have equal symbols.
public struct Symbol: Hashable, Sendable {
    /// The text's place in its `Symbols`.
    public var index: UInt32

    public init(index: UInt32) { self.index = index }

    /// The empty text; every table has it first.
    public static let none = Symbol(index: 0)

    public var isEmpty: Bool { index == 0 }
}

/// The texts of a night, each kept once: ids and words are compared and hashed as numbers from then on.
///
/// Texts are bytes in UTF-8. They lie in one buffer; the table over it is open-addressed, so that looking up a known
/// text allocates nothing.
public struct Symbols: Sendable {
    private var bytes: [UInt8] = []
    /// Where text `i` ends in `bytes`; it begins where text `i - 1` ends.
    private var ends: [Int] = [0]
    private var table: [UInt32]

    public init() {
        table = [UInt32](repeating: 0, count: 1024)
    }

    /// How many texts there are, the empty one among them.
    public var count: Int { ends.count }

    /// The symbol of `text`, a new one if the text is not yet known.
    public mutating func intern(_ text: UnsafeRawBufferPointer) -> Symbol {
        if text.isEmpty { return .none }
        var slot = Self.hash(text) & (table.count - 1)
        while table[slot] != 0 {
            let symbol = Symbol(index: table[slot])
            if isText(of: symbol, text) { return symbol }
            slot = (slot + 1) & (table.count - 1)
        }
        let symbol = Symbol(index: UInt32(ends.count))
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        table[slot] = symbol.index
        if ends.count * 2 > table.count { grow() }
        return symbol
    }

    /// The symbol of `text`, a new one if the text is not yet known.
    public mutating func intern(_ text: String) -> Symbol {
        var text = text
        return text.withUTF8 { intern(UnsafeRawBufferPointer($0)) }
    }

    /// The symbol of `text` if it is known.
    public func find(_ text: UnsafeRawBufferPointer) -> Symbol? {
        if text.isEmpty { return Symbol.none }
        var slot = Self.hash(text) & (table.count - 1)
        while table[slot] != 0 {
            let symbol = Symbol(index: table[slot])
            if isText(of: symbol, text) { return symbol }
            slot = (slot + 1) & (table.count - 1)
        }
        return nil
    }

    /// The symbol of `text` if it is known.
    public func find(_ text: String) -> Symbol? {
        var text = text
        return text.withUTF8 { find(UnsafeRawBufferPointer($0)) }
    }

    /// Calls `body` with the bytes of a symbol's text.
    public func withBytes<R>(of symbol: Symbol, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        let range = self.range(of: symbol)
        return try bytes.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    /// A symbol's text.
    public subscript(symbol: Symbol) -> String {
        withBytes(of: symbol) { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether a's text comes before b's, compared by bytes (spec: Numbers).
    public func isBefore(_ a: Symbol, _ b: Symbol) -> Bool {
        if a == b { return false }
        let left = range(of: a)
        let right = range(of: b)
        return bytes[left].lexicographicallyPrecedes(bytes[right])
    }

    private func range(of symbol: Symbol) -> Range<Int> {
        let index = Int(symbol.index)
        return (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    private func isText(of symbol: Symbol, _ text: UnsafeRawBufferPointer) -> Bool {
        let range = self.range(of: symbol)
        guard range.count == text.count else { return false }
        return bytes.withUnsafeBytes { $0[range].elementsEqual(text) }
    }

    private mutating func grow() {
        var larger = [UInt32](repeating: 0, count: table.count * 4)
        for index in 1..<ends.count {
            let symbol = Symbol(index: UInt32(index))
            var slot = withBytes(of: symbol) { Self.hash($0) } & (larger.count - 1)
            while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
            larger[slot] = symbol.index
        }
        table = larger
    }

    /// FNV-1a with a final mix: short keys, no seed, the same on every run.
    private static func hash(_ text: UnsafeRawBufferPointer) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        hash ^= hash >> 32
        return Int(truncatingIfNeeded: hash & 0x7fff_ffff_ffff_ffff)
    }
}
