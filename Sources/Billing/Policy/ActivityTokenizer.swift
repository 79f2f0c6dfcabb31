/// Takes a text apart into words, one after another, and knows each from the lexicon. It reads bytes in UTF-8 in
/// whatever state they are, and allocates nothing.
struct ActivityTokenizer {
    /// How many letters of a word are kept to compare it with others; no word of the lexicon is longer.
    static let lettersKept = 32

    private let text: UnsafeRawBufferPointer
    private let lexicon: ActivityLexicon
    /// The letters of the word at hand.
    private let letters: UnsafeMutableBufferPointer<UInt8>
    private var position = 0
    private var joint = ActivityToken.Joint.stop
    private var lastTakesPoint = Point.ends
    /// The last word leads on, whatever stands behind it: "re:".
    private var lastLeads = false
    /// Something else than spaces was met.
    private(set) var sawInk = false

    /// - Parameter letters: room for `lettersKept` letters.
    init(
        _ text: UnsafeRawBufferPointer, _ lexicon: ActivityLexicon, letters: UnsafeMutableBufferPointer<UInt8>
    ) {
        self.text = text
        self.lexicon = lexicon
        self.letters = letters
    }

    /// What a full stop behind the last word does.
    private enum Point {
        /// It ends the sentence; or it does so where a capital letter follows; or it is a part of the word.
        case ends, smallLetter, any
    }

    /// A run of letters or digits, or several that make one word.
    private struct Word {
        var hash: UInt64 = 0
        /// How many letters and digits it has.
        var count = 0
        /// Where the text goes on behind it.
        var end: Int
        var isCapital = false
        var isNumber = false
        var isPossessive = false
        /// Its entry in the lexicon, 0 when it is in no list.
        var id: UInt16 = 0
    }

    /// The next word; nil at the end of the text.
    mutating func next() -> ActivityToken? {
        while skipToWord() {
            var word = scan(from: position)
            word.id = lexicon.words[word.hash]
            if word.end < text.count { extend(&word) }
            position = word.end
            if let token = token(for: word) {
                joint = .none
                return token
            }
        }
        return nil
    }

    /// Moves to the next letter or digit and takes note of what stands before it; false at the end of the text.
    private mutating func skipToWord() -> Bool {
        while position < text.count {
            let (sign, length) = self.sign(at: position)
            if sign >= ActivityCharacters.otherLetter {
                sawInk = true
                return true
            }
            note(sign)
            position += length
        }
        return false
    }

    private mutating func note(_ sign: UInt8) {
        switch sign {
        case ActivityCharacters.space, ActivityCharacters.unseen, ActivityCharacters.line: break
        default: sawInk = true
        }
        switch sign {
        case ActivityCharacters.comma: joint = max(joint, .comma)
        case ActivityCharacters.link, ActivityCharacters.slash: joint = max(joint, .link)
        case ActivityCharacters.hyphen where isInsideWord: break
        case ActivityCharacters.dash where lastLeads && text[position] == UInt8(ascii: ":"): break
        case ActivityCharacters.hyphen, ActivityCharacters.dash: joint = max(joint, .dash)
        case ActivityCharacters.stop, ActivityCharacters.line: joint = .stop
        case ActivityCharacters.point:
            let next = position + 1 < text.count ? text[position + 1] : UInt8(ascii: " ")
            if isDigit(next) { break }
            joint = lastTakesPoint == .any ? joint : lastTakesPoint == .smallLetter ? afterAbbreviation : .stop
        default: break
        }
    }

    /// What an abbreviation with its full stop does to the sentence: a capital letter behind it begins something new.
    private var afterAbbreviation: ActivityToken.Joint {
        var index = position + 1
        while index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
        return index < text.count && text[index] &- 65 < 26 ? max(joint, .comma) : joint
    }

    /// Whether letters or digits stand on both sides of `position`.
    private var isInsideWord: Bool {
        position > 0 && position + 1 < text.count
            && lexicon.characters[Int(text[position - 1])] >= ActivityCharacters.otherLetter
            && lexicon.characters[Int(text[position + 1])] >= ActivityCharacters.otherLetter
    }

    @inline(__always)
    private func sign(at index: Int) -> (sign: UInt8, length: Int) {
        let sign = lexicon.characters[Int(text[index])]
        return sign == ActivityCharacters.wide ? ActivityCharacters.wide(text, at: index) : (sign, 1)
    }

    @inline(__always)
    private func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    /// The run of letters and digits at `start`; apostrophes in it are passed over, and a possessive s.
    private func scan(from start: Int) -> Word {
        var word = Word(end: start)
        word.isNumber = isDigit(text[start])
        var index = start
        while index < text.count {
            let (sign, length) = self.sign(at: index)
            if sign >= ActivityCharacters.otherLetter {
                if word.count < Self.lettersKept { letters[word.count] = sign }
                word.count += 1
                word.hash = ActivityHash.adding(sign, to: word.hash)
            } else if sign == ActivityCharacters.apostrophe, word.count > 0 {
                if isPossessive(at: index + length) {
                    word.isPossessive = true
                    word.end = index + length + 1
                    return finished(word, start)
                }
            } else if word.isNumber, continuesNumber(sign, index) {
                // 1.5, 9:30, 10/3
            } else if sign != ActivityCharacters.unseen {
                break
            }
            index += length
        }
        word.end = index
        return finished(word, start)
    }

    private func finished(_ word: Word, _ start: Int) -> Word {
        var word = word
        let second = start + 1 < text.count ? text[start + 1] : 0
        word.isCapital = text[start] &- 65 < 26 && (word.count == 1 || second &- 65 >= 26)
        return word
    }

    /// Whether an s stands at `index` and the word ends with it.
    private func isPossessive(at index: Int) -> Bool {
        guard index < text.count, text[index] | 32 == UInt8(ascii: "s") else { return false }
        return index + 1 == text.count || sign(at: index + 1).sign < ActivityCharacters.otherLetter
    }

    private func continuesNumber(_ sign: UInt8, _ index: Int) -> Bool {
        switch sign {
        case ActivityCharacters.point, ActivityCharacters.dash, ActivityCharacters.slash, ActivityCharacters.comma:
            index + 1 < text.count && isDigit(text[index + 1]) && text[index] != UInt8(ascii: "(")
        default: false
        }
    }

    /// Lets a word go on over a hyphen, a slash or a full stop, where the lexicon knows the longer one: fund-raiser,
    /// h/v, w/, t.c.
    private mutating func extend(_ word: inout Word) {
        var longer = word
        for _ in 0..<4 where longer.end < text.count {
            let (sign, length) = self.sign(at: longer.end)
            let isPoint = sign == ActivityCharacters.point && longer.count <= 3
            guard sign == ActivityCharacters.hyphen || sign == ActivityCharacters.slash || isPoint else { return }
            if sign == ActivityCharacters.slash { append(UInt8(ascii: "/"), to: &longer) }
            longer.end += length
            var followed = false
            while longer.end < text.count {
                let (letter, length) = self.sign(at: longer.end)
                guard letter >= ActivityCharacters.otherLetter else { break }
                append(letter, to: &longer)
                longer.end += length
                followed = true
            }
            longer.id = lexicon.words[longer.hash]
            if longer.id != 0 {
                if !followed, sign != ActivityCharacters.slash { return }
                word = longer
            } else if sign == ActivityCharacters.slash, followed {
                extendOverSlash(&word)
            }
            if !followed { return }
        }
    }

    /// "w/child": the slash may belong to the word before it alone.
    private func extendOverSlash(_ word: inout Word) {
        guard word.end < text.count, sign(at: word.end).sign == ActivityCharacters.slash else { return }
        let id = lexicon.words[ActivityHash.adding(UInt8(ascii: "/"), to: word.hash)]
        if id != 0 {
            word.id = id
            word.end += 1
        }
    }

    private func append(_ letter: UInt8, to word: inout Word) {
        if word.count < Self.lettersKept { letters[word.count] = letter }
        word.count += 1
        word.hash = ActivityHash.adding(letter, to: word.hash)
    }

    /// The word as a token; nil for a word that only joins its neighbours.
    private mutating func token(for word: Word) -> ActivityToken? {
        var token = ActivityToken(traits: ActivityTraits(), id: word.id, joint: joint, means: .nothing)
        if token.id == 0, !word.isNumber, word.count >= lexicon.shortestTypo { token.id = misspelt(word) }
        lastTakesPoint = word.count == 1 || word.isNumber && word.count <= 2 ? .any : .ends
        if token.id != 0 {
            let entry = lexicon.entries[Int(token.id)]
            if entry.traits.roles.contains(.link) {
                joint = max(joint, .link)
                return nil
            }
            token.traits = entry.traits
            lastLeads = token.has(.about)
            if entry.isAbbreviation { lastTakesPoint = .smallLetter }
            if entry.isTitle { lastTakesPoint = .any }
        } else {
            token.traits.marks = marks(of: word)
            lastLeads = false
        }
        if word.isCapital { token.traits.marks.insert(.capital) }
        return token
    }

    private func marks(of word: Word) -> ActivityMarks {
        if word.isNumber { return .number }
        let isLater = joint < .stop
        if word.count == 1 || word.isPossessive || word.isCapital && isLater { return .name }
        for ending in lexicon.verbEndings where endsWith(ending, word) { return [.strange, .verbLike] }
        return .strange
    }

    private func endsWith(_ ending: [UInt8], _ word: Word) -> Bool {
        guard word.count > ending.count, word.count <= Self.lettersKept else { return false }
        for index in ending.indices where letters[word.count - ending.count + index] != ending[index] { return false }
        return true
    }

    /// The word that it may be a misspelling of, best one that begins alike; 0 when there is none, or when there are
    /// several that speak for different things.
    private func misspelt(_ word: Word) -> UInt16 {
        guard word.count < ActivityTypos.longest else { return 0 }
        var found: UInt16 = 0
        var foundBeginsAlike = false
        var isPlain = true
        let letters = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(letters)[0..<word.count])
        lexicon.typos.forEach(letters, word.hash) { id, beginsAlike in
            if found == 0 || beginsAlike && !foundBeginsAlike {
                found = id
                foundBeginsAlike = beginsAlike
                isPlain = true
            } else if beginsAlike == foundBeginsAlike, !speaksAlike(id, found) {
                isPlain = false
            }
        }
        return isPlain ? found : 0
    }

    private func speaksAlike(_ a: UInt16, _ b: UInt16) -> Bool {
        let a = lexicon.entries[Int(a)]
        let b = lexicon.entries[Int(b)]
        return a.means == b.means && a.traits.roles == b.traits.roles
    }
}
