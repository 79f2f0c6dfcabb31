// Made by Scripts/make-catalogue from the folder listing. Do not edit; run `make generate`.

extension Catalogue {
    /// All rules, in the order of the rulebook.
    public static let all: [any Rule.Type] = [
        ServiceUnknown.self,
        AgreementUnknown.self,
        AgreementProvider.self,
        ChildNotOnAgreement.self,
        ContractMissing.self,
        RateMissing.self,
        ProviderOutOfState.self,
        ProviderNotLicensed.self,
        AgreementUnsigned.self,
        AgreementTerm.self,
        AgreementTerminated.self,
        ServiceNotOnAgreement.self,
        WrongForm.self,
        ChildNotActive.self,
        ServiceTiming.self,
        CompanionContract.self,
        UnbillableActivity.self,
        ActivityMissing.self,
        AapReturned.self,
        DuplicateLine.self,
        RegisterFault.self,
        ProviderStanding.self,
        AgreementLateCompletion.self,
        CompanionFamilyUnknown.self,
        UnbillableSuspected.self,
        DuplicateSuspected.self,
        WorkerDay.self,
        AapReviewMissing.self,
        ReplacesUnknown.self,
        AmountUnderstated.self,
        ActivityOther.self,
        MonthMismatch.self,
        ChildTwoProviders.self,
        AmountOverstated.self,
        RateExceeded.self,
        ServiceHoursExceeded.self,
        ChildHoursExceeded.self,
        ServiceCeilingExceeded.self,
        DeniedByStaff.self,
        ReversedByStaff.self,
        Replaced.self,
        DispositionUnused.self,
        RegisterRow.self,
        VoucherRefused.self,
    ]

    /// The rules about one line that find fault with it, in the order of the rulebook.
    public static let lineRules: [any LineRule.Type] = [
        ServiceUnknown.self,
        AgreementUnknown.self,
        AgreementProvider.self,
        ChildNotOnAgreement.self,
        ContractMissing.self,
        RateMissing.self,
        ProviderOutOfState.self,
        ProviderNotLicensed.self,
        AgreementUnsigned.self,
        AgreementTerm.self,
        AgreementTerminated.self,
        ServiceNotOnAgreement.self,
        WrongForm.self,
        ChildNotActive.self,
        ServiceTiming.self,
        CompanionContract.self,
        UnbillableActivity.self,
        ActivityMissing.self,
        AapReturned.self,
        DuplicateLine.self,
        RegisterFault.self,
        ProviderStanding.self,
        AgreementLateCompletion.self,
        CompanionFamilyUnknown.self,
        UnbillableSuspected.self,
        DuplicateSuspected.self,
        WorkerDay.self,
        AapReviewMissing.self,
        ReplacesUnknown.self,
        AmountUnderstated.self,
        ActivityOther.self,
        MonthMismatch.self,
        ChildTwoProviders.self,
    ]

    /// The rules that lower a payable line, in the order in which they are applied.
    public static let reducingRules: [any ReducingRule.Type] = [
        AmountOverstated.self,
        RateExceeded.self,
        ServiceHoursExceeded.self,
        ChildHoursExceeded.self,
        ServiceCeilingExceeded.self,
    ]

    /// The first rule about lines: the lowest bit of a `FindingSet`.
    static let firstLineRule = RuleID(index: 0)

    /// The parts of the rulebook and the places of their rules in `all`.
    static let sections: [(name: String, rules: Range<Int>)] = [
        ("Lines", 0..<38),
        ("Staff", 38..<44),
    ]
}

extension ServiceUnknown { public static var id: RuleID { RuleID(index: 0) } }

extension AgreementUnknown { public static var id: RuleID { RuleID(index: 1) } }

extension AgreementProvider { public static var id: RuleID { RuleID(index: 2) } }

extension ChildNotOnAgreement { public static var id: RuleID { RuleID(index: 3) } }

extension ContractMissing { public static var id: RuleID { RuleID(index: 4) } }

extension RateMissing { public static var id: RuleID { RuleID(index: 5) } }

extension ProviderOutOfState { public static var id: RuleID { RuleID(index: 6) } }

extension ProviderNotLicensed { public static var id: RuleID { RuleID(index: 7) } }

extension AgreementUnsigned { public static var id: RuleID { RuleID(index: 8) } }

extension AgreementTerm { public static var id: RuleID { RuleID(index: 9) } }

extension AgreementTerminated { public static var id: RuleID { RuleID(index: 10) } }

extension ServiceNotOnAgreement { public static var id: RuleID { RuleID(index: 11) } }

extension WrongForm { public static var id: RuleID { RuleID(index: 12) } }

extension ChildNotActive { public static var id: RuleID { RuleID(index: 13) } }

extension ServiceTiming { public static var id: RuleID { RuleID(index: 14) } }

extension CompanionContract { public static var id: RuleID { RuleID(index: 15) } }

extension UnbillableActivity { public static var id: RuleID { RuleID(index: 16) } }

extension ActivityMissing { public static var id: RuleID { RuleID(index: 17) } }

extension AapReturned { public static var id: RuleID { RuleID(index: 18) } }

extension DuplicateLine { public static var id: RuleID { RuleID(index: 19) } }

extension RegisterFault { public static var id: RuleID { RuleID(index: 20) } }

extension ProviderStanding { public static var id: RuleID { RuleID(index: 21) } }

extension AgreementLateCompletion { public static var id: RuleID { RuleID(index: 22) } }

extension CompanionFamilyUnknown { public static var id: RuleID { RuleID(index: 23) } }

extension UnbillableSuspected { public static var id: RuleID { RuleID(index: 24) } }

extension DuplicateSuspected { public static var id: RuleID { RuleID(index: 25) } }

extension WorkerDay { public static var id: RuleID { RuleID(index: 26) } }

extension AapReviewMissing { public static var id: RuleID { RuleID(index: 27) } }

extension ReplacesUnknown { public static var id: RuleID { RuleID(index: 28) } }

extension AmountUnderstated { public static var id: RuleID { RuleID(index: 29) } }

extension ActivityOther { public static var id: RuleID { RuleID(index: 30) } }

extension MonthMismatch { public static var id: RuleID { RuleID(index: 31) } }

extension ChildTwoProviders { public static var id: RuleID { RuleID(index: 32) } }

extension AmountOverstated { public static var id: RuleID { RuleID(index: 33) } }

extension RateExceeded { public static var id: RuleID { RuleID(index: 34) } }

extension ServiceHoursExceeded { public static var id: RuleID { RuleID(index: 35) } }

extension ChildHoursExceeded { public static var id: RuleID { RuleID(index: 36) } }

extension ServiceCeilingExceeded { public static var id: RuleID { RuleID(index: 37) } }

extension DeniedByStaff { public static var id: RuleID { RuleID(index: 38) } }

extension ReversedByStaff { public static var id: RuleID { RuleID(index: 39) } }

extension Replaced { public static var id: RuleID { RuleID(index: 40) } }

extension DispositionUnused { public static var id: RuleID { RuleID(index: 41) } }

extension RegisterRow { public static var id: RuleID { RuleID(index: 42) } }

extension VoucherRefused { public static var id: RuleID { RuleID(index: 43) } }
