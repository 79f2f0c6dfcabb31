/// What the words of lines were found to say. Agencies write the same words again and again: those that stood on a line
/// not long before are not taken apart once more.
struct VerdictMemory {
    private static let size = 4096

    /// Activity and description, each slot's last; 0: none, for no two symbols come to that but the empty texts, of
    /// which the verdict is known.
    private var pairs = [UInt64](repeating: 0, count: size)
    private var verdicts = [ActivityVerdict](repeating: ActivityVerdict(.missing), count: size)

    /// The verdict on the words of a line.
    mutating func verdict(
        on activity: Symbol, _ description: Symbol, _ symbols: Symbols, _ classifier: ActivityClassifier
    ) -> ActivityVerdict {
        let pair = UInt64(activity.index) << 32 | UInt64(description.index)
        let slot = Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 52)
        if pairs[slot] == pair { return verdicts[slot] }
        let verdict = classifier.classify(activity, description, symbols)
        pairs[slot] = pair
        verdicts[slot] = verdict
        return verdict
    }
}

extension ActivityClassifier {
    /// The verdict on two texts of a night.
    func classify(_ activity: Symbol, _ description: Symbol, _ symbols: Symbols) -> ActivityVerdict {
        symbols.withBytes(of: activity) { activity in
            symbols.withBytes(of: description) { classify(activity: activity, description: $0) }
        }
    }
}
