/// A number that stands for the key of a row. It comes from a secret of the process, so that nobody can choose keys
/// that share one.
struct RowKey: Hashable {
    private var value: UInt64

    init(_ text: UnsafeRawBufferPointer) {
        value = UInt64(UInt(bitPattern: Symbols.Key.ofProcess.hash(text)))
    }

    init(_ number: Int) { self = withUnsafeBytes(of: number) { RowKey($0) } }

    /// The same as that of the day's text.
    init(_ day: Day) {
        self = withUnsafeTemporaryAllocation(byteCount: Day.textLength, alignment: 1) { text in
            day.write(to: text.baseAddress!)
            return RowKey(UnsafeRawBufferPointer(text))
        }
    }

    /// That of one column.
    init(_ row: Statement, _ column: Int32) {
        self = row.isInteger(column) ? RowKey(row.int(column)) : row.withText(column) { RowKey($0) }
    }

    /// That of a key which has another value behind this one.
    func and(_ other: RowKey) -> RowKey {
        var both = self
        both.value = Self.mixed(value &* 0x9E37_79B9_7F4A_7C15 ^ other.value)
        return both
    }

    /// What a row with one count adds to the sum over its table.
    func weight(_ count: Int) -> UInt64 { Self.mixed(value) &* UInt64(bitPattern: Int64(count)) }

    /// What a row with three counts adds.
    func weight(_ first: Int, _ second: Int, _ third: Int) -> UInt64 {
        weight(first) &+ and(RowKey(value: 1)).weight(second) &+ and(RowKey(value: 2)).weight(third)
    }

    private init(value: UInt64) { self.value = value }

    private static func mixed(_ word: UInt64) -> UInt64 {
        var mixed = (word ^ word >> 32) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 29) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 32
    }
}
