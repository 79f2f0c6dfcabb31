/// The verdicts on pairs of activity and description that were met last: most lines say what others said.
struct VerdictMemory {
    private let classifier: ActivityClassifier
    private var pairs: [UInt64]
    private var verdicts: [ActivityVerdict]

    /// A power of two.
    private static let size = 1 << 16

    init(_ classifier: ActivityClassifier) {
        self.classifier = classifier
        // No pair of symbols: there are never so many.
        pairs = [UInt64](repeating: .max, count: Self.size)
        verdicts = [ActivityVerdict](repeating: ActivityVerdict(.missing), count: Self.size)
    }

    mutating func verdict(
        _ activity: Symbol, _ description: Symbol, _ symbols: borrowing Symbols
    ) -> ActivityVerdict {
        let pair = UInt64(activity.index) << 32 | UInt64(description.index)
        let slot = Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 48)
        if pairs[slot] == pair { return verdicts[slot] }
        let verdict = symbols.withBytes(of: activity) { activity in
            symbols.withBytes(of: description) { classifier.classify(activity: activity, description: $0) }
        }
        pairs[slot] = pair
        verdicts[slot] = verdict
        return verdict
    }
}
