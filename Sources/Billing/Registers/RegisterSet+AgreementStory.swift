extension RegisterSet {
    /// The place in `agreements.versions` of the version that reports and rules on agreements look at: the one in force
    /// on the as-of date, else version 0; nil where there is neither.
    func versionLookedAt(ofAgreement agreement: Int, asOf: Day) -> Int? {
        agreements.versionInForce(ofAgreement: agreement, on: asOf)
            ?? agreements.place(ofVersion: 0, agreement: agreement)
    }

    /// Whether something is said of the agreement at a place.
    func isTold(ofAgreement place: Int, asOf: Day) -> Bool {
        !hasFault(agreement: agreements.rows[place].id) && versionLookedAt(ofAgreement: place, asOf: asOf) != nil
    }

    /// What the rules on agreements read of the agreement at a place; nil when it, or its contract, has a register
    /// fault: nothing is said of it then.
    ///
    /// - Parameters:
    ///   - dueMonths: those that the settings look at as of the day, where they are known already.
    ///   - policies: in the order of their first days.
    func story(
        ofAgreement place: Int, asOf: Day, ledger: AgreementLedger, settings: AgreementSettings,
        dueMonths: [Month]? = nil, policies: [PolicyTerms], services: ServiceCatalogue, symbols: borrowing Symbols
    ) -> AgreementStory? {
        let agreement = agreements.rows[place]
        guard !hasFault(agreement: agreement.id), let looked = versionLookedAt(ofAgreement: place, asOf: asOf) else {
            return nil
        }
        let version = agreements.versions.rows[looked]
        let policy = policies.last { $0.from <= version.effective }
        return AgreementStory(
            agreement: symbols[agreement.id],
            provider: symbols[agreement.provider],
            asOf: asOf,
            version: version,
            versions: agreements.versions[place],
            accounts: accounts(ofVersion: looked, ledger, services),
            childCount: agreementChildren.byAgreement.range(of: place).count,
            cap: policy?.cap(additionalHomeStudies: Int(version.additionalHomeStudies)),
            contractRate: contract(ofAgreement: place).flatMap { rates.rate(ofContract: $0, on: version.effective) },
            termination: terminations.termination(ofAgreement: place),
            explanations: explanations.byAgreement[place],
            reports: progressReports.byAgreement[place],
            ledger: ledger,
            settings: settings,
            dueMonths: dueMonths ?? settings.dueMonths(asOf: asOf),
            services: services)
    }

    /// The services of a version with what the ledger has of them, and those that only the ledger has, by name.
    private func accounts(
        ofVersion version: Int, _ ledger: AgreementLedger, _ services: ServiceCatalogue
    ) -> [AgreementStory.Account] {
        var accounts = agreementServices.byVersion[version].map { agreed in
            AgreementStory.Account(
                service: agreed.service, maxHours: agreed.maxHours, ceiling: agreed.ceiling, isAgreed: true,
                paidHours: .zero, paidAmount: .zero, heldHours: .zero, heldAmount: .zero)
        }
        for entry in ledger.services {
            let index = accounts.firstIndex { $0.service == entry.service } ?? accounts.endIndex
            if index == accounts.endIndex {
                // Only what was paid or is held keeps a service that is no longer agreed.
                if entry.isEmpty { continue }
                accounts.append(
                    AgreementStory.Account(
                        service: entry.service, maxHours: .zero, ceiling: .zero, isAgreed: false,
                        paidHours: .zero, paidAmount: .zero, heldHours: .zero, heldAmount: .zero))
            }
            accounts[index].paidHours = entry.paidHours
            accounts[index].paidAmount = entry.paidAmount
            accounts[index].heldHours = entry.heldHours
            accounts[index].heldAmount = entry.heldAmount
        }
        accounts.sort { services.name($0.service).utf8.lexicographicallyPrecedes(services.name($1.service).utf8) }
        return accounts
    }
}
