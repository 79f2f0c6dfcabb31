import Foundation
import Testing

@testable import Billing

/// What a pack may not say. Whoever edits one is told the file, the line, the place in it, what stands there and what
/// may.
@Suite struct PackTests {
    struct Slip: Sendable, CustomTestStringConvertible {
        var edit: EditedPack
        /// A text on the line that is told.
        var line: String
        var place: String
        /// What the sentence says.
        var words: [String]
        var testDescription: String { edit.testDescription }
    }

    private static func rule(_ title: String, _ name: String, _ new: String, at place: String, _ words: String...)
        -> Slip
    {
        let line = EmbeddedPack.ppsp.split(separator: "\n").first { $0.hasPrefix("  \(name):") }!
        return Slip(edit: EditedPack(title, String(line), new), line: new, place: "rules.\(place)", words: words)
    }

    static let slips = [
        rule(
            "a rule that there is none of", "month-mismatch", "  month-mismatched: {effect: warn, source: x}",
            at: "month-mismatched", "There is no rule `month-mismatched`", "`invoice-batch rules` lists them"),
        rule(
            "a rule without a source", "month-mismatch", "  month-mismatch: {effect: warn}", at: "month-mismatch",
            "`source` is missing here"),
        rule(
            "an empty source", "month-mismatch", "  month-mismatch: {effect: warn, source: \"\"}",
            at: "month-mismatch.source", "A text is expected here"),
        rule(
            "a word that is no effect", "activity-missing", "  activity-missing: {effect: forbid, source: x}",
            at: "activity-missing.effect", "`forbid` can't be the effect of this rule", "deny, pend, warn, off"),
        rule(
            "an effect that this rule may not have", "child-hours-exceeded",
            "  child-hours-exceeded: {effect: off, source: x}", at: "child-hours-exceeded.effect", "it may be: reduce"),
        rule(
            "a file rule that only warns", "file-unsafe", "  file-unsafe: {effect: warn, source: x}",
            at: "file-unsafe.effect", "it may be: reject"),
        rule(
            "a warning that denies", "activity-other", "  activity-other: {effect: deny, source: x}",
            at: "activity-other.effect", "it may be: warn, off"),
        rule(
            "a key that there is none of", "month-mismatch",
            "  month-mismatch: {effect: warn, source: x, severity: high}",
            at: "month-mismatch.severity", "`severity` is not known here; expected: effect, source"),
        Slip(
            edit: EditedPack(
                "a value out of the order of dates",
                "childCap:\n    - {from: 2014-12-19, value: 132.00,",
                "childCap:\n    - {from: 2030-01-01, value: 140.00, source: x}\n    - {from: 2014-12-19, value: 132.00,"
            ),
            line: "    - {from: 2014-12-19, value: 132.00,", place: "values.childCap[2]",
            words: ["`from: 2014-12-19` is out of order", "it must come after 2030-01-01"]),
        Slip(
            edit: EditedPack(
                "policies out of the order of dates", "from: 0001-01-01\n    source: earlier",
                "from: 2020-01-01\n    source: earlier"),
            line: "- name: 48-22-2", place: "policies[2]", words: ["`from: 2014-12-19` is out of order"]),
        Slip(
            edit: EditedPack("a date that there is none of", "from: 2014-12-19\n", "from: 2014-02-30\n"),
            line: "from: 2014-02-30", place: "policies[2].from", words: ["`2014-02-30` is not a date"]),
        Slip(
            edit: EditedPack("a number without decimals", "value: 132.00", "value: 132"), line: "value: 132,",
            place: "values.childCap[1].value", words: ["`132` is not a number with two decimals"]),
        Slip(
            edit: EditedPack("a scope that there is none of", "{value: purchaser,", "{value: family,"),
            line: "{value: family,", place: "settings.childCap.scope.value",
            words: ["`family` is not a scope", "purchaser, child, agreement"]),
        Slip(
            edit: EditedPack("a setting that there is none of", "  invoiceGraceDays:", "  invoiceGraceWeeks:"),
            line: "  invoiceGraceWeeks:", place: "settings.invoiceGraceWeeks", words: ["is not known here"]),
        Slip(
            edit: EditedPack(
                "a word that stands for two services", "{name: reunification, code: RU,",
                "{name: reunification, code: RS,"),
            line: "{name: reunification, code: RS,", place: "policies[2].services[6]",
            words: ["`RS` already stands for recruitment-screening"]),
        Slip(
            edit: EditedPack(
                "a service that no policy lists", "afterFinalization: [post-finalization]",
                "afterFinalization: [therapy]"),
            line: "afterFinalization: [therapy]", place: "policies[1].afterFinalization[1]",
            words: ["No policy lists a service `therapy`"]),
        Slip(
            edit: EditedPack(
                "a reading of a group that there is none of", file: "activities.yaml", "- { of: [file-it],",
                "- { of: [fileit],"),
            line: "- { of: [fileit],", place: "", words: ["there is no group fileit", "name one of this file"]),
        Slip(
            edit: EditedPack(
                "a reading with an unknown condition", file: "activities.yaml", "- { of: [file-it], to: [court]",
                "- { of: [file-it], towards: [court]"),
            line: "- { of: [file-it], towards:", place: "", words: ["`towards` is not known here"]),
        Slip(
            edit: EditedPack(
                "a reading that means nothing known", file: "activities.yaml", "to: [court], means: case work",
                "to: [court], means: casework"),
            line: "- { of: [file-it], to: [court], means: casework", place: "",
            words: ["found casework, expected case work, nothing, or one of typing"]),
    ]

    @Test(arguments: slips) func aSlipIsToldWithItsPlace(_ slip: Slip) throws {
        let stop = try #require(try slip.edit.stop(), "the pack was taken")
        #expect(stop.code == .unusableData)
        let line = try slip.edit.line(of: slip.line)
        let place = "\(slip.edit.file) line \(line)" + (slip.place.isEmpty ? "" : ", \(slip.place): ")
        #expect(stop.message.contains(place), "\(stop.message)\nexpected: \(place)")
        for words in slip.words { #expect(stop.message.contains(words), "\(stop.message)") }
    }

    @Test func aRuleThatIsLeftOutIsMissed() throws {
        let line = try #require(EmbeddedPack.ppsp.split(separator: "\n").first { $0.hasPrefix("  month-mismatch:") })
        let stop = try #require(try EditedPack("", "\(line)\n", "").stop())
        #expect(stop.code == .unusableData)
        #expect(
            stop.message.contains(", rules: The rule `month-mismatch` has no effect and source here; add its line."))
    }

    @Test(arguments: [
        EditedPack("a bracket that is never closed", "rules:\n", "rules: [\n"),
        EditedPack("a tab for an indent", "settings:\n", "settings:\n\tchildCap: 1\n"),
        EditedPack("no YAML in the words", file: "activities.yaml", "spelling:\n", "spelling: {\n"),
    ]) func whatIsNotYAMLIsToldWithItsLine(_ edit: EditedPack) throws {
        let stop = try #require(try edit.stop())
        #expect(stop.code == .unusableData)
        #expect(
            stop.message.contains("\(edit.file) line ") && stop.message.contains("This is not YAML"), "\(stop.message)")
    }

    @Test func aFolderWithoutAFileIsNoPack() throws {
        let folder = try Folder()
        try Data(EmbeddedPack.ppsp.utf8).write(to: folder.url.appending(path: "ppsp.yaml"))
        let stop = #expect(throws: Stop.self) { try PolicyPack.load(folder.url.path) }
        #expect(stop?.code == .unusableData)
        #expect(stop?.message.contains("has no readable file activities.yaml") == true)
        let missing = #expect(throws: Stop.self) { try PolicyPack.load(folder.path("nowhere")) }
        #expect(missing?.code == .missingInput)
    }

    @Test func theEmbeddedPackIsTheOneInTheFolder() throws {
        let process = Process()
        let output = Pipe()
        process.executableURL = repository.appending(path: "Scripts/make-packs")
        process.standardOutput = output
        try process.run()
        let fresh = try output.fileHandleForReading.readToEnd()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let folder = repository.appending(path: "Sources/Billing/Policy")
        #expect(fresh == (try Data(contentsOf: folder.appending(path: "Packs.generated.swift"))), "run make generate")
        // A copy of the folder is the same pack: it has the same hash in run.json.
        #expect(try PolicyPack.load(folder.appending(path: "Packs").path).hash == PolicyPack.embedded().hash)
    }
}
