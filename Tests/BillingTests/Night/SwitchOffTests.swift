import Foundation
import Testing

@testable import Billing

/// Every rule of the rulebook is hit by something in the samples: with the rule switched off the reports of one of the
/// sample nights change. A rule that could be taken out without a test noticing would be no rule.
@Suite struct SwitchOffTests {
    /// The nights with the pack as it is, and what is reported of them.
    private static let samples = Result { try SampleNights() }

    @Test(arguments: Catalogue.all.map { $0.name }) func aRuleThatIsSwitchedOffChangesTheReports(_ name: String) throws
    {
        let samples = try Self.samples.get()
        let rule = try #require(Catalogue.find(name))
        let changed = try samples.nights.contains { try $0.changes(without: rule) }
        #expect(changed, "no sample is hit by \(name); add one to samples/ and tell of it in samples/README.md")
    }

    @Test func nothingChangesWhileNoRuleIsSwitchedOff() throws {
        for night in try Self.samples.get().nights {
            var intake = try night.intake(night.pack)
            for (name, text) in try night.reports(of: &intake) { #expect(text == night.standard[name], "\(name)") }
        }
    }

    /// The reader of packs refuses what these tests do: a file that rejects nothing would be a hole in the fence.
    @Test func aPackMaySwitchOffOnlyWhatThePolicyOfficerMay() throws {
        for rule in Catalogue.all where !rule.permitted.contains(.off) {
            let found = try #require(EmbeddedPack.ppsp.range(of: "  \(rule.name): {effect: "))
            var text = EmbeddedPack.ppsp
            let end = text[found.upperBound...].firstIndex(of: ",")!
            text.replaceSubrange(found.upperBound..<end, with: "off")
            #expect(throws: PackFault.self, "\(rule.name)") {
                try PolicyPack(ppsp: text, activities: EmbeddedPack.activities)
            }
        }
    }
}

/// The two sample nights and the bundles, ready to be decided again and again.
private struct SampleNights: Sendable {
    let nights: [SampleNight]

    init() throws {
        let pack = try PolicyPack.embedded()
        let month = try SampleMonth()
        var first = month.job(1)
        first.store = month.folder.path("empty.sqlite")
        try month.run(1)
        // AAP's bundles; once more by a pack with AAP's key, under which none of them is signed.
        var third = month.job(1)
        third.inbox = repository.appending(path: "samples/aap/inbox").path
        third.asOf = Day(year: 2026, month: 11, day: 2)!
        third.store = month.folder.path("bundles.sqlite")
        var fourth = third
        fourth.store = month.folder.path("signed-bundles.sqlite")
        var keyed = pack
        keyed.settings.aapPublicKey = BundleKey("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
        nights = [
            try SampleNight(month, first, pack), try SampleNight(month, month.job(2), pack),
            try SampleNight(month, third, pack), try SampleNight(month, fourth, keyed),
        ]
    }
}

/// One of them.
///
/// Tests use it from several threads; the store is only read, and serves one at a time.
private final class SampleNight: @unchecked Sendable {
    let pack: PolicyPack
    /// The reports with the pack as it is.
    private(set) var standard: [String: String] = [:]
    private let month: SampleMonth
    private let job: Job
    private let store: Store
    private let last: LastRun?
    private let taken: NightIntake

    init(_ month: SampleMonth, _ job: Job, _ pack: PolicyPack) throws {
        self.month = month
        self.job = job
        self.pack = pack
        store = try Store.open(job.store)
        last = try store.lastRun()
        taken = try Self.intake(job, pack, store, last)
        var night = taken
        standard = try reports(of: &night)
    }

    func intake(_ pack: PolicyPack) throws -> NightIntake { try Self.intake(job, pack, store, last) }

    private static func intake(
        _ job: Job, _ pack: PolicyPack, _ store: Store, _ last: LastRun?
    ) throws -> NightIntake {
        var intake = try NightIntake(
            job: job, pack: pack, store: store, last: last, now: 0, disk: Disk(), reading: { _, _ in })
        let carried = try CarriedReading(store, pack, asOf: job.asOf, isFirstNight: last == nil)
        try carried.readHere()
        try intake.takeUpEarlierNights(carried.pieces())
        return intake
    }

    /// Whether a report says something else when the rule is switched off.
    func changes(without rule: RuleID) throws -> Bool {
        var pack = pack
        pack.effects[Int(rule.index)] = .off
        var intake: NightIntake
        if Catalogue.isLine(rule) || Catalogue.rule(rule) is any AgreementRule.Type {
            // What comes in, and what is taken up of earlier nights, asks none of these.
            intake = taken
            intake.night.pack = pack
        } else {
            intake = try self.intake(pack)
        }
        return try reports(of: &intake) { $1 == self.standard[$0] } == nil
    }

    func reports(of intake: inout NightIntake) throws -> [String: String] {
        try reports(of: &intake) { _, _ in true } ?? [:]
    }

    /// Decides the night and writes its reports for machines and finance staff; nil as soon as one of them is not
    /// wanted.
    private func reports(
        of intake: inout NightIntake, isWanted: (_ name: String, _ text: String) -> Bool
    ) throws -> [String: String]? {
        let outcome = Batch.decide(&intake.night, intake.history, threads: 1)
        let folder = try Folder()
        var texts: [String: String] = [:]
        for report in Reports.all where report.fileName.hasSuffix(".csv") {
            let path = folder.path(report.fileName)
            let file = try ReportFile(path, on: Disk())
            try report.write(outcome, to: file)
            _ = try file.finish()
            let text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
            guard isWanted(report.fileName, text) else { return nil }
            texts[report.fileName] = text
        }
        return texts
    }
}
