/// A hash of small letters that can be had letter by letter, and without one of them at no cost: how words and their
/// misspellings are found. No seed: the same on every run.
enum ActivityHash {
    /// An odd number, so that it has an inverse.
    static let factor: UInt64 = 0x9e37_79b9_7f4a_7c15
    static let inverse: UInt64 = {
        var inverse = factor
        for _ in 0..<6 { inverse = inverse &* (2 &- factor &* inverse) }
        return inverse
    }()

    @inline(__always)
    static func adding(_ letter: UInt8, to hash: UInt64) -> UInt64 { hash &* factor &+ UInt64(letter) }

    static func of(_ word: some Sequence<UInt8>) -> UInt64 { word.reduce(0) { adding($1, to: $0) } }

    /// Spreads a hash over a table whose size is a power of two.
    @inline(__always)
    static func slot(_ hash: UInt64, mask: Int) -> Int {
        let mixed = (hash ^ hash >> 29) &* 0xbf58_476d_1ce4_e5b9
        return Int(truncatingIfNeeded: mixed >> 32) & mask
    }
}

/// Numbers by hash, in one open-addressed table: looking one up allocates nothing. Zero is no value.
struct ActivityTable: Sendable {
    private var keys: [UInt64]
    private var values: [UInt16]
    private let mask: Int

    init(_ pairs: [(key: UInt64, value: UInt16)]) {
        var size = 16
        while size < pairs.count * 3 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        values = [UInt16](repeating: 0, count: size)
        mask = size - 1
        for (key, value) in pairs {
            var slot = ActivityHash.slot(key, mask: mask)
            while values[slot] != 0 { slot = (slot + 1) & mask }
            keys[slot] = key
            values[slot] = value
        }
    }

    /// The value of `key`, 0 when there is none.
    @inline(__always)
    subscript(key: UInt64) -> UInt16 {
        var slot = ActivityHash.slot(key, mask: mask)
        while values[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        return 0
    }

    /// Calls `body` with every value of `key`; a key may have several.
    @inline(__always)
    func forEach(_ key: UInt64, _ body: (UInt16) -> Void) {
        var slot = ActivityHash.slot(key, mask: mask)
        while values[slot] != 0 {
            if keys[slot] == key { body(values[slot]) }
            slot = (slot + 1) & mask
        }
    }
}
