/// A stretch of time in whole hundredths of an hour (spec: Numbers).
public struct Hours: Hashable, Comparable, Sendable, AdditiveArithmetic {
    /// Whole hundredths of an hour: 150 is an hour and a half.
    public var hundredths: Int

    public init(hundredths: Int) { self.hundredths = hundredths }

    public static let zero = Hours(hundredths: 0)
    /// The most that one line may bill: 999.99 h.
    public static let largest = Hours(hundredths: 99_999)

    public static func + (a: Hours, b: Hours) -> Hours { Hours(hundredths: a.hundredths + b.hundredths) }
    public static func - (a: Hours, b: Hours) -> Hours { Hours(hundredths: a.hundredths - b.hundredths) }
    public static prefix func - (a: Hours) -> Hours { Hours(hundredths: -a.hundredths) }
    public static func < (a: Hours, b: Hours) -> Bool { a.hundredths < b.hundredths }
}

extension Hours: CustomStringConvertible {
    /// `1.50`, as in the files that machines read.
    public var description: String { Billing.hundredths(hundredths) }
}
