import Testing

@testable import Billing

@Suite("What an activity and its description say was done")
struct ActivityClassifierTests {
    private func verdict(_ activity: String, _ description: String = "") -> ActivityVerdict {
        packClassifier.classify(activity: activity, description: description)
    }

    @Test("every example of our own is judged right")
    func ownExamples() throws {
        for example in try ActivityExample.read("activities-own.csv") {
            let verdict = self.verdict(example.activity, example.text)
            #expect(example.allows(verdict), "\(example): \(verdict.label) \(verdict.kind.map { "\($0)" } ?? "")")
        }
    }

    @Test("97 of 100 examples of the field are judged right, and none is denied that must not be")
    func examplesOfTheField() throws {
        let examples = try ActivityExample.read("activities-examples.csv")
        let wrong = examples.filter { !$0.allows(verdict($0.activity, $0.text)) }
        #expect(wrong.count * 100 <= examples.count * 3, "wrong: \(wrong)")
        for example in examples where verdict(example.activity, example.text).label == .unbillable {
            #expect(example.labels.contains("unbillable"), "\(example)")
        }
    }

    @Test("there are enough examples", arguments: [("activities-own.csv", 300), ("activities-examples.csv", 100)])
    func enoughExamples(name: String, count: Int) throws {
        #expect(try ActivityExample.read(name).count >= count)
    }

    @Test("an empty activity is missing, whatever the description says", arguments: [
        "", " ", "\t", "\u{A0}", " \u{A0}\u{2009}\u{200B} ", "\u{FEFF}", "\r\n",
    ])
    func missing(activity: String) {
        #expect(verdict(activity, "typing").label == .missing)
        #expect(verdict(activity, "home visit").label == .missing)
    }

    @Test("signs without a word are an activity that nobody knows", arguments: ["-", "...", "?!", "—", "()", "\"\""])
    func signs(activity: String) {
        #expect(verdict(activity) == ActivityVerdict(.other))
    }

    @Test("typographic signs, letter case, accents and odd spaces change nothing", arguments: [
        ("TYPING", .unbillable), ("tYpInG", .unbillable), ("“Typing”", .unbillable), ("fund‑raiser", .unbillable),
        ("agency’s fund-raiser", .unbillable), ("home\u{A0}visit", .billable), ("Home visit — typing", .suspected),
        ("home visit…typing", .suspected), ("home visit\r\ntyping", .suspected), ("h/v–typing", .suspected),
        ("homé visit", .billable), ("ty\u{AD}ping", .unbillable), ("•home visit•filing", .suspected),
    ] as [(String, ActivityVerdict.Label)])
    func spelling(activity: String, label: ActivityVerdict.Label) {
        #expect(verdict(activity).label == label, "\(activity)")
    }

    @Test("of several kinds the first that is said counts, the activity's before the description's", arguments: [
        ("typing and filing", "", .unbillable, .typing), ("filing, typing", "", .unbillable, .filing),
        ("home visit, billing, gala", "", .suspected, .invoices), ("home visit", "filing; typing", .suspected, .filing),
        ("home visit and typing", "filing", .suspected, .typing), ("gala", "typing", .unbillable, .fundraising),
    ] as [(String, String, ActivityVerdict.Label, ActivityVerdict.Kind)])
    func kinds(activity: String, text: String, label: ActivityVerdict.Label, kind: ActivityVerdict.Kind) {
        #expect(verdict(activity, text) == ActivityVerdict(label, kind))
    }

    @Test("what was typed, filed or billed is no case work beside it", arguments: [
        "typing up home study", "filing of progress reports", "invoice for home visits", "home study typing",
        "typing notes from home visit", "home visit notes typed", "filing h/v notes, PPT notes and medicals",
        "typing case notes and home study", "billing for home visits and meetings", "meeting w/ donors",
    ])
    func objects(activity: String) {
        #expect(verdict(activity).label == .unbillable, "\(activity)")
    }

    @Test("case work beside one of the five is held, not denied", arguments: [
        "home visit & typing", "typing, home visit", "typing and home study", "writing and typing home study",
        "h/v/typing", "filing after court hearing", "reviewing and filing records", "mtg re: invoices",
        "drafted report, typed it", "unheard-of thing, typing", "frobbing typing",
    ])
    func beside(activity: String) {
        #expect(verdict(activity).label == .suspected, "\(activity)")
    }

    @Test("a long text is read to its end")
    func longText() {
        let filler = String(repeating: "visited the family at home, spoke with J. about school; ", count: 34)
        #expect(filler.utf8.count > 1_850)
        #expect(verdict("home visit", filler) == ActivityVerdict(.billable))
        #expect(verdict("home visit", filler + "typed notes") == ActivityVerdict(.suspected, .typing))
        #expect(verdict("home visit", "typed notes; " + filler) == ActivityVerdict(.suspected, .typing))
        #expect(verdict(filler + "and filing") == ActivityVerdict(.suspected, .filing))
    }

    @Test("a long text without any sign is read to its end, and is never denied")
    func longRun() {
        let run = String(repeating: "zorp ", count: 390)
        #expect(verdict("home visit", run + "typing") == ActivityVerdict(.suspected, .typing))
        #expect(verdict("typing " + run).label == .suspected)
        #expect(verdict(String(repeating: "x", count: 2_000)) == ActivityVerdict(.other))
        #expect(verdict(String(repeating: "-", count: 2_000)) == ActivityVerdict(.other))
    }

    @Test("bytes that are no UTF-8 do no harm")
    func brokenBytes() {
        for tail in [[0xff], [0xc3], [0xe2, 0x80], [0xf0, 0x9f], [0xed, 0xa0, 0x80], [0x80, 0x80, 0x80]] as [[UInt8]] {
            let bytes = Array("typing ".utf8) + tail
            let verdict = bytes.withUnsafeBytes {
                packClassifier.classify(activity: $0, description: UnsafeRawBufferPointer(start: nil, count: 0))
            }
            #expect(verdict.kind == .typing)
        }
    }

    @Test("the same texts have the same verdict, whoever reads them and however often")
    func determinism() async throws {
        let examples = try ActivityExample.read("activities-own.csv")
        let once = examples.map { verdict($0.activity, $0.text) }
        await withTaskGroup(of: [ActivityVerdict].self) { group in
            for _ in 0..<4 {
                group.addTask { examples.map { packClassifier.classify(activity: $0.activity, description: $0.text) } }
            }
            for await again in group { #expect(again == once) }
        }
    }
}
