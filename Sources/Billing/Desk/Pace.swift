/// How fast hours have been delivered so far, by the service dates of what was paid.
struct Pace: Hashable, Sendable {
    private(set) var first: Day
    private(set) var last: Day
    private(set) var hours: Hours

    /// The pace of one paid line.
    init(_ day: Day, _ hours: Hours) {
        (first, last, self.hours) = (day, day, hours)
    }

    /// Counts one more paid line.
    mutating func add(_ day: Day, _ hours: Hours) {
        first = min(first, day)
        last = max(last, day)
        self.hours += hours
    }

    /// The days from the first to the last of them; a week at least, so that one visit makes no pace of a day.
    private var days: Int { max(7, last.days(since: first) + 1) }

    /// Hours a week, rounded half up to the hundredth.
    var perWeek: Hours { Hours(hundredths: (hours.hundredths * 7 * 2 + days) / (2 * days)) }

    /// The pace as it must be by a later day: where hours should have run out already and have not, it has slowed down,
    /// and is measured up to that day. Work is billed after the month, so that otherwise the last days say nothing.
    func by(_ day: Day, left: Hours) -> Pace {
        guard left > .zero, let week = weekOfRunningOut(left), week.adding(days: 7) <= day else { return self }
        var pace = self
        pace.last = max(last, day)
        return pace
    }

    /// The Monday of the week in which `left` will be used up at this pace; nil when that is beyond the calendar.
    func weekOfRunningOut(_ left: Hours) -> Day? {
        let ahead = (left.hundredths * days + hours.hundredths - 1) / hours.hundredths
        guard ahead < Day.last.days(since: last) else { return nil }
        return last.adding(days: ahead).monday
    }
}

extension Day {
    /// The Monday of the day's week.
    var monday: Day {
        // 1970-01-01 was a Thursday.
        adding(days: -((Int(number) % 7 + 7 + 3) % 7))
    }
}
