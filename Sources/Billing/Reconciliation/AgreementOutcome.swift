/// What a run says of one agreement: its hours and dollars, and its findings.
struct AgreementOutcome: Sendable {
    /// The agreement's id.
    var id: Symbol
    var provider: Symbol
    var story: AgreementStory
    /// All that hold, in the order of the rules.
    var findings: [AgreementFinding]
    /// Those that the last run did not report.
    var news: [AgreementFinding]
}

/// Looks at every agreement of the register once the lines are decided (spec: rules, Agreements).
struct AgreementReview {
    private let night: Night
    private let history: History
    private var entries: [Symbol: [AgreementLedger.Entry]] = [:]
    private var held: Set<Symbol> = []
    private var worked: [History.ServiceMonth: Int]
    private var linesForAAP: [Symbol: Int] = [:]
    private var invoiced: [Symbol: [History.InvoiceMonth]] = [:]
    private var workedByAgreement: [Symbol: [History.ServiceMonth]] = [:]

    /// - Parameter balances: what has been paid once the night is decided.
    init(_ night: Night, _ history: History, _ balances: Balances) {
        self.night = night
        self.history = history
        worked = history.serviceMonths
        countPaid(balances)
        countLines()
        for (key, count) in worked where count > 0 { workedByAgreement[key.agreement, default: []].append(key) }
        for month in history.invoiceMonths { invoiced[month.agreement, default: []].append(month) }
        for entry in night.invoices where entry.status.isReceived && !entry.isEarlier {
            guard let month = entry.invoice.billingMonth else { continue }
            let agreement = entry.invoice.agreement
            invoiced[agreement, default: []].append(
                .init(agreement: agreement, provider: entry.invoice.provider, month: month))
        }
    }

    /// The outcome of every agreement without a register fault, in order of id.
    func outcomes() -> [AgreementOutcome] {
        let settings = night.pack.settings.agreements
        return night.registers.agreementsInOrder.compactMap { place in
            let agreement = night.registers.agreements.rows[Int(place)]
            guard
                let story = night.registers.story(
                    ofAgreement: Int(place), asOf: night.asOf, ledger: ledger(of: agreement.id, agreement.provider),
                    settings: settings, policies: night.pack.policies, services: night.pack.services,
                    symbols: night.symbols)
            else { return nil }
            let findings = Catalogue.agreementRules
                .filter { night.pack.effect(of: $0.id) != .off }
                .flatMap { $0.findings(story) }
            let news = findings.filter { finding in
                !history.agreementFindings.contains(
                    .init(agreement: agreement.id, rule: finding.rule, month: finding.month))
            }
            return AgreementOutcome(
                id: agreement.id, provider: agreement.provider, story: story, findings: findings, news: news)
        }
    }

    private func ledger(of agreement: Symbol, _ provider: Symbol) -> AgreementLedger {
        AgreementLedger(
            services: entries[agreement] ?? [],
            hasHeldLine: held.contains(agreement),
            invoiced: (invoiced[agreement] ?? []).filter { $0.provider == provider }.map { $0.month },
            worked: (workedByAgreement[agreement] ?? []).filter { $0.provider == provider }
                .map { .init(month: $0.month, form: $0.form) },
            hasWorkForAAP: (linesForAAP[agreement] ?? 0) > 0)
    }

    private mutating func countPaid(_ balances: Balances) {
        balances.forEachPaid { agreement, service, paid in
            add(agreement, service) {
                $0.paidHours = paid.hours
                $0.paidAmount = paid.amount
            }
        }
        for entry in history.accounts where entry.account.form == .aap {
            linesForAAP[entry.account.agreement, default: 0] += entry.lines
        }
    }

    /// Counts what tonight's decisions add to what earlier nights left, and take back from it.
    private mutating func countLines() {
        /// Lines that stand together mostly count for the same month.
        var last: (key: History.ServiceMonth, change: Int)?
        let night = night
        for index in night.lines.indices {
            let change = change(index, night)
            if change == 0 { continue }
            let isHeld = night.decisions[index].disposition == .pended
            if isHeld, !isPlaced(index, night) { continue }
            let key = night.serviceMonth(of: index)
            if last?.key != key {
                if let last { count(last.key, last.change) }
                last = (key, 0)
            }
            last!.change += change
            if isHeld { addHeld(index, night) }
        }
        if let last { count(last.key, last.change) }
    }

    /// How many lines that stand a line of tonight adds.
    private func change(_ index: Int, _ night: borrowing Night) -> Int {
        switch night.origins[index] {
        case .undone: night.decisions[index].disposition == .reversed ? -1 : 0
        case .undecided: 0
        default: night.decisions[index].disposition == .denied ? 0 : 1
        }
    }

    private func isPlaced(_ index: Int, _ night: borrowing Night) -> Bool {
        let invoice = night.invoices[Int(night.lines[index].invoice)].invoice
        return night.registers.isProvider(invoice.provider, ofAgreement: invoice.agreement)
    }

    private mutating func count(_ key: History.ServiceMonth, _ change: Int) {
        worked[key, default: 0] += change
        if key.form == .aap { linesForAAP[key.agreement, default: 0] += change }
    }

    private mutating func addHeld(_ index: Int, _ night: borrowing Night) {
        let line = night.lines[index]
        held.insert(night.invoices[Int(line.invoice)].invoice.agreement)
        guard let account = night.account(of: index) else { return }
        add(account.agreement, account.service) {
            $0.heldHours += line.hours
            $0.heldAmount += line.amount
        }
    }

    private mutating func add(
        _ agreement: Symbol, _ service: Service, _ change: (inout AgreementLedger.Entry) -> Void
    ) {
        var list = entries[agreement] ?? []
        let index = list.firstIndex { $0.service == service } ?? list.endIndex
        if index == list.endIndex {
            list.append(
                .init(
                    service: service, paidHours: .zero, paidAmount: .zero, heldHours: .zero, heldAmount: .zero))
        }
        change(&list[index])
        entries[agreement] = list
    }
}

extension Night {
    /// The agreement, provider, form and service month that a line counts for.
    func serviceMonth(of index: Int) -> History.ServiceMonth {
        let line = lines[index]
        let invoice = invoices[Int(line.invoice)].invoice
        return .init(
            agreement: invoice.agreement, provider: invoice.provider, form: invoice.form ?? .dcf2106,
            month: line.day.month)
    }
}
