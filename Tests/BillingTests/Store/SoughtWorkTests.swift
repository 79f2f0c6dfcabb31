import Testing

@testable import Billing

/// Of the paid lines of a child's day only those are looked at that can have anything in common with a line.
@Suite struct SoughtWorkTests {
    private static let day = Day(year: 2026, month: 7, day: 1)!
    private var symbols = Symbols()

    private mutating func line(_ child: String, _ worker: String, _ hours: Int) -> InvoiceLine {
        InvoiceLine(
            invoice: 0, number: 1, child: symbols.intern(child), worker: symbols.intern(worker), family: .none,
            activity: .none, description: .none, serviceText: .none, service: nil, day: Self.day,
            hours: Hours(hundredths: hours), rate: Rate(cents: 1), amount: Money(cents: 1), place: 1, unread: [])
    }

    /// Whether a paid line is looked at beside a held one of P-1: C-1, worker W-1, one hour.
    private mutating func isSought(_ child: String, _ provider: String, _ worker: String, _ hours: Int) -> Bool {
        var sought = SoughtWork()
        sought.add(line("C-1", "W-1", 100), of: symbols.intern("P-1"))
        return sought.includes(
            symbols.intern(child), Self.day, by: symbols.intern(provider), symbols.intern(worker),
            Hours(hundredths: hours))
    }

    @Test mutating func theSameWorkersSameHoursAre() { #expect(isSought("C-1", "P-1", "W-1", 100)) }
    @Test mutating func anotherProvidersWorkIs() { #expect(isSought("C-1", "P-2", "W-9", 25)) }
    @Test mutating func anotherWorkersIsNot() { #expect(!isSought("C-1", "P-1", "W-2", 100)) }
    @Test mutating func otherHoursAreNot() { #expect(!isSought("C-1", "P-1", "W-1", 125)) }
    @Test mutating func anotherChildsIsNot() { #expect(!isSought("C-2", "P-2", "W-1", 100)) }

    /// Where two providers have lines on the day, each line is by another provider than one of them.
    @Test mutating func whereTwoProvidersWorkedEveryLineIs() {
        var sought = SoughtWork()
        sought.add(line("C-1", "W-1", 100), of: symbols.intern("P-1"))
        sought.add(line("C-1", "W-1", 100), of: symbols.intern("P-2"))
        sought.add(line("C-1", "W-1", 100), of: symbols.intern("P-2"))
        let (child, first) = (symbols.intern("C-1"), symbols.intern("P-1"))
        #expect(sought.includes(child, Self.day, by: first, symbols.intern("W-7"), Hours(hundredths: 1)))
        let next = Day(number: Self.day.number + 1)
        #expect(!sought.includes(child, next, by: symbols.intern("P-3"), .none, Hours(hundredths: 1)))
        #expect(sought.children.count == 1)
    }

    @Test mutating func aChildIsLookedThroughBetweenItsDays() {
        var sought = SoughtWork()
        for distance in [3, 0, 5] {
            var line = line("C-1", "W-1", 100)
            line.day = Day(number: Self.day.number + Int32(distance))
            sought.add(line, of: symbols.intern("P-1"))
        }
        #expect(sought.children.map { $0.first } == [Self.day])
        #expect(sought.children.map { $0.last.number } == [Self.day.number + 5])
        let between = Day(number: Self.day.number + 1)
        #expect(!sought.names(symbols.intern("C-1"), between))
    }
}
