/// All that is known of one line when it is decided: what was billed, the policy of its day, and what the registers say
/// on that day. A plain value; rules read nothing else.
public struct LineFacts: Sendable {
    // What was billed.
    public var form: Form
    public var day: Day
    public var billingMonth: Month
    public var hours: Hours
    public var rate: Rate
    public var amount: Money
    public var activity: ActivityVerdict

    /// The policy in force on the day.
    public var policy: PolicyTerms
    /// The service; nil when the policy in force on the day does not list it.
    public var service: Service?

    /// What there is of all that rules may need.
    public var present: Needs
    /// A subject that the line touches has a register fault.
    public var hasRegisterFault: Bool

    // The provider.
    /// The provider is an agency of this state.
    public var providerInState: Bool
    public var providerIsPlacingAgency: Bool
    /// A licence of the provider, of whatever state, is valid on the day.
    public var licensed: Bool
    /// A licence of this state is valid on the day.
    public var licensedInState: Bool

    // The agreement and its contract. Where there is none, these say nothing.
    public var agreementIsProviders: Bool
    public var childOnAgreement: Bool
    public var contractTerm: Interval?
    public var suspension: Interval?
    /// The contract's rate in force on the day.
    public var contractRate: Rate?
    /// The earliest effective date of the versions that are fully signed on the day.
    public var earliestEffective: Day?
    /// The version in force on the day.
    public var version: VersionOnDay?
    /// A late_completion explanation was received by the as-of date.
    public var lateCompletionExplained: Bool
    public var terminationDate: Day?

    // The child. Where it is not known, these say nothing.
    public var permanency: Permanency
    /// The child's case is open on the day.
    public var active: Bool
    /// An adoption was final or a guardianship transferred on or before the day.
    public var finalized: Bool
    public var eighteenthBirthday: Day?
    /// From the last reunification on or before the day to the first revocation of the commitment after it.
    public var reunified: Interval?
    public var companion: Companion

    // The invoice.
    /// AAP's word on the invoice as of the run.
    public var review: Review?
    /// The invoice replaces one that was never received.
    public var replacesUnknown: Bool

    // What other lines come to; filled in by the reconciler.
    public var earlier: EarlierLines
    /// The hours of the worker's day that this line counts in; zero where it counts in none.
    public var workerDay: Hours
}

/// What an agreement's version in force says of a line's service.
public struct VersionOnDay: Hashable, Sendable {
    public var number: Int
    public var expectedEnd: Day
    public var additionalHomeStudies: Int
    /// The service's hours and dollars; nil when this version does not buy it.
    public var maxHours: Hours?
    public var ceiling: Money?
}

/// Where a child stands on a day between the department and permanency (spec: rule wrong-form).
public enum Permanency: UInt8, Sendable {
    /// Not post-permanency: form DCF-2106 is right.
    case before
    /// The day of a change: either form is right.
    case dayOfChange
    /// Post-permanency: form AAP is right.
    case after
}

/// What binds the child to the billing provider's other contracts on the day
/// (48-22-2, Reimbursement Policy when there are Companion Contracts).
public struct Companion: OptionSet, Hashable, Sendable {
    public var rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// In the provider's residential programme.
    public static let residential = Companion(rawValue: 1 << 0)
    /// In the provider's foster care, or in an adoptive family while the foster rate is still paid.
    public static let fosterCare = Companion(rawValue: 1 << 1)
    /// The line is about the very family of such a placement.
    public static let ownFamily = Companion(rawValue: 1 << 2)
    /// The line, or such a placement, names no family.
    public static let familyUnknown = Companion(rawValue: 1 << 3)
    /// In an adoptive family, without the foster rate, that was this provider's foster family before.
    public static let formerFosterFamily = Companion(rawValue: 1 << 4)
}

/// AAP's word on an invoice.
public struct Review: Hashable, Sendable {
    public var returned: Bool
    public var date: Day
    /// The day on which the invoice reached AAP.
    public var received: Day
}

/// What earlier standing lines have in common with a line (rules duplicate-line, duplicate-suspected and
/// child-two-providers).
public struct EarlierLines: OptionSet, Hashable, Sendable {
    public var rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The same work on another invoice.
    public static let sameElsewhere = EarlierLines(rawValue: 1 << 0)
    /// The same work on the same invoice.
    public static let sameHere = EarlierLines(rawValue: 1 << 1)
    /// The same worker, child, day, activity and hours under another service.
    public static let otherService = EarlierLines(rawValue: 1 << 2)
    /// The same child, day and service from another provider.
    public static let otherProvider = EarlierLines(rawValue: 1 << 3)
}
