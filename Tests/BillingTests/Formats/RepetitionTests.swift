import Testing

@testable import Billing

/// Rows that begin as the one before, and cells that say what one before said, are known again without being read: what
/// comes of them must be what reading would find.
@Suite struct RepetitionTests {
    /// Cells that fall on each other's beginnings, with all that makes a row more than its bytes.
    private static let cells = [
        "", " ", "a", "a", "a", "ab", " a ", "\"a\"", "\"a,b\"", "\"a\"\"b\"", "\"a\nb\"", "\"\"", "\" a\t\"", "a\"", "\u{A0}a",
    ]

    @Test(arguments: 0..<40) func rowsThatBeginAlikeAreTheirOwnCells(_ seed: Int) throws {
        var dice = Dice(seed: seed)
        var text = "form,hours,rate,amount\n"
        var row: [String] = []
        for _ in 0..<120 {
            let kept = row.prefix(dice.roll(0...4))
            let count = dice.roll(0...4)
            row = kept + (0..<max(0, count - kept.count)).map { _ in dice.pick(Self.cells) }
            text += row.joined(separator: ",") + dice.pick(["\n", "\n", "\r\n", "\r", "\n\n"])
        }
        let expected = try rows(of: source(text))
        for repeated in 1...4 {
            for piece in [7, 64, Int.max] {
                #expect(try rows(of: source(text, piece: piece), repeated: repeated) == expected)
            }
        }
    }

    @Test func aTabThatSeparatesIsNoneInQuotes() throws {
        let text = "form\thours\trate\n\"a\t\"\tb\tc\n\"a\t\"\tb\td\n\"a\tb\"\tc\n"
        let expected = ["form|hours|rate", "2: a|b|c", "3: a|b|d", "4: a\tb|c"]
        for repeated in 0...3 { #expect(try rows(of: source(text), repeated: repeated) == expected) }
    }

    /// Of all lengths around those that are looked at in words, equal at either end, and more of them than are kept.
    @Test func aTextThatIsKnownAgainHasItsSymbol() {
        let texts = (0...40).flatMap { length in
            ["a", "b", "\0"].flatMap { sign in
                (0..<max(1, length)).map { place in
                    String(repeating: "x", count: place) + (length == 0 ? "" : sign)
                        + String(repeating: "x", count: max(0, length - place - 1))
                }
            }
        }
        var symbols = Symbols()
        var recent = RecentTexts()
        for text in texts + texts.reversed() + texts.map({ $0 + "0" }) {
            let symbol = Array(text.utf8).withUnsafeBytes { recent.symbol(of: $0, in: &symbols) }
            #expect(symbols[symbol] == text)
            #expect(symbols.find(text) == symbol)
        }
    }
}
