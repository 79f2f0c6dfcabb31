/// What a word or a reading says was done: one of the five things that are never paid, with how sure that is, case
/// work, or nothing.
struct ActivityMeaning: Hashable, Sendable {
    /// 0 nothing, 1 case work, else one of the five: its kind and its weight.
    private(set) var rawValue: UInt8

    static let nothing = ActivityMeaning(rawValue: 0)
    static let caseWork = ActivityMeaning(rawValue: 1)

    /// How sure it is that one of the five was done.
    enum Weight: UInt8, Sendable {
        /// Said beside case work or in a description only: the line is held.
        case aside
        /// The line is held, never denied.
        case maybe
        /// Alone, it denies the line.
        case sure
    }

    private init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ kind: ActivityVerdict.Kind, _ weight: Weight) {
        rawValue = 4 + kind.rawValue * 4 + weight.rawValue
    }

    /// Which of the five; nil for case work and nothing.
    var kind: ActivityVerdict.Kind? {
        rawValue < 4 ? nil : ActivityVerdict.Kind(rawValue: (rawValue - 4) / 4)
    }

    /// - Precondition: it is one of the five.
    var weight: Weight { Weight(rawValue: rawValue % 4)! }

    var isOneOfTheFive: Bool { rawValue >= 4 }

    /// The meaning that a pack writes as `typing`, `maybe typing`, `aside typing`, `case work` or `nothing`.
    init?(_ text: String) {
        switch text {
        case "nothing": self = .nothing
        case "case work": self = .caseWork
        default:
            let words = text.split(separator: " ")
            guard let last = words.last, words.count <= 2,
                let kind = ActivityVerdict.Kind.allCases.first(where: { "\($0)" == last })
            else { return nil }
            switch words.count == 1 ? "" : words[0] {
            case "": self.init(kind, .sure)
            case "maybe": self.init(kind, .maybe)
            case "aside": self.init(kind, .aside)
            default: return nil
            }
        }
    }
}
