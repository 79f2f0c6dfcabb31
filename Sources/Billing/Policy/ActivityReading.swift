/// A reading of the pack, compiled: what it asks of a word's surroundings, and what the word then means.
struct ActivityReading: Sendable {
    struct Condition: Sendable {
        var place: ActivityWords.Place
        var isUnless: Bool
        var traits: ActivityTraits
    }

    var field: ActivityWords.Field?
    var conditions: [Condition]
    var means: ActivityMeaning

    /// - Parameter traits: the traits that a name in the pack stands for.
    init(_ reading: ActivityWords.Reading, traits: (String) -> ActivityTraits) {
        field = reading.field
        means = reading.means
        conditions = reading.conditions.map { condition in
            var all = ActivityTraits()
            for name in condition.names { all.formUnion(traits(name)) }
            return Condition(place: condition.place, isUnless: condition.isUnless, traits: all)
        }
    }

    @inline(__always)
    func fits(_ surroundings: borrowing ActivitySurroundings, in field: ActivityWords.Field) -> Bool {
        if let only = self.field, only != field { return false }
        for condition in conditions where surroundings[condition.place].meets(condition.traits) == condition.isUnless {
            return false
        }
        return true
    }
}

/// What stands around a word of a sentence.
struct ActivitySurroundings {
    var word = ActivityTraits()
    var next = ActivityTraits()
    var previous = ActivityTraits()
    var after = ActivityTraits()
    var before = ActivityTraits()
    var to = ActivityTraits()
    /// The activity's words, while its description is read.
    var activity = ActivityTraits()

    @inline(__always)
    subscript(place: ActivityWords.Place) -> ActivityTraits {
        switch place {
        case .word: return word
        case .next: return next
        case .previous: return previous
        case .after: return after
        case .before: return before
        case .to: return to
        case .activity: return activity
        case .beside:
            var both = after
            both.formUnion(before)
            return both
        }
    }
}
