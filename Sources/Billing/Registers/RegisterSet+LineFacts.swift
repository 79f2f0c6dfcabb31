extension RegisterSet {
    /// What the registers say of a line on its day, beside what was billed. What other lines come to is not filled in:
    /// `earlier` is empty, `workerDay` zero.
    ///
    /// - Parameters:
    ///   - asOf: the day as of which the run decides; it tells which explanations and reviews are there.
    ///   - policies: in the order of their first days. A line before the first has its terms, and no service.
    /// - Returns: nil when the invoice's form or month could not be read; such an invoice is never accepted.
    func facts(
        for line: InvoiceLine, of invoice: Invoice, on asOf: Day, policies: [PolicyTerms],
        activity: ActivityVerdict, replacesUnknown: Bool
    ) -> LineFacts? {
        guard let form = invoice.form, let month = invoice.billingMonth, let policy = policies.first else { return nil }
        var facts = LineFacts(line, form: form, month: month, policy: policy, activity: activity)
        facts.replacesUnknown = replacesUnknown
        facts.apply(policies, to: line.service)
        if hasFault(provider: invoice.provider, child: line.child, agreement: invoice.agreement) {
            facts.hasRegisterFault = true
        } else {
            facts.present.insert(.soundRegisters)
        }
        fillProvider(&facts, invoice.provider)
        if let agreement = agreement(invoice.agreement) {
            fillAgreement(&facts, agreement, provider: invoice.provider, child: line.child)
            fillExplanations(&facts, agreement, asOf: asOf)
        }
        if let child = children.index[line.child] {
            fillChild(&facts, child, provider: invoice.provider, family: line.family)
        }
        if form == .aap {
            facts.review = reviews.review(of: invoice.numberKey, provider: invoice.provider, asOf: asOf)
        }
        return facts
    }

    private func fillProvider(_ facts: inout LineFacts, _ id: Symbol) {
        guard let place = providers.index[id] else { return }
        facts.providerInState = providers.rows[place].isInState
        facts.providerIsPlacingAgency = providers.rows[place].isPlacingAgency
        let valid = licences.valid(ofProvider: place, on: facts.day)
        facts.licensed = valid.anywhere
        facts.licensedInState = valid.inState
    }

    private func fillAgreement(_ facts: inout LineFacts, _ agreement: Int, provider: Symbol, child: Symbol) {
        facts.present.insert(.agreement)
        facts.agreementIsProviders = agreements.rows[agreement].provider == provider
        facts.childOnAgreement = agreementChildren.isOn(child, agreement: agreement)
        if let contract = contract(ofAgreement: agreement) {
            facts.contractTerm = contracts.rows[contract].term
            facts.suspension = contracts.rows[contract].suspension
            facts.contractRate = rates.rate(ofContract: contract, on: facts.day)
            if contracts.rows[contract].term.contains(facts.day) { facts.present.insert(.contract) }
        }
        facts.earliestEffective = agreements.earliestEffective(ofAgreement: agreement, on: facts.day)
        if facts.earliestEffective != nil { facts.present.insert(.signedVersion) }
        facts.terminationDate = terminations.termination(ofAgreement: agreement)?.termination
        guard let place = agreements.versionInForce(ofAgreement: agreement, on: facts.day) else { return }
        facts.present.insert(.version)
        facts.version = version(place, buying: facts.service)
    }

    private func version(_ place: Int, buying service: Service?) -> VersionOnDay {
        let version = agreements.versions.rows[place]
        let agreed = service.flatMap { agreementServices.terms(of: $0, version: place) }
        return VersionOnDay(
            number: Int(version.number), expectedEnd: version.expectedEnd,
            additionalHomeStudies: Int(version.additionalHomeStudies),
            maxHours: agreed?.maxHours, ceiling: agreed?.ceiling)
    }

    private func fillExplanations(_ facts: inout LineFacts, _ agreement: Int, asOf: Day) {
        facts.lateCompletionExplained = explanations.has(.lateCompletion, agreement: agreement, by: asOf)
    }

    private func fillChild(_ facts: inout LineFacts, _ child: Int, provider: Symbol, family: Symbol) {
        facts.present.insert(.child)
        let standing = childEvents.standing(ofChild: child, on: facts.day)
        facts.permanency = standing.permanency
        facts.active = standing.isActive
        facts.finalized = standing.isFinalized
        facts.reunified = standing.reunified
        facts.eighteenthBirthday = children.rows[child].born?.eighteenthBirthday
        facts.companion = placements.companion(ofChild: child, provider: provider, on: facts.day, family: family)
    }
}

extension LineFacts {
    /// What was billed; the registers say nothing yet.
    fileprivate init(_ line: InvoiceLine, form: Form, month: Month, policy: PolicyTerms, activity: ActivityVerdict) {
        self.init(
            form: form, day: line.day, billingMonth: month, hours: line.hours, rate: line.rate, amount: line.amount,
            activity: activity, policy: policy, service: nil, present: form == .aap ? .formAAP : .formDCF2106,
            hasRegisterFault: false, providerInState: false, providerIsPlacingAgency: false, licensed: false,
            licensedInState: false, agreementIsProviders: false, childOnAgreement: false, contractTerm: nil,
            suspension: nil, contractRate: nil, earliestEffective: nil, version: nil, lateCompletionExplained: false,
            terminationDate: nil, permanency: .before, active: false, finalized: false, eighteenthBirthday: nil,
            reunified: nil, companion: [], review: nil, replacesUnknown: false, earlier: [], workerDay: .zero)
    }

    /// Takes the policy in force on the day, and the service where that policy lists it.
    fileprivate mutating func apply(_ policies: [PolicyTerms], to billed: Service?) {
        guard let policy = policies.last(where: { $0.from <= day }) else { return }
        self.policy = policy
        guard let billed, policy.services.contains(billed) else { return }
        service = billed
        present.insert(.service)
    }
}
