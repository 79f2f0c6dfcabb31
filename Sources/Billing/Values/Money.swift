/// An amount of money in whole cents. Never a fraction, never a floating-point number (spec: Numbers).
public struct Money: Hashable, Comparable, Sendable, AdditiveArithmetic {
    /// Whole cents; negative for money to recover.
    public var cents: Int

    public init(cents: Int) { self.cents = cents }

    public static let zero = Money(cents: 0)
    /// The largest amount that an invoice may state: 9,999,999.99.
    public static let largest = Money(cents: 999_999_999)

    public static func + (a: Money, b: Money) -> Money { Money(cents: a.cents + b.cents) }
    public static func - (a: Money, b: Money) -> Money { Money(cents: a.cents - b.cents) }
    public static prefix func - (a: Money) -> Money { Money(cents: -a.cents) }
    public static func < (a: Money, b: Money) -> Bool { a.cents < b.cents }
}

extension Money: CustomStringConvertible {
    /// `105.95`, as in the files that machines read: no sign of currency, no thousands separator.
    public var description: String { hundredths(cents) }

    /// `$1,070.60`, as in the sentences that people read.
    public var dollars: String { decimal(cents, sign: 0x24, groups: true) }
}

/// A count of hundredths as a decimal with two places: `-1.05` for -105.
func hundredths(_ value: Int) -> String { decimal(value, sign: nil, groups: false) }

/// Hundredths with two places, written from the back: digits are what most sentences and pages are full of.
///
/// - Parameters:
///   - sign: the character before the digits; nil: none.
///   - groups: whether commas stand between thousands.
private func decimal(_ value: Int, sign: UInt8?, groups: Bool) -> String {
    withUnsafeTemporaryAllocation(byteCount: 40, alignment: 1) { text in
        var start = text.count
        func put(_ byte: UInt8) {
            start -= 1
            text[start] = byte
        }
        var rest = value.magnitude
        var places = 0
        repeat {
            if groups, places > 2, (places - 2) % 3 == 0 { put(0x2C) }
            if places == 2 { put(0x2E) }
            put(0x30 + UInt8(rest % 10))
            rest /= 10
            places += 1
        } while rest > 0 || places < 3
        if let sign { put(sign) }
        if value < 0 { put(0x2D) }
        return String(decoding: text[start...], as: UTF8.self)
    }
}
