/// How a word helps to take a sentence apart. What each means for whoever edits the words stands at the head of
/// activities.yaml.
struct ActivityRoles: OptionSet, Hashable, Sendable {
    var rawValue: UInt16

    static let caseWork = ActivityRoles(rawValue: 1 << 0)
    static let verb = ActivityRoles(rawValue: 1 << 1)
    static let record = ActivityRoles(rawValue: 1 << 2)
    static let preparing = ActivityRoles(rawValue: 1 << 3)
    static let general = ActivityRoles(rawValue: 1 << 4)
    static let filler = ActivityRoles(rawValue: 1 << 5)
    static let light = ActivityRoles(rawValue: 1 << 6)
    static let about = ActivityRoles(rawValue: 1 << 7)
    static let toward = ActivityRoles(rawValue: 1 << 8)
    static let breaker = ActivityRoles(rawValue: 1 << 9)
    static let link = ActivityRoles(rawValue: 1 << 10)
    static let negation = ActivityRoles(rawValue: 1 << 11)
    static let exclusion = ActivityRoles(rawValue: 1 << 12)

    /// The roles that a pack may give, by the names it uses. Case work is a meaning, and a role through it.
    static let byName: [String: ActivityRoles] = [
        "case-work": .caseWork, "verb": .verb, "record": .record, "preparing": .preparing, "general": .general,
        "filler": .filler, "light": .light, "about": .about, "toward": .toward, "breaker": .breaker, "link": .link,
        "negation": .negation, "exclusion": .exclusion,
    ]
}

/// What can be seen of a word whether it is in a list or not, and of a place where there is no word.
struct ActivityMarks: OptionSet, Hashable, Sendable {
    var rawValue: UInt8

    /// A name, by its capital letter or because it is an initial.
    static let name = ActivityMarks(rawValue: 1 << 0)
    static let number = ActivityMarks(rawValue: 1 << 1)
    /// In no list.
    static let strange = ActivityMarks(rawValue: 1 << 2)
    /// In no list, and by its ending a verb.
    static let verbLike = ActivityMarks(rawValue: 1 << 3)
    /// There is no word before; there is none behind.
    static let start = ActivityMarks(rawValue: 1 << 4)
    static let end = ActivityMarks(rawValue: 1 << 5)
    /// Written with a capital letter first and a small one behind it.
    static let capital = ActivityMarks(rawValue: 1 << 6)
    /// Part of what one of the five was done to.
    static let absorbed = ActivityMarks(rawValue: 1 << 7)

    /// Those that a reading may ask for.
    static let byName: [String: ActivityMarks] = [
        "name": .name, "number": .number, "strange": .strange, "start": .start, "end": .end,
        "capital": .capital,
    ]
}

/// What a word is, or several words together are: groups, roles and marks, a bit each.
struct ActivityTraits: Hashable, Sendable {
    var lowGroups: UInt64 = 0
    var highGroups: UInt64 = 0
    var roles: ActivityRoles = []
    var marks: ActivityMarks = []

    /// How many groups readings may name.
    static let groupLimit = 128

    static func group(_ index: Int) -> ActivityTraits {
        index < 64
            ? ActivityTraits(lowGroups: 1 << UInt64(index)) : ActivityTraits(highGroups: 1 << UInt64(index - 64))
    }

    @inline(__always)
    mutating func formUnion(_ other: ActivityTraits) {
        lowGroups |= other.lowGroups
        highGroups |= other.highGroups
        roles.formUnion(other.roles)
        marks.formUnion(other.marks)
    }

    func intersection(_ other: ActivityTraits) -> ActivityTraits {
        ActivityTraits(
            lowGroups: lowGroups & other.lowGroups, highGroups: highGroups & other.highGroups,
            roles: roles.intersection(other.roles), marks: marks.intersection(other.marks))
    }

    @inline(__always)
    func meets(_ other: ActivityTraits) -> Bool {
        lowGroups & other.lowGroups | highGroups & other.highGroups != 0
            || roles.rawValue & other.roles.rawValue != 0 || marks.rawValue & other.marks.rawValue != 0
    }
}
