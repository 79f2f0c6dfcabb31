/// A stretch of days, its first and its last day included; one without an end lasts to `Day.last`.
public struct Interval: Hashable, Sendable {
    public var first: Day
    public var last: Day

    public init(first: Day, last: Day?) {
        self.first = first
        self.last = last ?? .last
    }

    public func contains(_ day: Day) -> Bool { first <= day && day <= last }
}
