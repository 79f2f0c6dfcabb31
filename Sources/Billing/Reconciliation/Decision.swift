/// What the run says of one line: a plain value of 24 bytes, as there may be millions.
struct Decision: Hashable, Sendable {
    /// The line rules that spoke.
    var findings: FindingSet
    private var shortHours: Int32 = 0
    /// What is paid; of a line that is held or denied, what that takes.
    private var shortAmount: Int32 = 0
    /// The place among the night's terms of those that the line was held against.
    var terms: Int32 = 0
    private(set) var disposition: Disposition
    /// A disposition of staff denies the line; it decides, whatever else holds.
    private(set) var isDeniedByStaff = false
    /// The line was held against the limits, so that what they took off tells what it lost.
    private(set) var isLimited = false
    private var shortRule: UInt8

    private static let noRule = UInt8.max

    /// A line that is held.
    ///
    /// - Parameters:
    ///   - findings: the line rules that spoke.
    ///   - rule: what holds it; nil while that is not known.
    ///   - amount: what was billed.
    init(_ findings: FindingSet, heldBy rule: RuleID? = nil, _ amount: Money = .zero) {
        self.findings = findings
        disposition = .pended
        shortRule = rule?.index ?? Self.noRule
        shortAmount = Int32(clamping: amount.cents)
    }

    /// A line that is denied.
    ///
    /// - Parameters:
    ///   - rule: takes the whole amount.
    ///   - amount: what was billed.
    init(_ findings: FindingSet, deniedBy rule: RuleID, _ amount: Money) {
        self.init(findings, heldBy: rule, amount)
        disposition = .denied
        isDeniedByStaff = rule == DeniedByStaff.id
    }

    /// A line that was held against the limits: paid as billed, reduced, or denied where nothing is left.
    ///
    /// - Parameters:
    ///   - rule: the one that took most.
    ///   - hours: what the limits left of the hours; none is paid where no money is.
    ///   - amount: what they left of the amount.
    ///   - billed: the amount that was billed.
    init(_ findings: FindingSet, limitedBy rule: RuleID?, hours: Hours, amount: Money, billed: Money) {
        self.init(findings, heldBy: amount == billed ? nil : rule, amount)
        disposition = amount == billed ? .paid : amount == .zero ? .denied : .reduced
        shortHours = disposition == .denied ? 0 : Int32(clamping: hours.hundredths)
        isLimited = true
    }

    /// An earlier decision that is undone.
    init(undoing prior: Prior, by rule: RuleID) {
        self.init([], heldBy: rule, -prior.paidAmount)
        disposition = prior.disposition.isPayment ? .reversed : .withdrawn
        shortHours = Int32(clamping: -prior.paidHours.hundredths)
    }

    /// Nil for a line that is paid as billed.
    var decidingRule: RuleID? { shortRule == Self.noRule ? nil : RuleID(index: shortRule) }

    /// Negative on a reversal.
    var paidHours: Hours { Hours(hundredths: Int(shortHours)) }

    /// Negative on a reversal.
    var paidAmount: Money {
        disposition == .pended || disposition == .denied ? .zero : Money(cents: Int(shortAmount))
    }

    /// What is held: the billed amount of a pended line.
    var heldAmount: Money { disposition == .pended ? Money(cents: Int(shortAmount)) : .zero }

    /// What a deny rule took off: all of it.
    var deniedAmount: Money { disposition == .denied ? Money(cents: Int(shortAmount)) : .zero }
}

/// What had been paid when a line's turn came to be held against the limits.
///
/// As a decision it is kept short: more than it holds is more than any agreement allows.
struct PaidBefore: Hashable, Sendable {
    private var shortServiceAmount: Int32 = 0
    private var shortServiceHours: Int32 = 0
    private var shortChildHours: Int32 = 0

    init() {}

    init(serviceHours: Hours, serviceAmount: Money, childHours: Hours) {
        shortServiceAmount = Int32(clamping: serviceAmount.cents)
        shortServiceHours = Int32(clamping: serviceHours.hundredths)
        shortChildHours = Int32(clamping: childHours.hundredths)
    }

    /// For the service on its agreement.
    var serviceAmount: Money { Money(cents: Int(shortServiceAmount)) }
    /// For the service on its agreement.
    var serviceHours: Hours { Hours(hundredths: Int(shortServiceHours)) }
    /// For the child, within the cap's scope.
    var childHours: Hours { Hours(hundredths: Int(shortChildHours)) }
}
