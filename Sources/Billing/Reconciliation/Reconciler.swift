/// Decides the night's lines: a pure function of the night, the registers and what earlier nights paid.
///
/// The rules that look at one line alone run first, in chunks over all lines and on as many threads as are asked for.
/// Then the lines are taken in the order (service date, run, provider, invoice, line): each is compared with those that
/// stand before it, held against what is left, and decided.
struct Reconciler {
    private var night: Night
    private let rules: RuleBook
    private var balances: Balances
    private var standing = StandingWork()
    private var workerDays: [History.WorkerDay: Hours]
    private var works: [StandingWork.Work] = []

    private init(_ night: Night, _ history: History) {
        self.night = night
        rules = RuleBook(night.pack)
        balances = Balances(scope: night.pack.settings.childCapScope)
        workerDays = history.workerDays
        for entry in history.accounts { balances.add(entry.account, hours: entry.hours, amount: entry.amount) }
        for opening in night.registers.openingBalances.rows {
            balances.add(opening.account, hours: opening.hours, amount: opening.amount)
        }
        for work in history.standing { standing.add(work) }
    }

    /// Decides every line of the night and returns what has then been paid.
    ///
    /// - Parameter threads: how many threads judge lines; changes no decision.
    static func decide(_ night: inout Night, _ history: History, threads: Int) -> Balances {
        var reconciler = Reconciler(night, history)
        reconciler.giveBack()
        let judgements = Judgements.judge(reconciler.night, reconciler.rules, threads: threads)
        reconciler.foldTexts()
        reconciler.countWorkerDays(judgements)
        for index in reconciler.order() { reconciler.decide(index, judgements) }
        night = reconciler.night
        return reconciler.balances
    }

    /// Undoes what is reversed or withdrawn before anything is decided: what it frees can be used tonight.
    private mutating func giveBack() {
        for index in night.lines.indices where night.origins[index] == .undone {
            let decision = night.decisions[index]
            guard decision.disposition == .reversed, let account = night.account(of: index) else { continue }
            balances.add(account, hours: decision.paidHours, amount: decision.paidAmount)
        }
    }

    private mutating func foldTexts() {
        var texts = FoldedTexts()
        works.reserveCapacity(night.lines.count)
        for index in night.lines.indices {
            let line = night.lines[index]
            works.append(
                StandingWork.Work(
                    provider: night.invoices[Int(line.invoice)].invoice.provider, child: line.child, day: line.day,
                    service: night.serviceWord(of: index), worker: line.worker, hours: line.hours,
                    activity: texts.fold(line.activity, in: &night.symbols),
                    description: texts.fold(line.description, in: &night.symbols), invoice: Int(line.invoice),
                    mark: night.mark(of: index)))
        }
    }

    /// Adds up the hours of each worker's day over the lines that could be paid (spec: rule worker-day).
    private mutating func countWorkerDays(_ judgements: Judgements) {
        for index in night.lines.indices where isCounted(index, judgements) {
            let work = works[index]
            if work.worker.isEmpty { continue }
            workerDays[work.workerDay, default: .zero] += work.hours
        }
    }

    private func isCounted(_ index: Int, _ judgements: Judgements) -> Bool {
        night.origins[index].isDecided && night.dispositions.denials[index] == nil
            && judgements.findings[index].isDisjoint(with: rules.deniedWithoutOthers)
    }

    /// The lines to decide, in the order of the rulebook.
    private func order() -> [Int] {
        let rank = night.invoiceRanks()
        let keys = night.lines.indices.filter { night.origins[$0].isDecided }.map { index in
            let line = night.lines[index]
            let invoice = Int(line.invoice)
            return (
                day: line.day, run: night.invoices[invoice].receivedRun, invoice: rank[invoice], number: line.number,
                index: index
            )
        }
        return keys.sorted { ($0.day, $0.run, $0.invoice, $0.number) < ($1.day, $1.run, $1.invoice, $1.number) }
            .map { $0.index }
    }

    private mutating func decide(_ index: Int, _ judgements: Judgements) {
        var findings = judgements.findings[index]
        let work = works[index]
        var hours = Hours.zero
        if isCounted(index, judgements) {
            hours = work.worker.isEmpty ? work.hours : workerDays[work.workerDay] ?? .zero
        }
        let (earlier, twin) = standing.compare(with: work)
        let others = rules.findings(earlier: earlier, workerDay: hours)
        if !others.isEmpty {
            night.sidelights[index] = Sidelight(earlier: earlier, workerDay: hours, twin: twin)
            findings.formUnion(others)
        }

        var decision = Decision(disposition: .pended, findings: findings)
        let amount = night.lines[index].amount
        decision.version = judgements.terms[index].version.map { Int32($0) }
        decision.released = released(index, findings)
        let holding = findings.intersection(rules.pending).subtracting(decision.released)
        if night.dispositions.denials[index] != nil {
            decision.isDeniedByStaff = true
            decision.deny(by: DeniedByStaff.id, amount)
        } else if let rule = findings.intersection(rules.denying).rules.first {
            decision.deny(by: rule, amount)
        } else if let rule = holding.rules.first {
            decision.decidingRule = rule
            decision.heldAmount = amount
        } else {
            limit(index, judgements.terms[index], &decision)
        }
        night.decisions[index] = decision
        if decision.disposition != .denied { standing.add(work) }
    }

    /// The pend rules that staff have released on the line, those that tonight's file releases among them. A row is
    /// used only where its rule holds the line; the others are reported.
    private mutating func released(_ index: Int, _ findings: FindingSet) -> FindingSet {
        var released = night.priors[index]?.released.intersection(rules.releasable) ?? []
        guard let rows = night.dispositions.releases[index] else { return released }
        let isDenied =
            night.dispositions.denials[index] != nil || !findings.isDisjoint(with: rules.denying)
        for row in rows {
            let rule = Catalogue.find(row.ruleText).map { FindingSet($0) } ?? []
            let holding = findings.intersection(rules.pending).subtracting(released)
            if !isDenied, !rule.isEmpty, rules.releasable.isSuperset(of: rule), holding.isSuperset(of: rule) {
                released.formUnion(rule)
                night.dispositions.applied.append(.init(row: row, line: index))
            } else {
                night.dispositions.unused.append(
                    .init(row: row, sentence: DispositionUnused.sentence(
                            action: "release", expected: "a line held by \(row.ruleText)",
                            found: "a line that this rule does not hold")))
            }
        }
        return released.intersection(findings)
    }

    /// Holds a payable line against rates and limits (spec: Reduce) and counts what it is paid.
    private mutating func limit(_ index: Int, _ terms: LineTerms, _ decision: inout Decision) {
        let line = night.lines[index]
        let account = night.account(of: index)
        let paid = account.map { balances.paid($0.agreement, $0.service) } ?? .nothing
        let childPaid = account.map { balances.childPaid($0) } ?? .zero
        let limits = terms.limits(line, paid: paid, childPaid: childPaid)
        var running = Running(hours: line.hours, amount: line.amount)
        var cutback = Cutback(
            limits: limits, servicePaidHours: paid.hours, servicePaidAmount: paid.amount, childPaid: childPaid,
            adjustments: [])
        var beforeCeiling = running.amount
        for rule in Catalogue.reducingRules {
            let before = running
            beforeCeiling = running.amount
            if !rules.idle.contains(rule.id) { rule.reduce(&running, within: limits) }
            cutback.adjustments.append(before.amount - running.amount)
            if running != before { decision.findings.insert(FindingSet(rule.id)) }
        }
        decision.paidAmount = running.amount
        decision.paidHours =
            running.amount == beforeCeiling ? running.hours : limits.payableRate.hours(coveredBy: running.amount)
        decision.settle(billed: line.amount, cutback.adjustments)
        decision.cutback = Int32(night.cutbacks.count)
        night.cutbacks.append(cutback)
        if let account, decision.disposition.isPayment {
            balances.add(account, hours: decision.paidHours, amount: decision.paidAmount)
        }
    }
}

extension Decision {
    /// Denies the line: the rule takes the whole amount.
    fileprivate mutating func deny(by rule: RuleID, _ amount: Money) {
        disposition = .denied
        decidingRule = rule
        deniedAmount = amount
    }

    /// Paid, reduced or denied, by what the limits left; the rule that took most decides, the earlier of two.
    fileprivate mutating func settle(billed: Money, _ adjustments: [Money]) {
        if paidAmount == billed {
            disposition = .paid
            return
        }
        let most = adjustments.max() ?? .zero
        decidingRule = adjustments.firstIndex(of: most).map { Catalogue.reducingRules[$0].id }
        disposition = paidAmount == .zero ? .denied : .reduced
        if paidAmount == .zero { paidHours = .zero }
    }
}

extension StandingWork.Work {
    var workerDay: History.WorkerDay { .init(provider: provider, worker: worker, day: day) }
}
