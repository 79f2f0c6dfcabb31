import Testing

@testable import Billing

@Suite("Slips of the pen in activities")
struct ActivityTypoTests {
    @Test("one letter missing, added, wrong or exchanged is forgiven in long words", arguments: [
        ("typng notes", .typing), ("typinng", .typing), ("tyipng", .typing), ("tuping", .typing), ("filng", .filing),
        ("fileing", .filing), ("archivng records", .filing), ("invocie", .invoices), ("invoic", .invoices),
        ("invoicee", .invoices), ("billling", .invoices), ("organzing paperwork", .paperwork),
        ("organising paprwork", .paperwork), ("colating", .paperwork), ("fundrasing", .fundraising),
        ("fundraisre", .fundraising), ("captial campaign", .fundraising), ("anual appeal", .fundraising),
        ("sponsorhsip", .fundraising), ("transcribng tapes", .typing), ("keybaording", .typing),
    ] as [(String, ActivityVerdict.Kind)])
    func forgiven(activity: String, kind: ActivityVerdict.Kind) {
        let verdict = packClassifier.classify(activity: activity, description: "")
        #expect(verdict == ActivityVerdict(.unbillable, kind), "\(activity): \(verdict.label)")
    }

    @Test("case work is known in spite of a slip", arguments: [
        "telphone call", "Confrence", "counsling", "suprvised visit", "travle", "assesment", "referal", "hearnig",
        "meetign", "interveiw", "genagram", "home vist",
    ])
    func caseWork(activity: String) {
        let verdict = packClassifier.classify(activity: activity, description: "")
        #expect(verdict == ActivityVerdict(.billable), "\(activity): \(verdict.label)")
    }

    @Test("a word is never taken for another that is one letter off", arguments: [
        "filling", "failing", "filming", "firing", "fling", "profile", "stereotype", "typical", "tying", "taping",
        "boiling", "building", "filled", "invoke", "voices", "doors", "honors", "action", "caution", "appear", "repeal",
        "baffle", "waffle", "clarity", "bonding", "blinding", "finding", "storing", "snorting", "starting", "granted",
        "responds", "under", "fender", "retrying", "rebelling", "refine", "misfiring", "collaring", "stabbing",
        "champion", "complain", "organic", "achieve", "describing",
    ])
    func notCrossed(word: String) {
        for text in [word, "\(word) notes", "child \(word)"] {
            let verdict = packClassifier.classify(activity: "home visit", description: text)
            #expect(verdict == ActivityVerdict(.billable), "\(text): \(verdict.kind.map { "\($0)" } ?? "")")
        }
        #expect(packClassifier.classify(activity: word, description: "").kind == nil, "\(word)")
    }

    @Test("short words are taken as they are", arguments: ["filer", "typos", "tiled", "file", "bell", "pill", "dona"])
    func shortWords(word: String) {
        #expect(packClassifier.classify(activity: "home visit", description: word) == ActivityVerdict(.billable))
    }
}
