/// A calendar month.
public struct Month: Hashable, Comparable, Sendable {
    /// Months since January of year 0.
    public var number: Int32

    public init(number: Int32) { self.number = number }

    /// - Precondition: month is 1 to 12.
    public init(year: Int, month: Int) { number = Int32(year * 12 + month - 1) }

    public static func < (a: Month, b: Month) -> Bool { a.number < b.number }

    public var year: Int { Int(number) / 12 }
    /// 1 to 12.
    public var month: Int { Int(number) % 12 + 1 }

    /// This month, `months` later (earlier when negative).
    public func adding(months: Int) -> Month { Month(number: number + Int32(months)) }

    /// How many days the month has.
    public var length: Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether the day lies in the month.
    public func contains(_ day: Day) -> Bool { (0..<length).contains(day.days(since: firstDay)) }

    public var firstDay: Day { Day(year: year, month: month, day: 1)! }
    public var lastDay: Day { Day(year: year, month: month, day: length)! }
}

extension Month: CustomStringConvertible {
    /// `2026-09`.
    public var description: String { "\(year.padded(to: 4))-\(month.padded(to: 2))" }
}
