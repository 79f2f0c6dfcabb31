/// What a run says of a line (spec: Terms).
public enum Disposition: UInt8, Sendable, CaseIterable {
    case paid, reduced, denied, pended
    /// A paid or reduced line undone.
    case reversed
    /// A pended line of an invoice that was replaced.
    case withdrawn

    /// The word in every report and in the store.
    public var word: String {
        switch self {
        case .paid: "paid"
        case .reduced: "reduced"
        case .denied: "denied"
        case .pended: "pended"
        case .reversed: "reversed"
        case .withdrawn: "withdrawn"
        }
    }

    init?(word: String) {
        guard let known = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = known
    }

    public var isPayment: Bool { self == .paid || self == .reduced }
}
