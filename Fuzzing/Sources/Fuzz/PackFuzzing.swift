@testable import Billing

/// Policy packs as people edit them: each is read or refused with a place in it.
enum PackFuzzing {
    private static let soundWords = """
        typing:
          source: x
          groups:
            typed: {means: typing, words: [typed]}
            visit: {means: case work, forms: noun, words: [home visit]}
        """

    /// Up to a record separator it is ppsp.yaml, behind it activities.yaml; without one of them a sound one stands in.
    static func read(_ bytes: UnsafeRawBufferPointer) {
        let parts = bytes.split(separator: 0x1E, maxSplits: 1, omittingEmptySubsequences: false)
        let ppsp = String(decoding: parts[0], as: UTF8.self)
        let words = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : soundWords
        if !ppsp.isEmpty { readPack(ppsp, words) }
        if parts.count > 1 { readWords(words) }
    }

    private static func readPack(_ ppsp: String, _ words: String) {
        do {
            let pack = try PolicyPack(ppsp: ppsp, activities: words)
            promise(pack.effects.count == Catalogue.all.count, "a rule without an effect")
            for rule in Catalogue.all {
                promise(rule.permitted.contains(pack.effect(of: rule.id)), "\(rule.name) may not do that")
                promise(!pack.source(of: rule.id).isEmpty, "\(rule.name) has no source")
            }
            promise(!pack.policies.isEmpty, "no policy")
            for (earlier, later) in zip(pack.policies, pack.policies.dropFirst()) {
                promise(earlier.from < later.from, "policies out of order")
            }
        } catch {
            check(error, ["ppsp.yaml": ppsp, "activities.yaml": words])
        }
    }

    private static func readWords(_ yaml: String) {
        do {
            let classifier = try ActivityClassifier(ActivityWords(yaml: yaml, file: "activities.yaml"))
            for text in ["typing up home visit notes", "", "filed; 2 hrs, w/ Mr. Smith and (see below)"] {
                let verdict = classifier.classify(activity: text, description: text)
                promise(verdict == classifier.classify(activity: text, description: text), "two verdicts")
            }
        } catch {
            check(error, ["activities.yaml": yaml])
        }
    }

    private static func check(_ fault: PackFault, _ texts: [String: String]) {
        guard let text = texts[fault.file] else { fatalError("a fault of \(fault.file)") }
        let lineCount = text.unicodeScalars.reduce(1) {
            $0 + ("\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($1) ? 1 : 0)
        }
        promise((0...lineCount + 1).contains(fault.line), "line \(fault.line) of \(lineCount)")
        promise(!fault.message.isEmpty, "no message")
    }
}
