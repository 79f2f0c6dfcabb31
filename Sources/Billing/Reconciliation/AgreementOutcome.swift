/// What a run says of one agreement: its hours and dollars, and its findings. No more than the reports tell of it is
/// kept, as there may be a hundred thousand.
struct AgreementOutcome: Sendable {
    /// The agreement's id.
    var id: Symbol
    var provider: Symbol
    /// The version looked at: the one in force on the as-of date, else version 0.
    var version: Int32
    var start: Day
    var expectedEnd: Day
    /// Whether nothing of it is delivered any more in the months that are looked at.
    var hasEnded: Bool
    /// In order of the services' names.
    var accounts: [AgreementStory.Account]
    /// All that hold, in the order of the rules.
    var findings: [AgreementFinding]
    /// Those that the last run did not report.
    var news: [AgreementFinding]
}

/// Looks at every agreement of the register once the lines are decided (spec: rules, Agreements).
///
/// All that is counted is kept by the agreement's place in the register; what names no agreement of the register is
/// nobody's.
struct AgreementReview {
    private let night: Night
    private let history: History
    private let dueMonths: [Month]
    /// Each service on which something was paid; nothing of them is held.
    private var paid = Grouped<AgreementLedger.Entry>()
    /// Each service on which something is held; nothing of them is paid.
    private var held = Grouped<AgreementLedger.Entry>()
    private var hasHeldLine: [Bool]
    /// What adds up to the lines that stand, by month: what earlier nights left, and tonight's changes.
    private var worked = Grouped<(key: History.ServiceMonth, lines: Int)>()
    private var linesForAAP: [Int]
    private var invoiced = Grouped<History.InvoiceMonth>()

    /// - Parameter balances: what has been paid once the night is decided, in parts that have no account in common.
    init(_ night: Night, _ history: History, _ balances: [Balances]) {
        self.night = night
        self.history = history
        dueMonths = night.pack.settings.agreements.dueMonths(asOf: night.asOf)
        let count = night.registers.agreements.rows.count
        hasHeldLine = [Bool](repeating: false, count: count)
        linesForAAP = [Int](repeating: 0, count: count)
        countPaid(balances)
        countLines()
        countInvoices()
    }

    /// The outcome of every agreement without a register fault, in order of id.
    ///
    /// - Parameter threads: how many threads look at them; changes no outcome.
    func outcomes(threads: Int) -> [AgreementOutcome] {
        let told = night.registers.agreementsInOrder.filter {
            night.registers.isTold(ofAgreement: Int($0), asOf: night.asOf)
        }
        let rules = Catalogue.agreementRules.filter { night.pack.effect(of: $0.id) != .off }
        let share = 1024
        return [AgreementOutcome](unsafeUninitializedCapacity: told.count) { outcomes, count in
            nonisolated(unsafe) let outcomes = outcomes
            SharedWork.each((told.count + share - 1) / share, threads: threads) { number in
                for index in number * share..<min(told.count, (number + 1) * share) {
                    outcomes.initializeElement(at: index, to: outcome(of: Int(told[index]), rules)!)
                }
            }
            count = told.count
        }
    }

    private func outcome(of place: Int, _ rules: [any AgreementRule.Type]) -> AgreementOutcome? {
        let agreement = night.registers.agreements.rows[place]
        guard
            let story = night.registers.story(
                ofAgreement: place, asOf: night.asOf, ledger: ledger(of: place, agreement.provider),
                settings: night.pack.settings.agreements, dueMonths: dueMonths, policies: night.pack.policies,
                services: night.pack.services, symbols: night.symbols)
        else { return nil }
        let findings = rules.flatMap { $0.findings(story) }
        let news = findings.filter { finding in
            !history.agreementFindings.contains(
                .init(agreement: agreement.id, rule: finding.rule, month: finding.month))
        }
        return AgreementOutcome(
            id: agreement.id, provider: agreement.provider, version: story.version.number,
            start: story.version.start, expectedEnd: story.version.expectedEnd,
            hasEnded: dueMonths.first.map { story.end < $0.firstDay } ?? false, accounts: story.accounts,
            findings: findings, news: news)
    }

    private func ledger(of place: Int, _ provider: Symbol) -> AgreementLedger {
        var services = Array(paid[place])
        for entry in held[place] {
            if let known = services.firstIndex(where: { $0.service == entry.service }) {
                services[known].heldHours = entry.heldHours
                services[known].heldAmount = entry.heldAmount
            } else {
                services.append(entry)
            }
        }
        return AgreementLedger(
            services: services, hasHeldLine: hasHeldLine[place],
            invoiced: invoiced[place].filter { $0.provider == provider }.map { $0.month },
            worked: workedMonths(of: place, provider), hasWorkForAAP: linesForAAP[place] > 0)
    }

    /// The months and forms for which, all added up, lines stand.
    private func workedMonths(of place: Int, _ provider: Symbol) -> [AgreementLedger.WorkedMonth] {
        var months: [(month: AgreementLedger.WorkedMonth, lines: Int)] = []
        for row in worked[place] where row.key.provider == provider {
            let month = AgreementLedger.WorkedMonth(month: row.key.month, form: row.key.form)
            if let known = months.firstIndex(where: { $0.month == month }) {
                months[known].lines += row.lines
            } else {
                months.append((month, row.lines))
            }
        }
        return months.filter { $0.lines > 0 }.map { $0.month }
    }

    private mutating func countPaid(_ balances: [Balances]) {
        var rows: [(owner: Int32, row: AgreementLedger.Entry)] = []
        for part in balances {
            part.forEachPaid { agreement, service, paid in
                guard let place = night.registers.agreement(agreement) else { return }
                let entry = AgreementLedger.Entry(
                    service: service, paidHours: paid.hours, paidAmount: paid.amount, heldHours: .zero,
                    heldAmount: .zero)
                rows.append((Int32(place), entry))
            }
        }
        paid = Grouped(owners: linesForAAP.count, rows)
        for entry in history.accounts where entry.account.form == .aap {
            guard let place = night.registers.agreement(entry.account.agreement) else { continue }
            linesForAAP[place] += entry.lines
        }
    }

    private mutating func countInvoices() {
        var rows: [(owner: Int32, row: History.InvoiceMonth)] = []
        func add(_ month: History.InvoiceMonth) {
            guard let place = night.registers.agreement(month.agreement) else { return }
            rows.append((Int32(place), month))
        }
        for month in history.invoiceMonths { add(month) }
        for entry in night.invoices where entry.status.isReceived && !entry.isEarlier {
            guard let month = entry.invoice.billingMonth else { continue }
            add(.init(agreement: entry.invoice.agreement, provider: entry.invoice.provider, month: month))
        }
        invoiced = Grouped(owners: linesForAAP.count, rows)
    }

    /// Counts what tonight's decisions add to what earlier nights left, and take back from it.
    private mutating func countLines() {
        /// Lines that stand together mostly count for the same month.
        var last: (key: History.ServiceMonth, change: Int)?
        var changes: [History.ServiceMonth: Int] = [:]
        var held = HeldServices()
        let night = night
        for index in night.lines.indices {
            let change = change(index, night)
            if change == 0 { continue }
            let isHeld = night.decisions[index].disposition == .pended
            if isHeld, !isPlaced(index, night) { continue }
            let key = night.serviceMonth(of: index)
            if last?.key != key {
                if let last { changes[last.key, default: 0] += last.change }
                last = (key, 0)
            }
            last!.change += change
            if isHeld { addHeld(index, night, to: &held) }
        }
        if let last { changes[last.key, default: 0] += last.change }
        self.held = Grouped(owners: linesForAAP.count, held.rows)
        countWorked(changes)
    }

    private mutating func countWorked(_ changes: [History.ServiceMonth: Int]) {
        var rows: [(owner: Int32, row: (key: History.ServiceMonth, lines: Int))] = []
        for (key, lines) in history.serviceMonths {
            guard let place = night.registers.agreement(key.agreement) else { continue }
            rows.append((Int32(place), (key, lines)))
        }
        for (key, lines) in changes {
            guard let place = night.registers.agreement(key.agreement) else { continue }
            rows.append((Int32(place), (key, lines)))
            if key.form == .aap { linesForAAP[place] += lines }
        }
        worked = Grouped(owners: linesForAAP.count, rows)
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

    private mutating func addHeld(_ index: Int, _ night: borrowing Night, to held: inout HeldServices) {
        let line = night.lines[index]
        guard let place = night.registers.agreement(night.invoices[Int(line.invoice)].invoice.agreement) else { return }
        hasHeldLine[place] = true
        guard let account = night.account(of: index) else { return }
        held.add(line, of: Int32(place), account.service)
    }
}

/// What is held, by agreement and service.
private struct HeldServices {
    private struct Key: Hashable {
        var agreement: Int32
        var service: Service
    }

    private(set) var rows: [(owner: Int32, row: AgreementLedger.Entry)] = []
    private var places: [Key: Int] = [:]

    mutating func add(_ line: InvoiceLine, of agreement: Int32, _ service: Service) {
        let key = Key(agreement: agreement, service: service)
        let place = places[key] ?? rows.count
        if place == rows.count {
            places[key] = place
            rows.append(
                (
                    agreement,
                    .init(
                        service: service, paidHours: .zero, paidAmount: .zero, heldHours: .zero, heldAmount: .zero)
                ))
        }
        rows[place].row.heldHours += line.hours
        rows[place].row.heldAmount += line.amount
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
