/// All that the rules on agreements read of one agreement as of a run.
struct AgreementStory: Sendable {
    /// A service of the version looked at, or one that is no longer in it but was paid or is held.
    struct Account: Hashable, Sendable {
        var service: Service
        /// Zero where the version does not buy the service.
        var maxHours: Hours
        var ceiling: Money
        /// The version looked at buys the service.
        var isAgreed: Bool
        var paidHours: Hours
        var paidAmount: Money
        var heldHours: Hours
        var heldAmount: Money

        var leftHours: Hours { max(.zero, maxHours - paidHours) }
        var leftAmount: Money { max(.zero, ceiling - paidAmount) }
    }

    /// Ids as the registers name them.
    var agreement: String
    var provider: String
    var asOf: Day
    /// The version in force on the as-of date, else version 0.
    var version: AgreementVersion
    /// All versions, in order of their numbers.
    var versions: ArraySlice<AgreementVersion>
    /// In order of the services' names.
    var accounts: [Account]
    var childCount: Int
    /// The hours that a child may be paid in all under the policy of the version's effective date; nil: no cap.
    var cap: Hours?
    /// The contract's rate on the version's effective date.
    var contractRate: Rate?
    var termination: Termination?
    var explanations: ArraySlice<Explanation>
    var reports: ArraySlice<ProgressReport>
    var ledger: AgreementLedger
    var settings: AgreementSettings
    /// The calendar months that are looked at for what was due by the as-of date, the earliest first.
    var dueMonths: [Month]
    var services: ServiceCatalogue

    /// The day after which nothing of the version looked at is delivered any more.
    var end: Day { min(version.expectedEnd, termination?.termination ?? .last) }

    /// Whether the agreement was in term on at least one day of a month: a version in force, not after its expected
    /// end, not terminated. Each version's days in the month are decided by the first of them.
    func isInTerm(during month: Month) -> Bool {
        let last = month.lastDay
        if isInTerm(on: month.firstDay) { return true }
        return versions.contains { version in
            guard let activation = version.activation, activation.month == month else { return false }
            return activation <= last && isInTerm(on: activation)
        }
    }

    /// Whether an explanation of that kind was received by the as-of date.
    func isExplained(_ kind: Explanation.Kind) -> Bool {
        explanations.contains { $0.kind == kind && $0.received <= asOf }
    }

    /// Whether a report of that kind was received by the as-of date, of any or of one of some periods.
    func hasReport(_ kind: ProgressReport.Kind, of periods: ClosedRange<Month>? = nil) -> Bool {
        reports.contains { $0.kind == kind && $0.received <= asOf && periods?.contains($0.period) ?? true }
    }

    func name(_ service: Service) -> String { services.name(service) }

    private func isInTerm(on day: Day) -> Bool {
        if let termination, day > termination.termination { return false }
        let inForce = versions.last { version in
            guard let activation = version.activation else { return false }
            return activation <= day
        }
        return inForce.map { day <= $0.expectedEnd } ?? false
    }
}
