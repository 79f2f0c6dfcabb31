/// What the sentences of a text came to so far.
struct ActivityTally {
    /// The first of the five that is said, at whatever weight but aside.
    var kind: ActivityVerdict.Kind?
    /// The first of the five that is said aside.
    var asideKind: ActivityVerdict.Kind?
    /// One of the five is said without a doubt.
    var isSure = false
    /// Work that is not known for what it is stands beside.
    var isDoubtful = false
    /// A known kind of case work, other than what one of the five was done to.
    var hasCaseWork = false
    /// All that its words are.
    var traits = ActivityTraits()

    mutating func add(_ sentence: borrowing ActivitySentence) {
        for index in 0..<sentence.count {
            let token = sentence.tokens[index]
            traits.formUnion(token.traits)
            let means = token.means
            if let kind = means.kind {
                if means.weight == .aside {
                    asideKind = asideKind ?? kind
                } else {
                    self.kind = self.kind ?? kind
                    isSure = isSure || means.weight == .sure
                }
            } else if means == .caseWork || token.has(.caseWork), !token.has(.absorbed) {
                hasCaseWork = true
            } else if token.has(.strange), !token.has(.absorbed), isWorkOfItsOwn(sentence, index) {
                isDoubtful = true
            }
        }
    }

    /// Whether a word that is in no list stands apart from the five, or may be a verb before one of them.
    private func isWorkOfItsOwn(_ sentence: borrowing ActivitySentence, _ index: Int) -> Bool {
        for place in sentence.runStart(index)..<sentence.runEnd(index)
        where sentence.tokens[place].means.isOneOfTheFive {
            return index < place && sentence.tokens[index].has(.verbLike)
        }
        return true
    }
}
