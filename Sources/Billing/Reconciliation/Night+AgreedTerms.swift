/// What an agreement and its contract had in force for a line on its day: kept with the decision, so that it can be
/// explained when the registers have long changed.
struct AgreedTerms: Hashable, Sendable {
    var contract: Symbol?
    /// The contract's rate on the day, held down to a cap of the policy.
    var rate: Rate?
    /// The first day of the version in force.
    var effective: Day?
    /// What that version buys of the service.
    var hours: Hours?
    var ceiling: Money?
    /// The hours that the child may be paid in all; nil: the policy of the day knows no cap.
    var cap: Hours?
}

extension Night {
    /// What was in force for a line that this run decides; nothing for one that it takes back.
    func agreedTerms(of index: Int) -> AgreedTerms {
        var terms = AgreedTerms()
        guard origins[index].isDecided, let agreement = registers.agreement(self.agreement(of: index)) else {
            return terms
        }
        terms.contract = registers.agreements.rows[agreement].contract
        let policy = pack.terms(on: lines[index].day)
        if let contract = registers.contract(ofAgreement: agreement) {
            let rate = registers.rates.rate(ofContract: contract, on: lines[index].day)
            terms.rate = rate.map { rate in policy?.rateCap.map { min($0, rate) } ?? rate }
        }
        guard let number = self.terms(of: index).version,
            let place = registers.agreements.place(ofVersion: Int(number), agreement: agreement)
        else { return terms }
        let version = registers.agreements.versions.rows[place]
        terms.effective = version.effective
        guard let account = account(of: index) else { return terms }
        let agreed = registers.agreementServices.terms(of: account.service, version: place)
        terms.hours = agreed?.maxHours
        terms.ceiling = agreed?.ceiling
        terms.cap = policy?.cap(additionalHomeStudies: Int(version.additionalHomeStudies))
        return terms
    }

    private func agreement(of index: Int) -> Symbol { invoices[Int(lines[index].invoice)].invoice.agreement }
}
