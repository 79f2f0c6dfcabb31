// Made by Scripts/make-catalogue from the folder listing. Do not edit; run `make generate`.

extension Catalogue {
    /// All rules, in the order of the rulebook.
    public static let all: [any Rule.Type] = [
        FileUnreadable.self,
        FileUnsafe.self,
        FileSchema.self,
        FileColumns.self,
        FileColumnUnknown.self,
        FileEncodingGuessed.self,
        FileAlreadyProcessed.self,
        BundleMismatch.self,
        BundleUnsigned.self,
        BundleGap.self,
        InvoiceValue.self,
        InvoiceHeaderConflict.self,
        InvoiceLineRepeated.self,
        InvoiceDates.self,
        InvoiceTotalMismatch.self,
        ProviderUnknown.self,
        ReplacesTwice.self,
        InvoiceNumberReused.self,
        InvoiceAlreadyReceived.self,
        NoServicesUnplaced.self,
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
        AgreementOverCap.self,
        AgreementCeilingInconsistent.self,
        AgreementBelowPaid.self,
        AmendmentUnsigned.self,
        TerminationNoticeShort.self,
        InvoiceMissing.self,
        ProgressReportMissing.self,
        ServicePlanMissing.self,
        PartialCompletionUnexplained.self,
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

    /// The rules about agreements, in the order of the rulebook.
    static let agreementRules: [any AgreementRule.Type] = [
        AgreementOverCap.self,
        AgreementCeilingInconsistent.self,
        AgreementBelowPaid.self,
        AmendmentUnsigned.self,
        TerminationNoticeShort.self,
        InvoiceMissing.self,
        ProgressReportMissing.self,
        ServicePlanMissing.self,
        PartialCompletionUnexplained.self,
    ]

    /// The first rule about lines: the lowest bit of a `FindingSet`.
    static let firstLineRule = RuleID(index: 20)

    /// The parts of the rulebook and the places of their rules in `all`.
    static let sections: [(name: String, rules: Range<Int>)] = [
        ("Files", 0..<10),
        ("Invoices", 10..<20),
        ("Lines", 20..<58),
        ("Agreements", 58..<67),
        ("Staff", 67..<73),
    ]
}

extension FileUnreadable { public static var id: RuleID { RuleID(index: 0) } }

extension FileUnsafe { public static var id: RuleID { RuleID(index: 1) } }

extension FileSchema { public static var id: RuleID { RuleID(index: 2) } }

extension FileColumns { public static var id: RuleID { RuleID(index: 3) } }

extension FileColumnUnknown { public static var id: RuleID { RuleID(index: 4) } }

extension FileEncodingGuessed { public static var id: RuleID { RuleID(index: 5) } }

extension FileAlreadyProcessed { public static var id: RuleID { RuleID(index: 6) } }

extension BundleMismatch { public static var id: RuleID { RuleID(index: 7) } }

extension BundleUnsigned { public static var id: RuleID { RuleID(index: 8) } }

extension BundleGap { public static var id: RuleID { RuleID(index: 9) } }

extension InvoiceValue { public static var id: RuleID { RuleID(index: 10) } }

extension InvoiceHeaderConflict { public static var id: RuleID { RuleID(index: 11) } }

extension InvoiceLineRepeated { public static var id: RuleID { RuleID(index: 12) } }

extension InvoiceDates { public static var id: RuleID { RuleID(index: 13) } }

extension InvoiceTotalMismatch { public static var id: RuleID { RuleID(index: 14) } }

extension ProviderUnknown { public static var id: RuleID { RuleID(index: 15) } }

extension ReplacesTwice { public static var id: RuleID { RuleID(index: 16) } }

extension InvoiceNumberReused { public static var id: RuleID { RuleID(index: 17) } }

extension InvoiceAlreadyReceived { public static var id: RuleID { RuleID(index: 18) } }

extension NoServicesUnplaced { public static var id: RuleID { RuleID(index: 19) } }

extension ServiceUnknown { public static var id: RuleID { RuleID(index: 20) } }

extension AgreementUnknown { public static var id: RuleID { RuleID(index: 21) } }

extension AgreementProvider { public static var id: RuleID { RuleID(index: 22) } }

extension ChildNotOnAgreement { public static var id: RuleID { RuleID(index: 23) } }

extension ContractMissing { public static var id: RuleID { RuleID(index: 24) } }

extension RateMissing { public static var id: RuleID { RuleID(index: 25) } }

extension ProviderOutOfState { public static var id: RuleID { RuleID(index: 26) } }

extension ProviderNotLicensed { public static var id: RuleID { RuleID(index: 27) } }

extension AgreementUnsigned { public static var id: RuleID { RuleID(index: 28) } }

extension AgreementTerm { public static var id: RuleID { RuleID(index: 29) } }

extension AgreementTerminated { public static var id: RuleID { RuleID(index: 30) } }

extension ServiceNotOnAgreement { public static var id: RuleID { RuleID(index: 31) } }

extension WrongForm { public static var id: RuleID { RuleID(index: 32) } }

extension ChildNotActive { public static var id: RuleID { RuleID(index: 33) } }

extension ServiceTiming { public static var id: RuleID { RuleID(index: 34) } }

extension CompanionContract { public static var id: RuleID { RuleID(index: 35) } }

extension UnbillableActivity { public static var id: RuleID { RuleID(index: 36) } }

extension ActivityMissing { public static var id: RuleID { RuleID(index: 37) } }

extension AapReturned { public static var id: RuleID { RuleID(index: 38) } }

extension DuplicateLine { public static var id: RuleID { RuleID(index: 39) } }

extension RegisterFault { public static var id: RuleID { RuleID(index: 40) } }

extension ProviderStanding { public static var id: RuleID { RuleID(index: 41) } }

extension AgreementLateCompletion { public static var id: RuleID { RuleID(index: 42) } }

extension CompanionFamilyUnknown { public static var id: RuleID { RuleID(index: 43) } }

extension UnbillableSuspected { public static var id: RuleID { RuleID(index: 44) } }

extension DuplicateSuspected { public static var id: RuleID { RuleID(index: 45) } }

extension WorkerDay { public static var id: RuleID { RuleID(index: 46) } }

extension AapReviewMissing { public static var id: RuleID { RuleID(index: 47) } }

extension ReplacesUnknown { public static var id: RuleID { RuleID(index: 48) } }

extension AmountUnderstated { public static var id: RuleID { RuleID(index: 49) } }

extension ActivityOther { public static var id: RuleID { RuleID(index: 50) } }

extension MonthMismatch { public static var id: RuleID { RuleID(index: 51) } }

extension ChildTwoProviders { public static var id: RuleID { RuleID(index: 52) } }

extension AmountOverstated { public static var id: RuleID { RuleID(index: 53) } }

extension RateExceeded { public static var id: RuleID { RuleID(index: 54) } }

extension ServiceHoursExceeded { public static var id: RuleID { RuleID(index: 55) } }

extension ChildHoursExceeded { public static var id: RuleID { RuleID(index: 56) } }

extension ServiceCeilingExceeded { public static var id: RuleID { RuleID(index: 57) } }

extension AgreementOverCap { public static var id: RuleID { RuleID(index: 58) } }

extension AgreementCeilingInconsistent { public static var id: RuleID { RuleID(index: 59) } }

extension AgreementBelowPaid { public static var id: RuleID { RuleID(index: 60) } }

extension AmendmentUnsigned { public static var id: RuleID { RuleID(index: 61) } }

extension TerminationNoticeShort { public static var id: RuleID { RuleID(index: 62) } }

extension InvoiceMissing { public static var id: RuleID { RuleID(index: 63) } }

extension ProgressReportMissing { public static var id: RuleID { RuleID(index: 64) } }

extension ServicePlanMissing { public static var id: RuleID { RuleID(index: 65) } }

extension PartialCompletionUnexplained { public static var id: RuleID { RuleID(index: 66) } }

extension DeniedByStaff { public static var id: RuleID { RuleID(index: 67) } }

extension ReversedByStaff { public static var id: RuleID { RuleID(index: 68) } }

extension Replaced { public static var id: RuleID { RuleID(index: 69) } }

extension DispositionUnused { public static var id: RuleID { RuleID(index: 70) } }

extension RegisterRow { public static var id: RuleID { RuleID(index: 71) } }

extension VoucherRefused { public static var id: RuleID { RuleID(index: 72) } }
