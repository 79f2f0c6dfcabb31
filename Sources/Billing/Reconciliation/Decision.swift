/// What the run says of one line: a plain value of 32 bytes, as there may be millions.
struct Decision: Hashable, Sendable {
    var disposition: Disposition
    /// A disposition of staff denies the line; it decides, whatever else holds.
    var isDeniedByStaff = false
    /// The line was held against the limits, so that what they took off tells what it lost.
    var isLimited = false
    /// Nil for a line that is paid as billed.
    var decidingRule: RuleID?
    /// The line rules that spoke.
    var findings: FindingSet
    private var shortHours: Int32 = 0
    private var shortAmount: Int32 = 0
    private var setAside: Int32 = 0
    private var shortVersion: Int32 = -1

    init(disposition: Disposition, findings: FindingSet) {
        self.disposition = disposition
        self.findings = findings
    }

    /// Negative on a reversal.
    var paidHours: Hours {
        get { Hours(hundredths: Int(shortHours)) }
        set { shortHours = Int32(clamping: newValue.hundredths) }
    }

    /// Negative on a reversal.
    var paidAmount: Money {
        get { Money(cents: Int(shortAmount)) }
        set { shortAmount = Int32(clamping: newValue.cents) }
    }

    /// What is held: the billed amount of a pended line.
    var heldAmount: Money {
        get { disposition == .pended ? Money(cents: Int(setAside)) : .zero }
        set { setAside = Int32(clamping: newValue.cents) }
    }

    /// What a deny rule took off: all of it.
    var deniedAmount: Money { disposition == .denied ? Money(cents: Int(setAside)) : .zero }

    /// The agreement's version in force on the service date.
    var version: Int32? {
        get { shortVersion < 0 ? nil : shortVersion }
        set { shortVersion = newValue ?? -1 }
    }

    /// Denies the line: the rule takes the whole amount.
    mutating func deny(by rule: RuleID, _ amount: Money) {
        disposition = .denied
        decidingRule = rule
        setAside = Int32(clamping: amount.cents)
    }
}

/// What had been paid when a line's turn came to be held against the limits.
struct PaidBefore: Hashable, Sendable {
    /// For the service on its agreement.
    var serviceAmount = Money.zero
    private var shortServiceHours: Int32 = 0
    private var shortChildHours: Int32 = 0

    init() {}

    init(serviceHours: Hours, serviceAmount: Money, childHours: Hours) {
        self.serviceAmount = serviceAmount
        shortServiceHours = Int32(clamping: serviceHours.hundredths)
        shortChildHours = Int32(clamping: childHours.hundredths)
    }

    /// For the service on its agreement.
    var serviceHours: Hours { Hours(hundredths: Int(shortServiceHours)) }
    /// For the child, within the cap's scope.
    var childHours: Hours { Hours(hundredths: Int(shortChildHours)) }
}
