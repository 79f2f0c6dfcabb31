/// What a payable line is held against: rates, and what is left of hours and dollars when its turn comes.
public struct Limits: Hashable, Sendable {
    public var hours: Hours
    public var rate: Rate
    /// The rate agreed with the provider; zero where there is none, so that nothing is paid on it.
    public var contractRate: Rate
    /// What the service may still be paid in hours on this agreement; never below zero.
    public var serviceHoursLeft: Hours
    /// What the child may still be paid in hours; nil: the policy knows no cap.
    public var childHoursLeft: Hours?
    /// What the service may still be paid in dollars on this agreement; never below zero.
    public var serviceDollarsLeft: Money

    /// The lesser of the billed and the contract's rate: the rate that hours are paid at.
    public var payableRate: Rate { min(rate, contractRate) }
}

/// The hours and the amount of a line while the reducing rules take them down, one after another.
public struct Running: Hashable, Sendable {
    public var hours: Hours
    public var amount: Money
}
