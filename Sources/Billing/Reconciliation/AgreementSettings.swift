/// What the policy pack sets for the rules on agreements.
struct AgreementSettings: Hashable, Sendable {
    /// How many calendar months are looked at for invoices and reports.
    var lookbackMonths = 3
    /// How many days after a month's or an agreement's end something must be there.
    var graceDays = 10
    /// How many days of notice a termination wants.
    var terminationNoticeDays = 30

    /// The calendar months that are looked at for what was due by the as-of date, the earliest first.
    func dueMonths(asOf: Day) -> [Month] {
        let last = asOf.adding(days: 1 - graceDays).month.adding(months: -1)
        return (0..<lookbackMonths).reversed().map { last.adding(months: -$0) }.filter { $0.year >= 1 }
    }
}
