/// The forms in which a word is met: plural, past, -ing, with a prefix, in American and British spelling.
struct WordForms {
    var spellingPairs: [(String, String)]

    /// Every form of `phrase`, itself first; no form twice.
    func all(of phrase: String, _ forms: ActivityWords.Forms, prefixes: [String]) -> [String] {
        var result = bent(phrase, forms)
        for prefix in prefixes { result += bent(phrase, forms).map { prefix + $0 } }
        for form in result { result += spellings(of: form) }
        var seen = Set<String>()
        return result.filter { seen.insert($0).inserted }
    }

    private func bent(_ phrase: String, _ forms: ActivityWords.Forms) -> [String] {
        let words = phrase.split(separator: " ").map(String.init)
        switch forms {
        case .asWritten: return [phrase]
        case .noun:
            let rest = words.dropLast()
            return [phrase, (rest + [plural(words[words.count - 1])]).joined(separator: " ")]
        case .verb:
            let rest = words.dropFirst()
            return [phrase] + verbForms(words[0]).map { ([$0] + rest).joined(separator: " ") }
        }
    }

    private func plural(_ word: String) -> String {
        if word.hasSuffix("y"), !endsInVowelAndLetter(word) { return word.dropLast() + "ies" }
        let hissing = ["s", "x", "z", "ch", "sh"].contains { word.hasSuffix($0) }
        return word + (hissing ? "es" : "s")
    }

    /// -s, -ed and -ing; of a word such as "tab" with the last letter doubled as well.
    private func verbForms(_ word: String) -> [String] {
        var forms = [plural(word)]
        if word.hasSuffix("e") {
            forms += [word + "d", word.dropLast() + "ing"]
        } else if word.hasSuffix("y"), !endsInVowelAndLetter(word) {
            forms += [word.dropLast() + "ied", word + "ing"]
        } else {
            forms += [word + "ed", word + "ing"]
            if endsInVowelAndLetter(word), let last = word.last, !"wxy".contains(last) {
                forms += ["\(word)\(last)ed", "\(word)\(last)ing"]
            }
        }
        return forms
    }

    private func endsInVowelAndLetter(_ word: String) -> Bool {
        guard let before = word.dropLast().last, let last = word.last else { return false }
        return "aeiou".contains(before) && !"aeiou".contains(last)
    }

    private func spellings(of word: String) -> [String] {
        var result: [String] = []
        for (a, b) in spellingPairs {
            if let other = replaced(a, by: b, in: word) { result.append(other) }
            if let other = replaced(b, by: a, in: word) { result.append(other) }
        }
        return result
    }

    /// `word` with its first `old` replaced; nil when there is none. Many words have none: that must cost little.
    private func replaced(_ old: String, by new: String, in word: String) -> String? {
        let letters = word.utf8
        let count = old.utf8.count
        var start = letters.startIndex
        while let end = letters.index(start, offsetBy: count, limitedBy: letters.endIndex) {
            if letters[start..<end].elementsEqual(old.utf8) {
                return String(word[..<start]) + new + word[end...]
            }
            letters.formIndex(after: &start)
        }
        return nil
    }
}
