/// Texts without their letter case and runs of spaces, by which lines are compared (spec: rule duplicate-line). Each is
/// worked out at most once, and only where one text is not the other already.
final class FoldedTexts {
    private let symbols: Symbols
    /// Symbols of the folded texts, by the symbols of the texts.
    private var folded: [Symbol: Symbol] = [:]
    private var words = Symbols()

    init(_ symbols: Symbols) { self.symbols = symbols }

    /// Whether two texts are the same but for letter case and runs of spaces.
    func isSame(_ a: Symbol, _ b: Symbol) -> Bool {
        a == b || fold(a) == fold(b)
    }

    /// A line's work with folded texts.
    func folded(_ work: StandingWork.Work) -> StandingWork.Work {
        var work = work
        work.activity = fold(work.activity)
        work.description = fold(work.description)
        return work
    }

    private func fold(_ symbol: Symbol) -> Symbol {
        if symbol.isEmpty { return .none }
        if let known = folded[symbol] { return known }
        let text = symbols[symbol].lowercased().split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
        let result = words.intern(text)
        folded[symbol] = result
        return result
    }
}
