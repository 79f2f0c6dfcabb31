extension LineFacts {
    /// Facts of no line at all: nothing is there, so that no rule that needs something speaks.
    static let unbilled = LineFacts(
        form: .dcf2106, day: .first, billingMonth: Day.first.month, hours: .zero, rate: Rate(cents: 0), amount: .zero,
        activity: ActivityVerdict(.other), policy: .none, service: nil, present: [], hasRegisterFault: false,
        providerInState: true, providerIsPlacingAgency: true, licensed: true, licensedInState: true,
        agreementIsProviders: true, childOnAgreement: true, contractTerm: nil, suspension: nil, contractRate: nil,
        earliestEffective: nil, version: nil, lateCompletionExplained: false, terminationDate: nil,
        permanency: .before, active: true, finalized: false, eighteenthBirthday: nil, reunified: nil, companion: [],
        review: nil, replacesUnknown: false, earlier: [], workerDay: .zero)
}

extension PolicyTerms {
    /// What holds before the first policy: no service is known.
    static let none = PolicyTerms(
        from: .first, services: [], inStateOnly: false, placingAgencyOnly: [], placingAgencyLicenceInState: false,
        afterFinalization: [], afterReunification: [], notInResidence: [], otherFamiliesOnly: [],
        notForFormerFosterFamily: [])
}
