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
    private let key: Key

    public init() { self.init(key: .ofProcess) }

    /// - Parameter slots: how large the table is at first, a power of two.
    init(key: Key = .ofProcess, slots: Int = 1024) {
        self.key = key
        table = [UInt32](repeating: 0, count: slots)
    }

    /// How many texts there are, the empty one among them.
    public var count: Int { ends.count }

    /// The symbol of `text`, a new one if the text is not yet known.
    public mutating func intern(_ text: UnsafeRawBufferPointer) -> Symbol {
        if text.isEmpty { return .none }
        var slot = key.hash(text) & (table.count - 1)
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
        var slot = key.hash(text) & (table.count - 1)
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

    @inline(__always)
    private func isText(of symbol: Symbol, _ text: UnsafeRawBufferPointer) -> Bool {
        // Empty texts are in no slot.
        let index = Int(symbol.index)
        let start = ends[index - 1]
        guard ends[index] - start == text.count, let other = text.baseAddress else { return false }
        return bytes.withUnsafeBytes { ($0.baseAddress! + start).holdsSame(other, count: text.count) }
    }

    private mutating func grow() {
        var larger = [UInt32](repeating: 0, count: table.count * 4)
        for index in 1..<ends.count {
            let symbol = Symbol(index: UInt32(index))
            var slot = withBytes(of: symbol) { key.hash($0) } & (larger.count - 1)
            while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
            larger[slot] = symbol.index
        }
        table = larger
    }
}

extension Symbols {
    /// What slots are chosen by: a secret of the process, so that nobody who writes a file can choose texts that fall
    /// on one slot. Nothing but the time of looking up depends on it.
    struct Key: Sendable {
        let start: UInt64
        let factor: UInt64

        /// Drawn from the seed that the process's sets and dictionaries have.
        static let ofProcess = Key(start: drawn(0), factor: drawn(1) | 1)

        private static func drawn(_ number: Int) -> UInt64 {
            var hasher = Hasher()
            hasher.combine(number)
            return UInt64(bitPattern: Int64(hasher.finalize()))
        }

        /// Folds the product of each eight bytes and the secret; the last eight may overlap those before.
        @inline(__always)
        func hash(_ text: UnsafeRawBufferPointer) -> Int {
            let count = text.count
            var hash = start ^ UInt64(truncatingIfNeeded: count)
            if count >= 8 {
                var place = 0
                while place < count - 8 {
                    hash = fold(hash ^ text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                    place += 8
                }
                hash = fold(hash ^ text.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
            } else if count >= 4 {
                let first = text.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
                let last = text.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
                hash = fold(hash ^ (UInt64(first) | UInt64(last) << 32))
            } else if count > 0 {
                hash = fold(
                    hash ^ (UInt64(text[0]) | UInt64(text[count / 2]) << 8 | UInt64(text[count - 1]) << 16))
            }
            return Int(truncatingIfNeeded: fold(hash) & 0x7fff_ffff_ffff_ffff)
        }

        @inline(__always)
        private func fold(_ word: UInt64) -> UInt64 {
            let product = word.multipliedFullWidth(by: factor)
            return product.high ^ product.low
        }
    }
}
