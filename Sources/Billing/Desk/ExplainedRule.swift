/// A rule that spoke on a line, in words that need no register.
struct ExplainedRule: Sendable {
    var name: String
    /// What the pack has it do.
    var effect: Effect
    /// Whether it made the line what it is.
    var decides: Bool
    /// Staff released it: it was reported and held the line no longer.
    var isReleased: Bool
    var owner: Owner
    var message: String
    var nextStep: String
    var source: String

    /// The rules of a decision, in their order.
    static func all(
        _ decision: DecisionRecord, _ line: LineRecord, _ record: InvoiceRecord, _ pack: PolicyPack
    ) -> [ExplainedRule] {
        let story = LineStory(decision, line, record, pack)
        let released = line.released(by: decision.run.number)
        return decision.findings.compactMap { name in
            guard let id = Catalogue.find(name) else { return nil }
            let rule = Catalogue.rule(id)
            return ExplainedRule(
                name: name, effect: pack.effect(of: id), decides: name == decision.decidingRule,
                isReleased: released.contains(name), owner: rule.owner,
                message: message(rule, decision, line, story), nextStep: rule.nextStep, source: pack.source(of: id))
        }
    }

    /// The rule's own sentence where the store holds all that it reads, else what the rule is about; the exceptions of
    /// the run have the sentence with the registers' values.
    private static func message(
        _ rule: any Rule.Type, _ decision: DecisionRecord, _ line: LineRecord, _ story: LineStory
    ) -> String {
        if rule.id == DeniedByStaff.id, let word = line.staffWords.last(where: { $0.action == "deny" }) {
            return "\(word.decidedBy) denied it on \(word.decidedOn): \(word.reason.asSentenceEnd)"
        }
        if let rule = rule as? any ReducingRule.Type {
            return decision.limits == nil ? rule.summary : rule.sentence(story).message
        }
        if let rule = rule as? any LineRule.Type, readsTheLineAlone.contains(rule.id) {
            return rule.sentence(story).message
        }
        return rule.summary
    }

    private static let readsTheLineAlone: Set<RuleID> = [
        ServiceUnknown.id, UnbillableActivity.id, ActivityMissing.id, UnbillableSuspected.id, AmountUnderstated.id,
        ActivityOther.id, MonthMismatch.id,
    ]
}

extension LineRecord {
    /// The rules that staff had released when a run decided.
    func released(by run: Int) -> Set<String> {
        staffWords.filter { $0.run.number <= run }.reduce(into: []) { released, word in
            if word.action == "reopen" { released = [] }
            if word.action == "release" { released.insert(word.rule) }
        }
    }
}

extension LineStory {
    /// What the store alone tells of a decided line; facts of the registers say nothing.
    fileprivate init(_ decision: DecisionRecord, _ line: LineRecord, _ record: InvoiceRecord, _ pack: PolicyPack) {
        var facts = LineFacts.unbilled
        facts.form = record.form
        facts.day = line.day
        facts.billingMonth = Day(iso: record.billingMonth + "-01")?.month ?? line.day.month
        (facts.hours, facts.rate, facts.amount) = (line.hours, line.rate, line.amount)
        facts.activity = pack.classifier.classify(activity: line.activity, description: line.description)
        if let policy = pack.terms(on: line.day) { facts.policy = policy }
        let hasHomeStudy = decision.childCap != facts.policy.childCap
        facts.version = decision.version.map {
            VersionOnDay(
                number: $0, expectedEnd: .last, additionalHomeStudies: hasHomeStudy ? 1 : 0,
                maxHours: decision.hoursAgreed, ceiling: decision.dollarsAgreed)
        }
        let limits = decision.limits
        func paid(_ agreed: Hours?, _ left: Hours?, _ use: HoursUse?) -> Hours {
            use?.hours ?? max(.zero, (agreed ?? .zero) - (left ?? .zero))
        }
        let dollars = line.serviceUse?.amount
            ?? max(.zero, (decision.dollarsAgreed ?? .zero) - (limits?.serviceDollarsLeft ?? .zero))
        self.init(
            facts: facts, agreement: record.agreement, service: decision.service, worker: line.worker,
            child: line.child, provider: record.provider, activity: line.activity, invoiceNumber: record.number,
            replaces: record.replaces, asOf: decision.run.asOf, limits: limits,
            servicePaid: (paid(decision.hoursAgreed, limits?.serviceHoursLeft, line.serviceUse), dollars),
            childPaid: paid(decision.childCap, limits?.childHoursLeft, line.childUse), twin: nil, fullySigned: nil)
    }
}
