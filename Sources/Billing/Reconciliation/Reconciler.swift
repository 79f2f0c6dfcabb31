/// Decides the night's lines: a pure function of the night, the registers and what earlier nights paid.
///
/// The rules that look at one line alone run first, in chunks over all lines and on as many threads as are asked for.
/// Then the lines are taken in the order (service date, run, provider, invoice, line): each is compared with those that
/// stand before it, held against what is left, and decided.
struct Reconciler {
    private var night: Night
    private let rules: RuleBook
    private var balances: Balances
    private var standing: StandingWork
    private var workerDays: WorkerDays
    private var othersFindings: OrderedFindings

    private init(_ night: Night, _ history: History) {
        self.night = night
        rules = RuleBook(night.pack)
        balances = Balances(scope: night.pack.settings.childCapScope, services: night.pack.services.names.count)
        workerDays = WorkerDays(history.workerDays)
        othersFindings = OrderedFindings(rules)
        standing = StandingWork(
            history.standing, lines: night.lines.count, texts: FoldedTexts(night.symbols))
        balances.reserve(min(history.accounts.count, night.registers.agreements.rows.count))
        for entry in history.accounts { balances.add(entry.account, hours: entry.hours, amount: entry.amount) }
        for opening in night.registers.openingBalances.rows {
            balances.add(opening.account, hours: opening.hours, amount: opening.amount)
        }
    }

    /// Decides every line of the night and returns what has then been paid.
    ///
    /// - Parameter threads: how many threads judge lines; changes no decision.
    static func decide(_ night: inout Night, _ history: History, threads: Int) -> Balances {
        var reconciler = Reconciler(night, history)
        // One copy alone can be changed in place.
        night = Night(
            symbols: Symbols(), asOf: night.asOf, runNumber: night.runNumber, pack: night.pack,
            registers: night.registers)
        reconciler.giveBack()
        Judgements.judge(&reconciler.night, reconciler.rules, threads: threads)
        reconciler.night.paidBefore = [PaidBefore](repeating: PaidBefore(), count: reconciler.night.lines.count)
        reconciler.decideDayByDay(reconciler.night.linesInOrder())
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

    /// - Parameter order: the lines to decide; the hours of a worker's day are added up over all of the day's lines
    ///   that could be paid before the first of them is decided (spec: rule worker-day).
    private mutating func decideDayByDay(_ order: [Int32]) {
        var start = 0
        while start < order.count {
            let day = night.lines[Int(order[start])].day
            var end = start
            workerDays.begin(day)
            while end < order.count, night.lines[Int(order[end])].day == day {
                let index = Int(order[end])
                if isCounted(index) { workerDays.add(night.lines[index], provider(of: index)) }
                end += 1
            }
            for place in start..<end { decide(Int(order[place])) }
            start = end
        }
    }

    private func isCounted(_ index: Int) -> Bool {
        night.decisions[index].findings.isDisjoint(with: rules.deniedWithoutOthers)
            && (night.dispositions.denials.isEmpty || night.dispositions.denials[index] == nil)
    }

    private func provider(of index: Int) -> Symbol {
        night.invoices[Int(night.lines[index].invoice)].invoice.provider
    }

    /// What other lines have to do with this one.
    private mutating func compare(_ index: Int, _ work: StandingWork.Work) -> FindingSet {
        var hours = Hours.zero
        if isCounted(index) { hours = workerDays.hours(night.lines[index], work.provider) }
        let (earlier, twin) = standing.compare(with: work, in: night)
        let findings = othersFindings.findings(earlier: earlier, workerDay: hours)
        if findings.isEmpty { return [] }
        let mark: StandingWork.Mark? =
            switch twin {
            case .earlier(let place): standing.mark(ofEarlier: place)
            case .tonight(let place): night.mark(of: place)
            case nil: nil
            }
        night.sidelights[index] = Sidelight(earlier: earlier, workerDay: hours, twin: mark)
        return findings
    }

    private mutating func decide(_ index: Int) {
        let work = night.work(of: index)
        let findings = night.decisions[index].findings.union(compare(index, work))
        let place = night.decisions[index].terms
        let terms = night.terms[Int(place)]
        let amount = night.lines[index].amount
        var holding = findings.intersection(rules.pending)
        if !holding.isEmpty || !night.dispositions.releases.isEmpty || !night.priors.isEmpty {
            let released = released(index, findings)
            if !released.isEmpty { night.released[index] = released }
            holding.subtract(released)
        }
        var decision: Decision
        if !night.dispositions.denials.isEmpty, night.dispositions.denials[index] != nil {
            decision = Decision(findings, deniedBy: DeniedByStaff.id, amount)
        } else if let rule = findings.intersection(rules.denying).first {
            decision = Decision(findings, deniedBy: rule, amount)
        } else if let rule = holding.first {
            decision = Decision(findings, heldBy: rule, amount)
        } else {
            decision = limit(index, terms, findings)
        }
        decision.terms = place
        night.decisions[index] = decision
        if decision.disposition != .denied { standing.add(index, work, in: night) }
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
    private mutating func limit(_ index: Int, _ terms: LineTerms, _ findings: FindingSet) -> Decision {
        let line = night.lines[index]
        let account = night.account(of: index)
        let paid = account.map { balances.paid($0.agreement, $0.service) } ?? .nothing
        let before = PaidBefore(
            serviceHours: paid.hours, serviceAmount: paid.amount,
            childHours: account.map { balances.childPaid($0) } ?? .zero)
        let limits = terms.limits(line, before)
        var running = Running(hours: line.hours, amount: line.amount)
        var findings = findings
        var deciding: RuleID?
        var most = Money.zero
        var beforeCeiling = running.amount
        for rule in Catalogue.reducingRules {
            let before = running
            beforeCeiling = running.amount
            if !rules.idle.contains(rule.id) { rule.reduce(&running, within: limits) }
            if running != before { findings.insert(FindingSet(rule.id)) }
            // The rule that took most decides, the earlier of two.
            if before.amount - running.amount > most || deciding == nil {
                most = before.amount - running.amount
                deciding = rule.id
            }
        }
        let hours =
            running.amount == beforeCeiling ? running.hours : limits.payableRate.hours(coveredBy: running.amount)
        let decision = Decision(
            findings, limitedBy: deciding, hours: hours, amount: running.amount, billed: line.amount)
        night.paidBefore[index] = before
        if let account, decision.disposition.isPayment {
            balances.add(account, hours: decision.paidHours, amount: decision.paidAmount)
        }
        return decision
    }
}

extension Night: Docket {
    /// A line as others are compared with it.
    func work(of index: Int) -> StandingWork.Work {
        let line = lines[index]
        return StandingWork.Work(
            provider: invoices[Int(line.invoice)].invoice.provider, child: line.child, day: line.day,
            service: serviceWord(of: index), worker: line.worker, hours: line.hours, activity: line.activity,
            description: line.description, invoice: Int(line.invoice))
    }
}
