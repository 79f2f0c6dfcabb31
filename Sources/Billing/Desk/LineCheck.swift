import Dispatch

/// The line rules that need no register, on the lines of one file (spec: rules, Lines).
struct LineCheck {
    /// A rule with the cells that it reads and the column at which it is told.
    private struct Told {
        var rule: any LineRule.Type
        var reads: ColumnSet
        var column: Column
    }

    /// A line of which a rule spoke.
    struct Speech: Sendable {
        /// The line's place in the reading.
        var line: Int
        var rules: FindingSet
    }

    private let reading: FileReading
    private let symbols: Symbols
    private let pack: PolicyPack
    /// Rules that read other cells than words.
    private let told: [Told]
    /// What the rules on words say of each verdict, by its place.
    private let saidOfWords: [FindingSet]

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

    private static var rules: [Told] {
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
    }

    /// The column at which a rule about lines is told.
    static func column(of rule: RuleID) -> Column { rules.first { $0.rule.id == rule }?.column ?? .amount }

    /// How many lines are looked at together.
    private static let chunk = 4096

    /// The lines of which rules speak, in the reading's order; the threads share them out.
    func speeches(threads: Int) -> [Speech] {
        let count = reading.lines.count
        let chunks = (count + Self.chunk - 1) / Self.chunk
        var found = [[Speech]](repeating: [], count: chunks)
        found.withUnsafeMutableBufferPointer { found in
            nonisolated(unsafe) let found = found
            DispatchQueue.concurrentPerform(iterations: max(1, threads)) { thread in
                if thread >= chunks { return }
                var memory = VerdictMemory(pack.classifier)
                for number in stride(from: thread, to: chunks, by: max(1, threads)) {
                    let range = number * Self.chunk..<min(count, (number + 1) * Self.chunk)
                    found[number] = speeches(range, &memory)
                }
            }
        }
        return found.flatMap { $0 }
    }

    private func speeches(_ range: Range<Int>, _ memory: inout VerdictMemory) -> [Speech] {
        var speeches: [Speech] = []
        var facts = LineFacts.unbilled
        reading.lines.withUnsafeBufferPointer { lines in
            for index in range {
                let line = lines[index]
                facts.activity = memory.verdict(line.activity, line.description, symbols)
                fill(&facts, line)
                let rules = self.rules(on: line, facts)
                if !rules.isEmpty { speeches.append(Speech(line: index, rules: rules)) }
            }
        }
        return speeches
    }

    /// The rules that speak of a line.
    private func rules(on line: InvoiceLine, _ facts: LineFacts) -> FindingSet {
        var rules = line.unread.isDisjoint(with: Self.words) ? saidOfWords[facts.activity.place] : []
        for told in told where line.unread.isDisjoint(with: told.reads) && told.rule.speaks(of: facts) {
            rules.insert(FindingSet(told.rule.id))
        }
        if line.unread.isEmpty, line.amount > line.rate.cost(of: line.hours) {
            rules.insert(FindingSet(AmountOverstated.id))
        }
        if reading.invoices[Int(line.invoice)].billingMonth == nil { rules.remove(FindingSet(MonthMismatch.id)) }
        return rules
    }

    /// Everything but the verdict on the words.
    private func fill(_ facts: inout LineFacts, _ line: InvoiceLine) {
        let invoice = Int(line.invoice)
        facts.form = reading.invoices[invoice].form ?? .dcf2106
        facts.day = line.day
        facts.billingMonth = reading.invoices[invoice].billingMonth ?? line.day.month
        facts.hours = line.hours
        facts.rate = line.rate
        facts.amount = line.amount
        facts.service = nil
        guard let policy = pack.policies.last(where: { $0.from <= line.day }) else { return }
        facts.policy = policy
        if let service = line.service, policy.services.contains(service) { facts.service = service }
    }

    /// The findings of a line, in the order of the rules.
    func findings(_ speech: Speech, file: String) -> [CheckFinding] {
        let line = reading.lines[speech.line]
        let invoice = reading.invoices[Int(line.invoice)]
        let story = self.story(of: line, invoice)
        return speech.rules.rules.map { rule in
            CheckFinding(
                file: file, line: Int(line.place), column: Self.column(of: rule).name, rule: rule,
                effect: pack.effect(of: rule), provider: symbols[invoice.provider],
                invoiceNumber: symbols[invoice.number], lineNumber: String(line.number),
                sentence: Catalogue.lineSentence(rule, story), sample: sample(rule, line))
        }
    }

    private func sample(_ rule: RuleID, _ line: InvoiceLine) -> String? {
        switch rule {
        case AmountOverstated.id, AmountUnderstated.id: line.rate.cost(of: line.hours).description
        case ServiceUnknown.id: Correction.service(symbols[line.serviceText], on: line.day, pack)
        default: nil
        }
    }

    private func story(of line: InvoiceLine, _ invoice: Invoice) -> LineStory {
        var facts = LineFacts.unbilled
        facts.activity = symbols.withBytes(of: line.activity) { activity in
            symbols.withBytes(of: line.description) { pack.classifier.classify(activity: activity, description: $0) }
        }
        fill(&facts, line)
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
