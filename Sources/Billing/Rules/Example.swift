/// A line that a rule speaks of, or one that it leaves alone. Examples are the rule's tests and its part of
/// docs/rules.md.
public struct Example: Sendable {
    /// What the example shows, in one sentence for a billing analyst.
    public var title: String
    /// Whether the rule finds fault with the line.
    public var speaks: Bool
    /// The payable line of `LineFacts.payable`, changed.
    public var line: LineFacts

    private init(_ title: String, speaks: Bool, _ change: (inout LineFacts) -> Void) {
        self.title = title
        self.speaks = speaks
        line = .payable
        change(&line)
    }

    /// A line that the rule speaks of.
    static func speaks(_ title: String, _ change: (inout LineFacts) -> Void) -> Example {
        Example(title, speaks: true, change)
    }

    /// A line that the rule leaves alone; without a change, the payable line itself.
    static func silent(_ title: String, _ change: (inout LineFacts) -> Void = { _ in }) -> Example {
        Example(title, speaks: false, change)
    }
}

/// What a reducing rule makes of a line's hours and amount; one that leaves both as they were shows where it is silent.
public struct ReducingExample: Sendable {
    /// What the example shows, in one sentence for a billing analyst.
    public var title: String
    public var limits: Limits
    public var before: Running
    public var after: Running

    /// - Parameters:
    ///   - limits: what the line is held against, as a change of `Limits.ample`.
    ///   - before: hundredths of an hour and cents when the rule's turn comes.
    ///   - after: hundredths of an hour and cents after it.
    init(
        _ title: String, _ limits: (inout Limits) -> Void = { _ in }, before: (hours: Int, cents: Int),
        after: (hours: Int, cents: Int)
    ) {
        self.title = title
        self.limits = .ample
        limits(&self.limits)
        self.before = Running(before.hours, before.cents)
        self.after = Running(after.hours, after.cents)
    }

    /// Whether the rule lowers the line.
    public var speaks: Bool { before != after }
}

extension Running {
    fileprivate init(_ hundredths: Int, _ cents: Int) {
        self.init(hours: Hours(hundredths: hundredths), amount: Money(cents: cents))
    }
}

extension Limits {
    /// 3.00 h at the contract's rate of $70.63, with room for all of them: 20.00 h and $1,412.60 of the service,
    /// 132.00 h of the child.
    static let ample = Limits(
        hours: Hours(hundredths: 300), rate: Rate(cents: 70_63), contractRate: Rate(cents: 70_63),
        serviceHoursLeft: Hours(hundredths: 20_00), childHoursLeft: Hours(hundredths: 132_00),
        serviceDollarsLeft: Money(cents: 1412_60))
}
