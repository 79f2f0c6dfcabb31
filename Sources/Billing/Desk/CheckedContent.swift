/// What an invoice of one check says, in two words: enough to hold it against the others of the same check, and a
/// fiftieth of the work of a hash that must hold for years.
struct CheckedContent: ContentDigest, Hashable {
    private var low: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var high: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    mutating func add(_ number: Int) { mix(UInt64(bitPattern: Int64(number))) }
    mutating func add(_ text: Symbol) { mix(UInt64(text.index) | 1 << 63) }

    private mutating func mix(_ word: UInt64) {
        low = (low ^ word) &* 0xBF58_476D_1CE4_E5B9
        low ^= low >> 29
        high = (high &+ word) &* 0x94D0_49BB_1331_11EB
        high ^= high >> 32
    }

    var hash: ContentHash { ContentHash(low, high) }
}
