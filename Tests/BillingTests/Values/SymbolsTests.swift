import Testing

@testable import Billing

/// Texts as numbers: each once, whatever the secret that their slots are chosen by.
@Suite struct SymbolsTests {
    private let keys = [
        Symbols.Key(start: 1, factor: 0x9E37_79B9_7F4A_7C15), Symbols.Key(start: 77, factor: 0xD6E8_FEB8_6659_FD93),
    ]

    private func slot(_ text: String, _ key: Symbols.Key, _ bits: Int) -> Int {
        var text = text
        return text.withUTF8 { key.hash(UnsafeRawBufferPointer($0)) } & (1 << bits - 1)
    }

    @Test func aTextHasOneSymbolAndASymbolItsText() {
        var tables = keys.map { Symbols(key: $0) }
        var texts = (0..<5000).map { "W-\($0)" } + (0..<40).map { String(repeating: "x", count: $0) }
        texts += ["é", "\u{0}", "\u{0}\u{0}", "ab", "ba", "aab", "aba", "abcdefgh", "abcdefgi", "abcdefghi", "bcdefghia"]
        let symbols = tables.indices.map { index in texts.map { tables[index].intern($0) } }
        #expect(symbols[0] == symbols[1], "the secret shows nowhere")
        #expect(Set(symbols[0]).count == Set(texts).count)
        for index in tables.indices {
            #expect(texts.allSatisfy { tables[index][tables[index].intern($0)] == $0 })
            #expect(texts.allSatisfy { tables[index].find($0) == tables[index].intern($0) })
            #expect(tables[index].find("never seen") == nil)
        }
    }

    /// Texts that somebody chose for falling on one slot fall there under one secret alone.
    @Test(arguments: [2, 5, 8, 11, 20]) func whatCollidesUnderOneSecretIsSpreadByAnother(length: Int) {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
        let texts = (0..<4096).map { number in
            String(repeating: "w", count: length - 2) + String(letters[number / 64]) + String(letters[number % 64])
        }
        let chosen = texts.filter { slot($0, keys[0], 5) == 7 }
        #expect(chosen.count > 60)
        let spread = Dictionary(grouping: chosen) { slot($0, keys[1], 5) }
        #expect(spread.count > 20)
        #expect(spread.values.allSatisfy { $0.count < 20 })
    }

    @Test func slotsAreEvenlyTaken() {
        for key in keys {
            let taken = Set((0..<10_000).map { slot("CHILD-\($0)", key, 15) })
            // 10,000 of 32,768 by chance: some 8,600 different ones.
            #expect((8300...8900).contains(taken.count))
        }
    }

    /// What threads look for beforehand leaves the one that adds the rest with the same symbols.
    @Test(arguments: [1, 3]) func textsThatWereLookedForBeforeAreTheSameAsOnesThatWereNot(_ threads: Int) {
        var here = Symbols()
        for number in 0..<9_000 { _ = here.intern("text \(number)") }
        let others = [0..<0, 8_000..<30_000, 0..<3, 29_000..<31_000].map { numbers in
            var other = Symbols()
            for number in numbers { _ = other.intern("text \(number)") }
            return other
        }
        var plain = here
        let known = here.known(others, threads: threads)
        #expect(known.map { $0.count } == others.map { $0.count })
        #expect(known[1].filter { !$0.isEmpty }.count == 1_000)
        for (other, known) in zip(others, known) {
            let (one, two) = (here.absorb(other, known), plain.absorb(other))
            for index in 0..<other.count {
                let text = Symbol(index: UInt32(index))
                #expect(one[text] == two[text])
                #expect(here[one[text]] == other[text])
            }
        }
        #expect(here.count == plain.count)
    }
}
