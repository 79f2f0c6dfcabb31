/// The words of a sentence, and what is found out about them. It lives on the stack: a longer one is read in parts.
struct ActivitySentence {
    /// As many words as fit into what a stack allocation may take.
    static let capacity = 1024 / MemoryLayout<ActivityToken>.stride

    let tokens: UnsafeMutableBufferPointer<ActivityToken>
    let lexicon: ActivityLexicon
    private(set) var count = 0

    init(_ tokens: UnsafeMutableBufferPointer<ActivityToken>, _ lexicon: ActivityLexicon) {
        self.tokens = tokens
        self.lexicon = lexicon
    }

    var isFull: Bool { count == tokens.count }

    @inline(__always)
    mutating func append(_ token: ActivityToken) {
        tokens[count] = token
        count += 1
    }

    /// The first `end` words as a sentence; it shares their room.
    func first(_ end: Int) -> ActivitySentence {
        var part = self
        part.count = end
        return part
    }

    /// Forgets the words before `index`.
    mutating func removeFirst(_ index: Int) {
        for rest in index..<count { tokens[rest - index] = tokens[rest] }
        count -= index
    }

    /// Where a sentence that is too long is best parted: at the last comma of its second half, else at its end.
    var parting: Int {
        var index = count - 1
        while index > count / 2 {
            if tokens[index].joint != .none { return index }
            index -= 1
        }
        return count
    }

    /// Makes one word of every phrase, the longest where several begin.
    mutating func joinPhrases() {
        var kept = 0
        var index = 0
        while index < count {
            var token = tokens[index]
            var next = index + 1
            if token.id != 0, lexicon.entries[Int(token.id)].startsPhrase {
                let (phrase, end) = longestPhrase(at: index)
                if phrase != 0 {
                    let marks = token.traits.marks
                    token.id = phrase
                    token.traits = lexicon.entries[Int(phrase)].traits
                    token.traits.marks.formUnion(marks)
                    next = end
                }
            }
            tokens[kept] = token
            kept += 1
            index = next
        }
        count = kept
    }

    private func longestPhrase(at start: Int) -> (phrase: UInt16, end: Int) {
        var found: (phrase: UInt16, end: Int) = (0, start)
        var node: UInt16 = 0
        var index = start
        while index < count {
            let joint = tokens[index].joint
            if index > start, joint != .none, joint != .link { break }
            let linked = index > start && joint == .link
            node = lexicon.phrases[ActivityLexicon.phraseKey(node: node, word: tokens[index].id, linked: linked)]
            if node == 0 { break }
            index += 1
            if lexicon.phraseAtNode[Int(node)] != 0 { found = (lexicon.phraseAtNode[Int(node)], index) }
        }
        return found
    }

    // MARK: Parts

    /// The end of the run of words that begins at `index`, with nothing but spaces between.
    func runEnd(_ index: Int) -> Int {
        var end = index + 1
        while end < count, tokens[end].joint == .none { end += 1 }
        return end
    }

    /// The start of the run of words that `index` stands in.
    func runStart(_ index: Int) -> Int {
        var start = index
        while start > 0, tokens[start].joint == .none { start -= 1 }
        return start
    }

    /// Whether the words name a paper ("home visit notes") and do not begin with work of their own.
    func isRecord(_ range: Range<Int>) -> Bool {
        var hasRecord = false
        var isFirst = true
        for index in range {
            let token = tokens[index]
            if token.has(.breaker) { break }
            if token.has(.filler) { continue }
            if isFirst, token.has(.verb) || startsAct(token) { return false }
            isFirst = false
            if token.has(.record) { hasRecord = true }
        }
        return hasRecord
    }

    /// Whether the word by itself says that one of the five was done.
    func startsAct(_ token: ActivityToken) -> Bool {
        lexicon.entries[Int(token.id)].means.isOneOfTheFive && !token.has(.record)
    }

    /// Where the clause of a word ends: papers that are listed belong to it, other work does not.
    private func clauseEnd(_ index: Int) -> Int {
        var end = runEnd(index)
        while end < count, tokens[end].joint <= .link, end > index + 1 {
            let next = runEnd(end)
            guard isRecord(end..<next) else { break }
            end = next
        }
        return end
    }

    // MARK: Readings

    /// Finds out what every word says was done.
    func read(in field: ActivityWords.Field, activity: ActivityTraits) {
        for index in 0..<count {
            let entry = lexicon.entries[Int(tokens[index].id)]
            if entry.readings.isEmpty {
                tokens[index].means = entry.means
                continue
            }
            let surroundings = self.surroundings(of: index, activity)
            var means = entry.means
            for place in entry.readings {
                let reading = lexicon.readings[Int(lexicon.readingOrder[Int(place)])]
                if reading.fits(surroundings, in: field) {
                    means = reading.means
                    break
                }
            }
            tokens[index].means = means
        }
    }

    private func surroundings(of index: Int, _ activity: ActivityTraits) -> ActivitySurroundings {
        var around = ActivitySurroundings()
        around.activity = activity
        around.word = tokens[index].traits
        around.next.marks = .end
        around.previous.marks = .start
        let end = clauseEnd(index)
        var isFirst = true
        var leads = false
        for place in index + 1..<max(end, index + 1) {
            let token = tokens[place]
            around.after.formUnion(token.traits)
            if leads { around.to.formUnion(token.traits) }
            if token.has(.toward) { leads = true } else if token.has(.about) { leads = false }
            if isFirst, !token.has(.filler), token.joint == .none {
                around.next = token.traits
                isFirst = false
            }
        }
        lookBack(from: index, &around)
        return around
    }

    private func lookBack(from index: Int, _ around: inout ActivitySurroundings) {
        var isFirst = true
        var place = index
        while place > 0 {
            let joint = tokens[place].joint
            let reaches = joint == .dash || joint <= .link && tokens[index].has(.record)
            guard joint == .none || reaches && isRecord(runStart(place - 1)..<place) else { return }
            place -= 1
            let token = tokens[place]
            around.before.formUnion(token.traits)
            if isFirst, !token.has(.filler), joint == .none || joint == .dash {
                around.previous = token.traits
                isFirst = false
            }
        }
    }

    // MARK: Exclusions

    /// Takes back what was not done, or not billed: "no typing", "filing and typing not included".
    func exclude() {
        for index in 0..<count where tokens[index].means.isOneOfTheFive {
            if isExcludedBefore(index) || isExcludedBehind(index) {
                tokens[index].means = .nothing
                tokens[index].traits.marks.insert(.absorbed)
            }
        }
    }

    private func passesOver(_ token: ActivityToken) -> Bool {
        token.has([.filler, .light, .record, .about, .preparing]) || token.has(.number)
            || !lexicon.entries[Int(token.id)].readings.isEmpty || token.means.isOneOfTheFive
            || lexicon.entries[Int(token.id)].means.isOneOfTheFive
    }

    /// A negation stands before it; or, further off, one that a whole list follows.
    private func isExcludedBefore(_ index: Int) -> Bool {
        var place = index
        var sawNumber = false
        var isFar = false
        while place > 0 {
            if tokens[place].joint == .stop || sawNumber && tokens[place].joint != .none { return false }
            place -= 1
            let token = tokens[place]
            if token.has(.negation), !isFar || token.has(.breaker) { return true }
            if !passesOver(token), !token.has([.toward, .general]) { isFar = true }
            if token.has(.breaker), !token.has(.toward) { return false }
            if token.has(.number) { sawNumber = true }
        }
        return false
    }

    private func isExcludedBehind(_ index: Int) -> Bool {
        let end = runEnd(index)
        var place = index + 1
        var sawNumber = false
        while place < count {
            let token = tokens[place]
            if token.joint == .stop || sawNumber && token.joint != .none { return false }
            if token.has(.exclusion) { return true }
            if token.has(.breaker) || place >= end && !passesOver(token) { return false }
            if token.has(.number) { sawNumber = true }
            place += 1
        }
        return false
    }
}
