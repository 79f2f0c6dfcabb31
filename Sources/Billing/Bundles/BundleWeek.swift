/// A week of the calendar as ISO 8601 counts them: from Monday to Sunday, the first being that of January 4.
public struct BundleWeek: Hashable, Comparable, Sendable {
    public let year: Int
    /// 1 to 52, in some years 53.
    public let number: Int

    /// The week, nil when the year has none such.
    public init?(year: Int, number: Int) {
        guard (1...9998).contains(year), (1...53).contains(number) else { return nil }
        self.year = year
        self.number = number
        // A week belongs to the year of its Thursday.
        guard first.adding(days: 3).civil.year == year else { return nil }
    }

    /// `2026-W41`; nil for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "W"),
            let year = Self.digits(bytes[..<4]), let number = Self.digits(bytes[6...])
        else { return nil }
        self.init(year: year, number: number)
    }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
        bytes.reduce(0 as Int?) { number, byte in
            (0x30...0x39).contains(byte) ? number.map { $0 * 10 + Int(byte - 0x30) } : nil
        }
    }

    /// Its Monday.
    public var first: Day {
        let fourth = Day(year: year, month: 1, day: 4)!
        // 1970-01-01 was a Thursday.
        let weekday = ((Int(fourth.number) + 3) % 7 + 7) % 7
        return fourth.adding(days: (number - 1) * 7 - weekday)
    }

    /// Its Sunday.
    public var last: Day { first.adding(days: 6) }

    public static func < (a: BundleWeek, b: BundleWeek) -> Bool { (a.year, a.number) < (b.year, b.number) }
}

extension BundleWeek: CustomStringConvertible {
    /// `2026-W41`
    public var description: String { "\(year.padded(to: 4))-W\(number.padded(to: 2))" }
}
