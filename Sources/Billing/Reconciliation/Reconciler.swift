/// Decides the night's lines: a pure function of the night, the registers and what earlier nights paid.
///
/// The rules that look at one line alone run first, in chunks over all lines and on as many threads as are asked for.
/// Then the workers' days are added up, day by day. Then the lines are taken in the order (service date, run, provider,
/// invoice, line): each is compared with those that stand before it, held against what is left, and decided. Threads
/// share that by agreements and children: each takes the lines that have nothing to do with those of another.
struct Reconciler {
    /// As it came: all that is written are its lines' decisions and what had been paid before them.
    private let night: Night
    private let decisions: UnsafeMutableBufferPointer<Decision>
    private let paidBefore: UnsafeMutableBufferPointer<PaidBefore>
    private let rules: RuleBook
    private let longDays: LongDays
    private var balances: Balances
    private var standing: StandingWork
    private var notes = Notes()

    /// What is noted of few lines while they are decided.
    fileprivate struct Notes: Sendable {
        var sidelights: [Int: Sidelight] = [:]
        var released: [Int: FindingSet] = [:]
        var applied: [Dispositions.Applied] = []
        var unused: [Dispositions.Unused] = []
    }

    /// - Parameter number: the part of the night that it decides.
    private init(
        _ night: Night, _ history: History, _ rules: RuleBook, _ longDays: LongDays, _ shards: Shards,
        _ number: Int, _ decisions: UnsafeMutableBufferPointer<Decision>,
        _ paidBefore: UnsafeMutableBufferPointer<PaidBefore>
    ) {
        self.night = night
        self.decisions = decisions
        self.paidBefore = paidBefore
        self.rules = rules
        self.longDays = longDays
        balances = Balances(scope: night.pack.settings.childCapScope, services: night.pack.services.names.count)
        standing = StandingWork(
            history.standing.filter { shards.shard(of: $0.work.child) == number },
            texts: FoldedTexts(night.symbols))
        balances.reserve(min(history.accounts.count, night.registers.agreements.rows.count))
        for entry in history.accounts where shards.shard(of: entry.account.agreement) == number {
            balances.add(entry.account, hours: entry.hours, amount: entry.amount)
        }
        for opening in night.registers.openingBalances.rows where shards.shard(of: opening.agreement) == number {
            balances.add(opening.account, hours: opening.hours, amount: opening.amount)
        }
        giveBack { shards.shard(of: $0) == number }
    }

    /// Decides every line of the night and returns what has then been paid, in parts that have no account in common.
    ///
    /// - Parameters:
    ///   - ranks: each invoice's place by provider and number.
    ///   - threads: how many threads judge and decide lines; changes no decision.
    static func decide(_ night: inout Night, _ history: History, ranks: [Int], threads: Int) -> [Balances] {
        let rules = RuleBook(night.pack)
        Judgements.judge(&night, rules, threads: threads)
        let shards = Shards(night, history, ranks: ranks, threads: threads)
        let longDays = LongDays(night, history, rules, shards.orders, threads: threads)
        // Taken out of the night, they can be changed in place.
        var decisions = night.decisions
        night.decisions = []
        var paidBefore = [PaidBefore](repeating: PaidBefore(), count: night.lines.count)
        let done = decisions.withUnsafeMutableBufferPointer { decisions in
            paidBefore.withUnsafeMutableBufferPointer { paidBefore in
                nonisolated(unsafe) let place = (decisions: decisions, paidBefore: paidBefore)
                let night = night
                return SharedWork.map(shards.orders.count, threads: threads) { number in
                    var reconciler = Reconciler(
                        night, history, rules, longDays, shards, number, place.decisions, place.paidBefore)
                    reconciler.decide(shards.orders[number])
                    return (balances: reconciler.balances, notes: reconciler.notes)
                }
            }
        }
        night.decisions = decisions
        night.paidBefore = paidBefore
        for part in done { night.take(part.notes) }
        return done.map { $0.balances }
    }

    /// Undoes what is reversed or withdrawn before anything is decided: what it frees can be used tonight.
    private mutating func giveBack(where isAsked: (_ agreement: Symbol) -> Bool) {
        for index in night.lines.indices where night.origins[index] == .undone {
            let decision = decisions[index]
            guard decision.disposition == .reversed, let account = night.account(of: index),
                isAsked(account.agreement)
            else { continue }
            balances.add(account, hours: decision.paidHours, amount: decision.paidAmount)
        }
    }

    /// What other lines have to do with this one.
    private mutating func compare(_ index: Int, _ work: StandingWork.Work) -> FindingSet {
        let (earlier, twin) = standing.compare(with: work, in: night)
        let hours = longDays.hours(of: index, decisions[index].findings, night)
        if earlier.isEmpty, hours == .zero { return [] }
        let findings = rules.findings(earlier: earlier, workerDay: hours)
        if findings.isEmpty { return [] }
        let mark: StandingWork.Mark? =
            switch twin {
            case .earlier(let place): standing.mark(ofEarlier: place)
            case .tonight(let place): night.mark(of: place)
            case nil: nil
            }
        notes.sidelights[index] = Sidelight(earlier: earlier, workerDay: hours, twin: mark)
        return findings
    }

    private mutating func decide(_ order: [Int32]) {
        for index in order {
            standing.begin(night.lines[Int(index)].day)
            decide(Int(index))
        }
    }

    private mutating func decide(_ index: Int) {
        let work = night.work(of: index)
        let findings = decisions[index].findings.union(compare(index, work))
        let place = decisions[index].terms
        let terms = night.terms[Int(place)]
        let amount = night.lines[index].amount
        var holding = findings.intersection(rules.pending)
        if !holding.isEmpty || !night.dispositions.releases.isEmpty || !night.priors.isEmpty {
            let released = released(index, findings)
            if !released.isEmpty { notes.released[index] = released }
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
        decisions[index] = decision
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
                notes.applied.append(.init(row: row, line: index))
            } else {
                notes.unused.append(
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
        paidBefore[index] = before
        if let account, decision.disposition.isPayment {
            balances.add(account, hours: decision.paidHours, amount: decision.paidAmount)
        }
        return decision
    }
}

extension Night {
    /// Takes up what was noted of a part's lines.
    fileprivate mutating func take(_ notes: Reconciler.Notes) {
        sidelights.merge(notes.sidelights) { $1 }
        released.merge(notes.released) { $1 }
        dispositions.applied += notes.applied
        dispositions.unused += notes.unused
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
