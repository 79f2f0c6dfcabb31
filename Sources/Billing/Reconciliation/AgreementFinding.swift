/// What a rule found off with an agreement. No money moves for it.
struct AgreementFinding: Hashable, Sendable {
    var rule: RuleID
    /// The month that it is about; nil where it is about none.
    var month: Month?
    var sentence: Sentence

    init(_ rule: any Rule.Type, month: Month? = nil, _ sentence: Sentence) {
        self.rule = rule.id
        self.month = month
        self.sentence = sentence
    }
}
