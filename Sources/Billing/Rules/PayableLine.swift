/// A line with which no rule finds fault. The rules' examples are this line, changed in what they are about.
extension LineFacts {
    /// 3.00 h of placement planning on 2026-09-07, billed on form DCF-2106 at the contract's rate of $70.63; the
    /// agreement buys 20.00 h of it from 2026-09-01 to 2027-02-28, under a contract from 2025-07-01 to 2028-06-30.
    static let payable = LineFacts(
        form: .dcf2106,
        day: .on(2026, 9, 7),
        billingMonth: Month(year: 2026, month: 9),
        hours: Hours(hundredths: 300),
        rate: Rate(cents: 70_63),
        amount: Money(cents: 211_89),
        activity: ActivityVerdict(.billable),
        policy: .example,
        service: ExampleServices.placementPlanning,
        present: [
            .agreement, .child, .version, .signedVersion, .service, .contract, .formDCF2106, .soundRegisters,
        ],
        hasRegisterFault: false,
        providerInState: true,
        providerIsPlacingAgency: true,
        licensed: true,
        licensedInState: true,
        agreementIsProviders: true,
        childOnAgreement: true,
        contractTerm: Interval(first: .on(2025, 7, 1), last: .on(2028, 6, 30)),
        suspension: nil,
        contractRate: Rate(cents: 70_63),
        earliestEffective: .on(2026, 9, 1),
        version: VersionOnDay(
            number: 0, expectedEnd: .on(2027, 2, 28), additionalHomeStudies: 0,
            maxHours: Hours(hundredths: 20_00), ceiling: Money(cents: 1412_60)),
        lateCompletionExplained: false,
        terminationDate: nil,
        permanency: .before,
        active: true,
        finalized: false,
        eighteenthBirthday: .on(2034, 5, 4),
        reunified: nil,
        companion: [],
        review: nil,
        replacesUnknown: false,
        earlier: [],
        workerDay: Hours(hundredths: 300))

    /// Turns the line into one of form AAP, of a child for whom permanency was achieved, with AAP's approval.
    mutating func billToAAP() {
        form = .aap
        present.remove(.formDCF2106)
        present.insert(.formAAP)
        service = ExampleServices.postFinalization
        permanency = .after
        active = false
        finalized = true
        review = Review(returned: false, date: .on(2026, 10, 2), received: .on(2026, 10, 1))
    }
}

/// The services of the examples. Their places are the examples' own; a pack has its own places.
enum ExampleServices {
    static let recruitmentScreening = Service(index: 0)
    static let placementPlanning = Service(index: 1)
    static let homeStudy = Service(index: 2)
    static let postPlacementSupervision = Service(index: 3)
    static let postFinalization = Service(index: 4)
    static let reunification = Service(index: 5)
    static let supervisionAfterReunification = Service(index: 6)
    static let prePlacementPlanning = Service(index: 7)
    static let legallyFree = Service(index: 8)
}

extension PolicyTerms {
    /// Terms like those of 48-22-2, which hold from 2014-12-19.
    static let example = PolicyTerms(
        from: .on(2014, 12, 19),
        services: ServiceSet((0...6).map { Service(index: $0) }),
        inStateOnly: true,
        placingAgencyOnly: ServiceSet([ExampleServices.recruitmentScreening, ExampleServices.homeStudy]),
        placingAgencyLicenceInState: true,
        afterFinalization: ServiceSet([ExampleServices.postFinalization]),
        afterReunification: ServiceSet([ExampleServices.supervisionAfterReunification]),
        notInResidence: ServiceSet([ExampleServices.placementPlanning, ExampleServices.prePlacementPlanning]),
        otherFamiliesOnly: ServiceSet([ExampleServices.recruitmentScreening, ExampleServices.homeStudy]),
        notForFormerFosterFamily: ServiceSet([
            ExampleServices.prePlacementPlanning, ExampleServices.placementPlanning,
            ExampleServices.recruitmentScreening, ExampleServices.homeStudy,
        ]),
        childCap: Hours(hundredths: 132_00),
        childCapWithHomeStudy: Hours(hundredths: 157_00),
        rateCap: nil)

    /// Terms like those of the policy before it: agencies of any state, child placing agencies alone, no cap.
    static let earlierExample: PolicyTerms = {
        var terms = example
        terms.from = .first
        terms.services = ServiceSet([0, 1, 2, 3, 4, 7, 8].map { Service(index: $0) })
        terms.inStateOnly = false
        terms.placingAgencyOnly = terms.services
        terms.placingAgencyLicenceInState = false
        terms.childCap = nil
        terms.childCapWithHomeStudy = nil
        return terms
    }()
}

extension Day {
    /// A day that an example states.
    ///
    /// - Precondition: the calendar has it.
    static func on(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day)! }
}
