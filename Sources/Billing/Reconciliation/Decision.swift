/// What the run says of one line: a plain value.
struct Decision: Hashable, Sendable {
    var disposition: Disposition
    /// The line rules that spoke.
    var findings: FindingSet
    /// Pend rules among them that staff released: reported as before, they no longer hold the line.
    var released: FindingSet = []
    /// A disposition of staff denies the line; it decides, whatever else holds.
    var isDeniedByStaff = false
    /// Nil for a line that is paid as billed.
    var decidingRule: RuleID?
    /// Negative on a reversal.
    var paidHours: Hours = .zero
    /// Negative on a reversal.
    var paidAmount: Money = .zero
    var heldAmount: Money = .zero
    /// What a deny rule took off: all of it.
    var deniedAmount: Money = .zero
    /// The agreement's version in force on the service date.
    var version: Int32?
    /// Its place among the run's cutbacks; nil where the limits were not asked.
    var cutback: Int32?
}

/// How the limits met a line: what it was held against, and what each of the reducing rules took off.
struct Cutback: Hashable, Sendable {
    var limits: Limits
    /// Paid for the service on this agreement before this line.
    var servicePaidHours: Hours
    var servicePaidAmount: Money
    /// Paid for the child before this line, within the cap's scope.
    var childPaid: Hours
    /// By reducing rule, in their order.
    var adjustments: [Money]

    /// The sum of what was taken off.
    var adjusted: Money { adjustments.reduce(.zero, +) }
}
