/// One row of the exceptions: a finding with its subject. The sentence is made when it is written.
struct ExceptionRow: Sendable {
    var severity: Severity
    var rule: RuleID
    var effect: Effect
    var provider = ""
    var agreement = Symbol.none
    var invoiceNumber = ""
    var lineNumber = ""
    var child = Symbol.none
    var day: Day?
    var file = ""
    /// The physical line of the file; 0 where there is none.
    var line = 0
    var column: String?
    /// Nil where it can't be told.
    var amount: Money? = .zero
    var words: Words

    /// Where the sentence comes from.
    enum Words: Sendable {
        case made(Sentence)
        /// A line of the night; its rule tells.
        case line(Int)
    }

    var place: String { line == 0 ? "" : "line \(line)" + (column.map { " column \($0)" } ?? "") }

    /// What to tell people.
    func sentence(_ outcome: Outcome) -> Sentence {
        switch words {
        case .made(let sentence): return sentence
        case .line(let index):
            let night = outcome.night
            if rule == DeniedByStaff.id, let row = night.dispositions.denials[index] {
                return DeniedByStaff.sentence(
                    by: row.decidedBy, on: row.decidedOn ?? night.asOf, reason: row.reason)
            }
            let story = night.story(of: index)
            return Catalogue.lineSentence(rule, story)
        }
    }
}

extension Catalogue {
    /// The sentence of a line rule or a reducing rule.
    static func lineSentence(_ id: RuleID, _ story: LineStory) -> Sentence {
        let rule = rule(id)
        if let rule = rule as? any LineRule.Type { return rule.sentence(story) }
        if let rule = rule as? any ReducingRule.Type { return rule.sentence(story) }
        preconditionFailure("\(rule.name) is not a rule about lines")
    }
}
