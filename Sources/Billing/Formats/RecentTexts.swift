/// The short texts that were met last, with their symbols: nearly every cell of a line says what one not far above
/// said, and is then known without a look at the table of all texts, most of which is in no cache.
///
/// It belongs to one table of symbols. Texts that fall on each other's place cost a look at that table, no more.
struct RecentTexts {
    /// All bytes of a text of at most `longest`, two words from either end of it.
    private struct Known {
        var start: SIMD2<UInt64> = .zero
        var end: SIMD2<UInt64> = .zero
        var count = 0
        var symbol = Symbol.none
    }

    private static let longest = 32
    /// As the highest bits of a product.
    private static let placeBits = 9

    private var known = [Known](repeating: Known(), count: 1 << placeBits)

    /// The symbol of `text` in `symbols`, a new one if the text is not yet known.
    @inline(__always)
    mutating func symbol(of text: UnsafeRawBufferPointer, in symbols: inout Symbols) -> Symbol {
        let count = text.count
        guard let bytes = text.baseAddress, count > 0 else { return .none }
        if count > Self.longest { return symbols.intern(text) }
        let start: SIMD2<UInt64>
        var end = SIMD2<UInt64>.zero
        if count >= 16 {
            start = bytes.loadUnaligned(as: SIMD2<UInt64>.self)
            end = bytes.loadUnaligned(fromByteOffset: count - 16, as: SIMD2<UInt64>.self)
        } else {
            start = Self.words(bytes, count)
        }
        let sum = start &+ (end &<< 1)
        let product = (sum[0] ^ (sum[1] &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
        let place = Int(truncatingIfNeeded: product &>> UInt64(64 - Self.placeBits))
        let found = known[place]
        if found.count == count, found.start == start, found.end == end { return found.symbol }
        let symbol = symbols.intern(text)
        known[place] = Known(start: start, end: end, count: count, symbol: symbol)
        return symbol
    }

    /// All bytes of a text of fewer than sixteen.
    @inline(__always)
    private static func words(_ bytes: UnsafeRawPointer, _ count: Int) -> SIMD2<UInt64> {
        if count >= 8 {
            return SIMD2(
                bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
        }
        if count >= 4 {
            return SIMD2(
                UInt64(bytes.loadUnaligned(as: UInt32.self)),
                UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)))
        }
        return SIMD2(UInt64(bytes[0]) | UInt64(bytes[count / 2]) << 8, UInt64(bytes[count - 1]))
    }
}
