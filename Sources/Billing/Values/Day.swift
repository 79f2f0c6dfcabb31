/// A civil date without a time zone, in the proleptic Gregorian calendar, from year 1 to year 9999.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public var number: Int32

    public init(number: Int32) { self.number = number }

    /// The day of that date, or nil when the calendar has no such day (February 30, month 13, year 0).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Month(year: year, month: month).length
        else { return nil }
        // Days since 0000-03-01, counted in years that begin in March, so that the leap day comes last.
        let y = month > 2 ? year : year - 1
        let m = month > 2 ? month - 3 : month + 9
        let days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1
        number = Int32(days - 719_468)
    }

    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

    /// The first and the last day that an input can state; they stand for "always" and "no end".
    public static let first = Day(year: 1, month: 1, day: 1)!
    public static let last = Day(year: 9999, month: 12, day: 31)!

    /// This day, `days` later (earlier when negative).
    public func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

    /// How many days after `earlier` this day is.
    public func days(since earlier: Day) -> Int { Int(number) - Int(earlier.number) }

    /// Year, month (1 to 12) and day of the month.
    public var civil: (year: Int, month: Int, day: Int) {
        let z = Int(number) + 719_468
        let era = z / 146_097
        let dayOfEra = z % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let m = (5 * dayOfYear + 2) / 153
        let month = m < 10 ? m + 3 : m - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1)
    }

    /// The calendar month that the day lies in.
    public var month: Month {
        let date = civil
        return Month(year: date.year, month: date.month)
    }

    /// The eighteenth birthday of a person born on this day; for February 29 it is March 1 in other years
    /// (spec: How the policy is read, 9).
    public var eighteenthBirthday: Day {
        let born = civil
        return Day(year: born.year + 18, month: born.month, day: born.day)
            ?? Day(year: min(born.year + 18, 9999), month: 3, day: 1)!
    }
}

extension Day: CustomStringConvertible {
    /// `2026-09-03`.
    public var description: String {
        let date = civil
        return "\(date.year.padded(to: 4))-\(date.month.padded(to: 2))-\(date.day.padded(to: 2))"
    }
}

extension Int {
    /// The number in decimal, with zeros in front up to `width` digits.
    func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
