/// A word of a text, or a phrase.
struct ActivityToken {
    var traits: ActivityTraits
    /// Its entry in the lexicon, 0 when it is in no list.
    var id: UInt16
    /// What stands between it and the word before.
    var joint: Joint
    /// What it says was done; found out by the readings.
    var means: ActivityMeaning

    /// How closely a word follows the one before.
    enum Joint: UInt8, Comparable {
        /// A space, a hyphen.
        case none
        case comma
        /// "and", &, +, /.
        case link
        /// A dash, a colon, a bracket.
        case dash
        /// A full stop, a semicolon, a new line.
        case stop

        @inline(__always)
        static func < (a: Joint, b: Joint) -> Bool { a.rawValue < b.rawValue }
    }

    @inline(__always)
    func has(_ roles: ActivityRoles) -> Bool { traits.roles.rawValue & roles.rawValue != 0 }

    @inline(__always)
    func has(_ marks: ActivityMarks) -> Bool { traits.marks.rawValue & marks.rawValue != 0 }
}
