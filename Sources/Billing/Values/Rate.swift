/// A price per service hour, in whole cents (48-22-2, Service Hour Rate).
public struct Rate: Hashable, Comparable, Sendable {
    /// Cents per hour: 7063 is $70.63.
    public var cents: Int

    public init(cents: Int) { self.cents = cents }

    public static func < (a: Rate, b: Rate) -> Bool { a.cents < b.cents }

    /// The rate as an amount of money for one hour.
    public var perHour: Money { Money(cents: cents) }

    /// What `hours` cost at this rate, rounded half up to the cent: 1.25 h at $70.63 is $88.29.
    ///
    /// - Precondition: neither hours nor rate is negative.
    public func cost(of hours: Hours) -> Money {
        Money(cents: (hours.hundredths * cents + 50) / 100)
    }

    /// The hours that `amount` covers at this rate, rounded down to the hundredth; none at a rate of zero.
    public func hours(coveredBy amount: Money) -> Hours {
        cents == 0 ? .zero : Hours(hundredths: amount.cents * 100 / cents)
    }
}

extension Rate: CustomStringConvertible {
    /// `70.63`, as in the files that machines read.
    public var description: String { hundredths(cents) }
}
