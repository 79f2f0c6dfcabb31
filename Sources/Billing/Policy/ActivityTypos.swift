/// Long words by all ways to miss one letter of them: one left out, one too many, one wrong, two exchanged.
///
/// A word and its misspelling become the same when the right letter of each is left out; so the table holds every word
/// with each of its letters left out, and looking a word up is a probe for each letter of it. A word that is in a list
/// is never looked up here, so that no word is taken for a misspelling of another.
struct ActivityTypos: Sendable {
    private let table: ActivityTable
    /// A bit for each of the table's keys: most strange words end here.
    private let sieve: [UInt64]
    private let letters: [UInt8]
    private let words: [(start: Int32, count: Int32, id: UInt16)]

    /// The longest word that is looked up.
    static let longest = 24

    init(_ known: [(word: [UInt8], id: UInt16)]) {
        var letters: [UInt8] = []
        var words: [(start: Int32, count: Int32, id: UInt16)] = []
        var keys: [(key: UInt64, value: UInt16)] = []
        for (word, id) in known {
            words.append((Int32(letters.count), Int32(word.count), id))
            letters += word
            let value = UInt16(words.count)
            let hash = ActivityHash.of(word)
            var ways: Set<UInt64> = [hash]
            word.withUnsafeBufferPointer { Self.forEachShortened($0, hash) { ways.insert($0) } }
            keys += ways.sorted().map { ($0, value) }
        }
        var sieve = [UInt64](repeating: 0, count: Self.sieveMask + 1 >> 6)
        for (key, _) in keys {
            let bit = ActivityHash.slot(key, mask: Self.sieveMask)
            sieve[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        self.letters = letters
        self.words = words
        self.sieve = sieve
        table = ActivityTable(keys)
    }

    /// The words that `word` may be a misspelling of, and whether they begin with the same letter.
    @inline(__always)
    func forEach(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ body: (UInt16, Bool) -> Void) {
        probe(hash, word, body)
        Self.forEachShortened(word, hash) { probe($0, word, body) }
    }

    @inline(__always)
    private func probe(_ key: UInt64, _ word: UnsafeBufferPointer<UInt8>, _ body: (UInt16, Bool) -> Void) {
        let bit = ActivityHash.slot(key, mask: Self.sieveMask)
        guard sieve[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { return }
        table.forEach(key) { index in
            let known = words[Int(index) - 1]
            if isOneLetterOff(word, known.start, known.count) {
                body(known.id, word[0] == letters[Int(known.start)])
            }
        }
    }

    /// Calls `body` with the hash of `word` without each of its letters.
    @inline(__always)
    private static func forEachShortened(
        _ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ body: (UInt64) -> Void
    ) {
        var power: UInt64 = 1
        var tail: UInt64 = 0
        for letter in word.reversed() {
            let term = UInt64(letter) &* power
            body((hash &- term &- tail) &* ActivityHash.inverse &+ tail)
            tail = tail &+ term
            power = power &* ActivityHash.factor
        }
    }

    /// Whether one letter left out, added or changed, or two neighbours exchanged, makes the one of the other.
    private func isOneLetterOff(_ word: UnsafeBufferPointer<UInt8>, _ start: Int32, _ count: Int32) -> Bool {
        let start = Int(start)
        let count = Int(count)
        let shorter = min(word.count, count)
        var front = 0
        while front < shorter, word[front] == letters[start + front] { front += 1 }
        var back = 0
        while back < shorter - front, word[word.count - 1 - back] == letters[start + count - 1 - back] { back += 1 }
        switch (word.count - front - back, count - front - back) {
        case (1, 0), (0, 1), (1, 1): return true
        case (2, 2):
            return word[front] == letters[start + front + 1] && word[front + 1] == letters[start + front]
        default: return false
        }
    }

    private static let sieveMask = 1 << 19 - 1
}
