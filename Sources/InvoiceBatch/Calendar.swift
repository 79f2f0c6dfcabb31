import Billing
import Glibc

/// The days of the command line.
enum Calendar {
    /// The day given, or today's in the machine's time zone.
    ///
    /// - Throws: `usage`.
    static func day(_ text: String?) throws(Stop) -> Day {
        if let text {
            guard let day = Day(iso: text) else {
                throw Stop(.usage, "--as-of is \(text); a date is expected, such as 2026-10-01.")
            }
            return day
        }
        var now = Glibc.time(nil)
        var local = tm()
        localtime_r(&now, &local)
        return Day(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))!
    }
}
