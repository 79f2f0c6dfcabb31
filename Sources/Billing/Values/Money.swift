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
    public var dollars: String {
        let whole = String(abs(cents) / 100)
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
            grouped.append(digit)
        }
        let rest = abs(cents) % 100
        return "\(cents < 0 ? "-" : "")$\(grouped).\(rest < 10 ? "0" : "")\(rest)"
    }
}

/// A count of hundredths as a decimal with two places: `-1.05` for -105.
func hundredths(_ value: Int) -> String {
    let rest = value.magnitude % 100
    return "\(value < 0 ? "-" : "")\(value.magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
}
