/// The verdicts on the activities and descriptions that were met: most lines say what others said.
///
/// A description is remembered beside what it may ask of an activity, which is little: a few thousand descriptions with
/// a hundred activities make not many more pairs than there are descriptions.
struct VerdictMemory {
    private let classifier: ActivityClassifier
    /// By activity: the place of its part in `parts`; -1: it was not met.
    private var places = SymbolTable<Int32>(absent: -1)
    private var parts: [ActivityPart] = []
    /// By part: the number of its traits among those that differ.
    private var traits: [UInt32] = []
    private var traitNumbers: [ActivityTraits: UInt32] = [:]
    private var pairs: [UInt64]
    private var kinds: [ActivityVerdict.Kind?]

    /// A power of two.
    private static let size = 1 << 15

    init(_ classifier: ActivityClassifier) {
        self.classifier = classifier
        // No pair of numbers: there are never so many.
        pairs = [UInt64](repeating: .max, count: Self.size)
        kinds = [ActivityVerdict.Kind?](repeating: nil, count: Self.size)
    }

    mutating func verdict(
        _ activity: Symbol, _ description: Symbol, _ symbols: borrowing Symbols
    ) -> ActivityVerdict {
        let place = part(of: activity, symbols)
        if let verdict = parts[place].verdict { return verdict }
        let pair = UInt64(traits[place]) << 32 | UInt64(description.index)
        let slot = Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 49)
        if pairs[slot] != pair {
            kinds[slot] = symbols.withBytes(of: description) {
                classifier.kind(inDescription: $0, activity: parts[place].traits)
            }
            pairs[slot] = pair
        }
        return parts[place].verdict(describedWith: kinds[slot])
    }

    private mutating func part(of activity: Symbol, _ symbols: borrowing Symbols) -> Int {
        let known = places[activity]
        if known >= 0 { return Int(known) }
        let part = symbols.withBytes(of: activity) { classifier.part(ofActivity: $0) }
        places[activity] = Int32(parts.count)
        parts.append(part)
        let number = traitNumbers[part.traits] ?? UInt32(traitNumbers.count)
        traitNumbers[part.traits] = number
        traits.append(number)
        return parts.count - 1
    }
}
