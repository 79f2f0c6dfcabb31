/// The words of activities.yaml in tables: what a word is by its hash, phrases by their words, misspellings.
final class ActivityLexicon: Sendable {
    /// What a word or a phrase is; 0 is a word that is in no list.
    struct Entry: Sendable {
        var traits = ActivityTraits()
        /// What it says when no reading fits.
        var means = ActivityMeaning.nothing
        var startsPhrase = false
        /// Whether a full stop may stand behind it without ending the sentence.
        var isAbbreviation = false
        /// Whether a name follows that full stop.
        var isTitle = false
        /// Its readings, as a range of `readingOrder`.
        var readings: Range<Int32> = 0..<0
    }

    let entries: [Entry]
    let words: ActivityTable
    let phrases: ActivityTable
    /// The phrase that ends at a node, 0 when none does; the first node is where all begin.
    let phraseAtNode: [UInt16]
    let typos: ActivityTypos
    let readings: [ActivityReading]
    let readingOrder: [UInt16]
    let verbEndings: [[UInt8]]
    /// All traits that a reading asks an activity for while its description is read.
    let traitsAskedOfActivities: ActivityTraits
    /// What the bytes of a text are.
    let characters = ActivityCharacters.table
    /// The shortest word that may be a misspelling: one letter of a long word may be missing.
    let shortestTypo: Int

    /// - Throws: where words are too many, or a word is none.
    init(_ source: ActivityWords) throws(PackFault) {
        var builder = try ActivityLexiconBuilder(source)
        try builder.addGroups()
        builder.addReadings()
        entries = builder.entries
        words = ActivityTable(builder.wordKeys)
        phrases = ActivityTable(builder.phraseKeys)
        phraseAtNode = builder.phraseAtNode
        typos = ActivityTypos(builder.longWords)
        readings = builder.readings
        readingOrder = builder.readingOrder
        traitsAskedOfActivities = builder.readings.flatMap { $0.conditions }.reduce(into: ActivityTraits()) {
            if $1.place == .activity { $0.formUnion($1.traits) }
        }
        verbEndings = source.verbEndings.map { Array($0.utf8) }
        shortestTypo = source.typosFrom - 1
    }

    /// The key by which a phrase goes on from `node` with a word; `linked` where "and" stands between.
    @inline(__always)
    static func phraseKey(node: UInt16, word: UInt16, linked: Bool) -> UInt64 {
        UInt64(node) << 32 | UInt64(word) << 1 | (linked ? 1 : 0) | 1 << 60
    }
}
