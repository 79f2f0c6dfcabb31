/// Tells from an activity and its description what was done (48-22-2, Service Hour Rate; spec: Activities).
///
/// What it knows of words stands in activities.yaml; here is only how sentences are taken apart. Each word, and each
/// phrase, is looked up; the readings of the pack tell what the doubtful ones mean where they stand; what one of the
/// five was done to is set apart from case work beside it. The verdict depends on the two texts alone, and reaching it
/// allocates nothing.
struct ActivityClassifier: Sendable {
    private let lexicon: ActivityLexicon

    /// - Throws: where the words can't be put in tables.
    init(_ words: ActivityWords) throws(PackFault) {
        lexicon = try ActivityLexicon(words)
    }

    /// - Parameters: both in UTF-8; bytes that are none are taken for letters of no list.
    func classify(activity: UnsafeRawBufferPointer, description: UnsafeRawBufferPointer) -> ActivityVerdict {
        let part = part(ofActivity: activity)
        return part.verdict ?? part.verdict(describedWith: kind(inDescription: description, activity: part.traits))
    }

    /// What an activity says by itself. It does not depend on the description.
    func part(ofActivity activity: UnsafeRawBufferPointer) -> ActivityPart {
        var said = ActivityTally()
        guard read(activity, .activity, &said) else { return ActivityPart(verdict: ActivityVerdict(.missing)) }
        if let kind = said.kind {
            let isAlone = said.isSure && !said.isDoubtful && !said.hasCaseWork
            return ActivityPart(verdict: ActivityVerdict(isAlone ? .unbillable : .suspected, kind))
        }
        if said.hasCaseWork, let kind = said.asideKind {
            return ActivityPart(verdict: ActivityVerdict(.suspected, kind))
        }
        return ActivityPart(
            verdict: nil, hasCaseWork: said.hasCaseWork,
            traits: said.traits.intersection(lexicon.traitsAskedOfActivities))
    }

    /// Which of the five a description owns up to; nil: none.
    ///
    /// - Parameter activity: the traits of the activity's part; nothing else of it counts.
    func kind(
        inDescription description: UnsafeRawBufferPointer, activity: ActivityTraits
    ) -> ActivityVerdict.Kind? {
        var told = ActivityTally()
        told.traits = activity
        _ = read(description, .description, &told)
        return told.kind ?? told.asideKind
    }

    func classify(activity: String, description: String) -> ActivityVerdict {
        var activity = activity
        var description = description
        return activity.withUTF8 { activity in
            description.withUTF8 { description in
                classify(
                    activity: UnsafeRawBufferPointer(activity), description: UnsafeRawBufferPointer(description))
            }
        }
    }

    private func read(
        _ text: UnsafeRawBufferPointer, _ field: ActivityWords.Field, _ tally: inout ActivityTally
    ) -> Bool {
        withUnsafeTemporaryAllocation(of: ActivityToken.self, capacity: ActivitySentence.capacity) { tokens in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: ActivityTokenizer.lettersKept) { letters in
                var sentence = ActivitySentence(tokens, lexicon)
                return read(text, field, &tally, &sentence, letters)
            }
        }
    }

    /// Reads a text sentence by sentence; false when there is nothing in it.
    private func read(
        _ text: UnsafeRawBufferPointer, _ field: ActivityWords.Field, _ tally: inout ActivityTally,
        _ sentence: inout ActivitySentence, _ letters: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
        let activity = tally.traits
        var words = ActivityTokenizer(text, lexicon, letters: letters)
        while let token = words.next() {
            if token.joint == .stop, sentence.count > 0 {
                finish(&sentence, sentence.count, field, activity, &tally)
            } else if sentence.isFull {
                tally.isDoubtful = true
                finish(&sentence, sentence.parting, field, activity, &tally)
            }
            sentence.append(token)
        }
        finish(&sentence, sentence.count, field, activity, &tally)
        return words.sawInk
    }

    /// Finds out what the first `end` words say, adds it to the tally and forgets them.
    private func finish(
        _ sentence: inout ActivitySentence, _ end: Int, _ field: ActivityWords.Field, _ activity: ActivityTraits,
        _ tally: inout ActivityTally
    ) {
        var part = sentence.first(end)
        part.joinPhrases()
        part.read(in: field, activity: activity)
        part.exclude()
        if field == .activity { part.absorbObjects() }
        tally.add(part)
        sentence.removeFirst(end)
    }
}

/// What an activity says, whatever its description adds.
struct ActivityPart: Sendable {
    /// Nil where the description has a word in it.
    var verdict: ActivityVerdict?
    var hasCaseWork = false
    /// Its words' traits, as far as the reading of a description asks for them.
    var traits = ActivityTraits()

    /// The verdict once the description is read.
    ///
    /// - Parameter kind: which of the five the description owns up to.
    func verdict(describedWith kind: ActivityVerdict.Kind?) -> ActivityVerdict {
        if let kind { return ActivityVerdict(.suspected, kind) }
        return ActivityVerdict(hasCaseWork ? .billable : .other)
    }
}
