/// What the run says of one line: a plain value.
public struct Decision: Hashable, Sendable {
    public var disposition: Disposition
    /// The line rules that spoke.
    public var findings: FindingSet
    /// Pend rules among them that staff released: reported as before, they no longer hold the line.
    public var released: FindingSet = []
    /// A disposition of staff denies the line; it decides, whatever else holds.
    public var isDeniedByStaff = false
    /// Nil for a line that is paid as billed.
    public var decidingRule: RuleID?
    /// Negative on a reversal.
    public var paidHours: Hours = .zero
    /// Negative on a reversal.
    public var paidAmount: Money = .zero
    public var heldAmount: Money = .zero
    /// What a deny rule took off: all of it.
    public var deniedAmount: Money = .zero
    /// The agreement's version in force on the service date.
    public var version: Int32?
    /// Its place among the run's cutbacks; nil where the limits were not asked.
    public var cutback: Int32?
}

/// How the limits met a line: what it was held against, and what each of the reducing rules took off.
public struct Cutback: Hashable, Sendable {
    public var limits: Limits
    /// Paid for the service on this agreement before this line.
    public var servicePaidHours: Hours
    public var servicePaidAmount: Money
    /// Paid for the child before this line, within the cap's scope.
    public var childPaid: Hours
    /// By reducing rule, in their order.
    public var adjustments: [Money]

    /// The sum of what was taken off.
    public var adjusted: Money { adjustments.reduce(.zero, +) }
}
