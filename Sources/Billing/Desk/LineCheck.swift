
/// The line rules that need no register, on the lines of one file (spec: rules, Lines). Several threads may ask.
final class LineCheck: Sendable {
    /// A rule with the cells that it reads and the column at which it is told.
    private struct Told: Sendable {
        var rule: any LineRule.Type
        var reads: ColumnSet
        var column: Column
    }

    private let reading: FileReading
    private let symbols: Symbols
    private let pack: PolicyPack
    /// Rules that read other cells than words.
    private let told: [Told]
    /// What the rules on words say of each verdict, by its place.
    private let saidOfWords: [FindingSet]
    /// What was found of words, each memory for who asks at the time.
    private let memories = Locked<[VerdictMemory]>([])

    init(_ reading: FileReading, _ symbols: Symbols, _ pack: PolicyPack) {
        self.reading = reading
        self.symbols = symbols
        self.pack = pack
        let asked = Self.rules.filter { pack.effect(of: $0.rule.id) != .off }
        told = asked.filter { $0.reads != Self.words }
        let onWords = asked.filter { $0.reads == Self.words }
        saidOfWords = ActivityVerdict.all.map { verdict in
            var facts = LineFacts.unbilled
            facts.activity = verdict
            return onWords.filter { $0.rule.speaks(of: facts) }.reduce(into: []) { $0.insert(FindingSet($1.rule.id)) }
        }
    }

    private static let words = ColumnSet([ColumnSet(.activity), ColumnSet(.description)])

    private static let rules: [Told] = {
        let money = ColumnSet([ColumnSet(.hours), ColumnSet(.rate), ColumnSet(.amount)])
        return [
            Told(
                rule: ServiceUnknown.self, reads: [ColumnSet(.service), ColumnSet(.serviceDate)], column: .service),
            Told(rule: UnbillableActivity.self, reads: words, column: .activity),
            Told(rule: ActivityMissing.self, reads: words, column: .activity),
            Told(rule: UnbillableSuspected.self, reads: words, column: .activity),
            Told(rule: AmountUnderstated.self, reads: money, column: .amount),
            Told(rule: ActivityOther.self, reads: words, column: .activity),
            Told(rule: MonthMismatch.self, reads: ColumnSet(.serviceDate), column: .serviceDate),
        ]
    }()

    /// The column at which a rule about lines is told.
    private static func column(of rule: RuleID) -> Column { rules.first { $0.rule.id == rule }?.column ?? .amount }

    /// Calls `body` with a memory of words that nobody else asks meanwhile.
    func withMemory(_ body: (inout VerdictMemory) -> Void) {
        var memory = memories.withLock { $0.popLast() } ?? VerdictMemory(pack.classifier)
        body(&memory)
        memories.withLock { $0.append(memory) }
    }

    /// Adds the findings of an invoice's lines, in their order, those of one line in the order of the rules.
    func findings(of invoice: Invoice, file: String, _ memory: inout VerdictMemory, to found: inout [CheckFinding]) {
        var facts = LineFacts.unbilled
        facts.form = invoice.form ?? .dcf2106
        reading.lines.withUnsafeBufferPointer { lines in
            for place in invoice.lines {
                let line = lines[place]
                facts.activity = memory.verdict(line.activity, line.description, symbols)
                fill(&facts, line, of: invoice)
                let rules = self.rules(on: line, of: invoice, facts)
                if !rules.isEmpty { add(rules, on: line, of: invoice, facts, file, to: &found) }
            }
        }
    }

    /// The rules that speak of a line.
    private func rules(on line: InvoiceLine, of invoice: Invoice, _ facts: LineFacts) -> FindingSet {
        var rules = line.unread.isDisjoint(with: Self.words) ? saidOfWords[facts.activity.place] : []
        for told in told where line.unread.isDisjoint(with: told.reads) && told.rule.speaks(of: facts) {
            rules.insert(FindingSet(told.rule.id))
        }
        if line.unread.isEmpty, line.amount > line.rate.cost(of: line.hours) {
            rules.insert(FindingSet(AmountOverstated.id))
        }
        if invoice.billingMonth == nil { rules.remove(FindingSet(MonthMismatch.id)) }
        return rules
    }

    /// Everything but the form and the verdict on the words.
    private func fill(_ facts: inout LineFacts, _ line: InvoiceLine, of invoice: Invoice) {
        facts.day = line.day
        facts.billingMonth = invoice.billingMonth ?? line.day.month
        facts.hours = line.hours
        facts.rate = line.rate
        facts.amount = line.amount
        facts.policy = pack.terms(on: line.day) ?? .none
        facts.service = line.service.flatMap { facts.policy.services.contains($0) ? $0 : nil }
    }

    private func add(
        _ rules: FindingSet, on line: InvoiceLine, of invoice: Invoice, _ facts: LineFacts, _ file: String,
        to found: inout [CheckFinding]
    ) {
        let story = self.story(of: line, invoice, facts)
        for rule in rules.rules {
            found.append(
                CheckFinding(
                    file: file, line: Int(line.place), column: Self.column(of: rule).name, rule: rule,
                    effect: pack.effect(of: rule), provider: story.provider, invoiceNumber: story.invoiceNumber,
                    lineNumber: String(line.number), sentence: Catalogue.lineSentence(rule, story),
                    sample: sample(rule, line)))
        }
    }

    private func sample(_ rule: RuleID, _ line: InvoiceLine) -> String? {
        switch rule {
        case AmountOverstated.id, AmountUnderstated.id: line.rate.cost(of: line.hours).description
        case ServiceUnknown.id: Correction.service(symbols[line.serviceText], on: line.day, pack)
        default: nil
        }
    }

    private func story(of line: InvoiceLine, _ invoice: Invoice, _ facts: LineFacts) -> LineStory {
        let limits = Limits(
            hours: line.hours, rate: line.rate, contractRate: line.rate, serviceHoursLeft: line.hours,
            childHoursLeft: nil, serviceDollarsLeft: line.amount)
        return LineStory(
            facts: facts, agreement: symbols[invoice.agreement],
            service: facts.service.map { pack.services.name($0) } ?? symbols[line.serviceText],
            worker: symbols[line.worker], child: symbols[line.child], provider: symbols[invoice.provider],
            activity: symbols[line.activity], invoiceNumber: symbols[invoice.number],
            replaces: symbols[invoice.replacesText], asOf: facts.day, limits: limits, servicePaid: (.zero, .zero),
            childPaid: .zero, twin: nil, fullySigned: nil)
    }
}
