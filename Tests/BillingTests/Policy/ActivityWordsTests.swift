import Testing

@testable import Billing

@Suite("Slips in activities.yaml are reported with their place")
struct ActivityWordsTests {
    private static let sound = """
        spelling:
          source: "how words are written"
          pairs: [[ize, ise]]
          verb-endings: [ing]
          abbreviations: [conf]
        typing:
          source: "48-22-2, Service Hour Rate"
          groups:
            typed: { means: typing, words: [typed, typing] }
            lesson: { words: [lesson] }
            visit: { means: case work, forms: noun, words: [home visit, conf] }
            and: { roles: [link], words: [and] }
          readings:
            - { of: [typed], next: [lesson], means: nothing }
        """

    private func fault(_ old: String, _ new: String) -> PackFault? {
        let yaml = Self.sound.replacing(old, with: new)
        #expect(yaml != Self.sound || old == new, "\(old) does not stand in the sound text")
        do throws(PackFault) {
            _ = try ActivityClassifier(ActivityWords(yaml: yaml, file: "words.yaml"))
            return nil
        } catch {
            return error
        }
    }

    @Test("a sound file has none, and is obeyed")
    func sound() throws {
        #expect(fault("", "") == nil)
        let classifier = try ActivityClassifier(ActivityWords(yaml: Self.sound, file: "words.yaml"))
        let cases: [(String, ActivityVerdict)] = [
            ("typing", ActivityVerdict(.unbillable, .typing)), ("home visits", ActivityVerdict(.billable)),
            ("home visit and typing", ActivityVerdict(.suspected, .typing)), ("typing lesson", ActivityVerdict(.other)),
        ]
        for (activity, verdict) in cases {
            #expect(classifier.classify(activity: activity, description: "") == verdict, "\(activity)")
        }
    }

    @Test("every slip names its line", arguments: [
        ("means: typing,", "means: tipping,", 9, "tipping"),
        ("  source: \"48-22-2, Service Hour Rate\"", "  # none", 0, "source"),
        ("source: \"48-22-2, Service Hour Rate\"", "source: \"\"", 7, "source"),
        ("roles: [link]", "roles: [chain]", 12, "chain"),
        ("forms: noun", "forms: adverb", 11, "adverb"),
        ("words: [lesson]", "wrods: [lesson]", 10, "wrods"),
        ("[typed, typing]", "[typed, typing, Typed]", 9, "twice"),
        ("next: [lesson]", "next: [lessen]", 14, "lessen"),
        ("of: [typed]", "of: [tipped]", 14, "tipped"),
        ("next: [lesson]", "nearby: [lesson]", 14, "nearby"),
        ("[[ize, ise]]", "[[ize]]", 3, "two ways"),
        ("[[ize, ise]]", "[[ize, ise]]\n  typos-from: 2", 4, "5 to 12"),
        ("abbreviations: [conf]", "abbreviations: [mtg]", 5, "mtg"),
        ("    lesson: {", "    typed: {", 0, "typed"),
        ("words: [lesson]", "words: [\"-\"]", 10, "letters"),
        ("words: [and]", "words: [and, then and]", 12, "and"),
        ("typing:", "typing: [", 0, ""),
    ])
    func slips(old: String, new: String, line: Int, says: String) throws {
        let fault = try #require(self.fault(old, new), "\(new) was not noticed")
        #expect(fault.file == "words.yaml")
        #expect(fault.line == line || line == 0, "line \(fault.line): \(fault.message)")
        #expect(says.isEmpty || "\(fault.path) \(fault.message)".contains(says), "\(fault.message)")
    }

    @Test("an empty file is no list of words")
    func emptyFile() {
        #expect(throws: PackFault.self) { try ActivityWords(yaml: "", file: "words.yaml") }
    }
}
