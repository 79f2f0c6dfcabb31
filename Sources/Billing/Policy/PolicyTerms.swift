/// What a policy says, from its first day until the next policy's.
public struct PolicyTerms: Sendable {
    /// The first service date under this policy.
    public var from: Day
    /// The services that it lists (Types of Services to be Purchased).
    public var services: ServiceSet
    /// Whether services are bought from agencies of this state alone (Policy, notes).
    public var inStateOnly: Bool
    /// The services that only a child placing agency may render (Policy, notes; Core Contract Required).
    public var placingAgencyOnly: ServiceSet
    /// Whether those want a licence of this state.
    public var placingAgencyLicenceInState: Bool
    /// Services after an adoption or a transfer of guardianship only, until the eighteenth birthday.
    public var afterFinalization: ServiceSet
    /// Services between a reunification and the revocation of the commitment only.
    public var afterReunification: ServiceSet
    /// Not paid while the child lives in the provider's own residential programme.
    public var notInResidence: ServiceSet
    /// All that is paid while the child is in the provider's foster care, and about other families only.
    public var otherFamiliesOnly: ServiceSet
    /// Not paid once the provider's foster family has become the adoptive one, without the foster rate.
    public var notForFormerFosterFamily: ServiceSet
    /// The hours that a child may be paid in all; nil: the policy states no cap.
    public var childCap: Hours?
    /// The same where an additional home study is to be completed.
    public var childCapWithHomeStudy: Hours?
    /// The most that an hour may cost, whatever the contract says; nil: the contract's rate alone counts.
    public var rateCap: Rate?

    /// The cap in hours for a line whose agreement version counts `additionalHomeStudies`; nil: none.
    public func cap(additionalHomeStudies: Int) -> Hours? {
        additionalHomeStudies > 0 ? childCapWithHomeStudy : childCap
    }
}

/// Over what the hours of a child are added up (spec: How the policy is read, 1).
public enum ChildCapScope: String, Sendable {
    /// All of the child's agreements, each form apart.
    case purchaser
    /// All of the child's agreements, both forms together.
    case child
    /// Each agreement apart, both forms together.
    case agreement
}
