/// A number that stands for the key of a row. It comes from a secret of the process, so that nobody can choose keys
/// that share one.
struct RowKey: Hashable {
    private var value: UInt64

    /// That of no value.
    static var none: RowKey { RowKey(0) }

    init(_ text: UnsafeRawBufferPointer, _ secret: Symbols.Key) {
        value = UInt64(UInt(bitPattern: secret.hash(text)))
    }

    init(_ number: Int, _ secret: Symbols.Key) { self = withUnsafeBytes(of: number) { RowKey($0, secret) } }

    /// The same as that of the day's text.
    init(_ day: Day, _ secret: Symbols.Key) {
        self = withUnsafeTemporaryAllocation(byteCount: Day.textLength, alignment: 1) { text in
            day.write(to: text.baseAddress!)
            return RowKey(UnsafeRawBufferPointer(text), secret)
        }
    }

    /// That of a key which has another value behind this one.
    func and(_ other: RowKey) -> RowKey {
        var both = self
        both.value = Self.mixed(value &* 0x9E37_79B9_7F4A_7C15 ^ other.value)
        return both
    }

    /// What a row with one count adds to the sum over its table. The sum has room for the whole product: of a count
    /// that ends in many zeros the lower half alone would hardly hang on the key.
    func weight(_ count: Int) -> Int128 { Int128(Int64(bitPattern: Self.mixed(value))) &* Int128(count) }

    /// What a row with three counts adds.
    func weight(_ first: Int, _ second: Int, _ third: Int) -> Int128 {
        weight(first) &+ RowKey(value ^ 0x5851_F42D_4C95_7F2D).weight(second)
            &+ RowKey(value ^ 0x1405_7B7E_F767_814F).weight(third)
    }

    private init(_ value: UInt64) { self.value = value }

    private static func mixed(_ word: UInt64) -> UInt64 {
        var mixed = (word ^ word >> 32) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 29) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 32
    }
}
