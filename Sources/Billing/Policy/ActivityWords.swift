/// The words that tell what was done, as activities.yaml has them. Editing them needs no programming; what they are for
/// is explained at the head of that file.
struct ActivityWords: Sendable {
    /// The file's name, for faults.
    var file: String
    /// Letters that are written in two ways (`iz`, `is`): a word of the file is known in both.
    var spellingPairs: [(String, String)] = []
    /// The endings by which a word that is in no list may be a verb.
    var verbEndings: [String] = []
    /// The length from which on a word is known with one letter wrong.
    var typosFrom = 6
    /// Words behind which a full stop ends no sentence.
    var abbreviations: [Word] = []
    /// Words behind whose full stop a name follows.
    var titles: [Word] = []
    var groups: [Group] = []
    var readings: [Reading] = []

    /// Words that are taken alike.
    struct Group: Sendable {
        var name: String
        /// The document and the passage that the group rests on.
        var source: String
        var words: [Word]
        var means: ActivityMeaning
        var roles: ActivityRoles
        var forms: Forms
        var prefixes: [String]
        var line: Int
    }

    /// A word or a phrase, with its place in the file.
    struct Word: Sendable {
        var text: String
        var line: Int
    }

    /// Which forms a group's words are known in.
    enum Forms: String, Sendable, CaseIterable {
        case asWritten = "as written"
        case noun, verb
    }

    /// Who did what to what: what the words of some groups mean in some surroundings.
    struct Reading: Sendable {
        var of: [String]
        var conditions: [Condition]
        /// Nil: in both.
        var field: Field?
        var means: ActivityMeaning
        var line: Int
    }

    /// What a reading asks of a word's surroundings.
    struct Condition: Sendable {
        var place: Place
        var isUnless: Bool
        /// Groups, roles and marks, by name.
        var names: [String]
    }

    /// Where a reading looks.
    enum Place: String, Sendable, CaseIterable {
        case word, next, previous, after, before, beside, to, activity
    }

    enum Field: String, Sendable, CaseIterable {
        case activity, description
    }
}
