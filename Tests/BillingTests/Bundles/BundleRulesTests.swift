import Crypto
import Foundation
import Testing

@testable import Billing

/// What is wrong with a bundle, told by its rule; what is right about it, taken.
@Suite struct BundleRulesTests {
    private static let name = "AAP-2026-W41-0001"

    private func findings(_ office: AAPOffice, _ asOf: String = "2026-10-12") throws -> [String] {
        try office.night(asOf)
        return try office.report("files.csv").map { $0["findings"] ?? "" }
    }

    @Test(arguments: ["invoices.xml", "aap_reviews.csv", "transmittal.html", "returns/P-111.html"])
    func aFileThatIsMissingOrTooManyIsAMismatch(_ file: String) throws {
        let office = try AAPOffice.withFirstWeek()
        try office.forward("2026-W41")
        try office.send(Self.name)
        try FileManager.default.removeItem(atPath: office.folder.path("inbox/\(Self.name)/\(file)"))
        #expect(try findings(office) == ["bundle-mismatch"])
        try FileManager.default.removeItem(atPath: office.folder.path("inbox"))
        try FileManager.default.createDirectory(atPath: office.folder.path("inbox"), withIntermediateDirectories: true)
        try office.send(Self.name)
        try "x".write(toFile: office.folder.path("inbox/\(Self.name)/notes.txt"), atomically: true, encoding: .utf8)
        #expect(try findings(office, "2026-10-13") == ["bundle-mismatch"])
    }

    @Test func aLinkInABundleIsNeverFollowed() throws {
        let office = try AAPOffice.withFirstWeek()
        try office.forward("2026-W41")
        try office.send(Self.name)
        let path = office.folder.path("inbox/\(Self.name)/invoices.xml")
        try FileManager.default.moveItem(atPath: path, toPath: office.folder.path("elsewhere.xml"))
        try FileManager.default.createSymbolicLink(
            atPath: path, withDestinationPath: office.folder.path("elsewhere.xml"))
        #expect(try findings(office) == ["bundle-mismatch"])
    }

    /// An archive made by the system's own tar is a bundle like the directory.
    @Test(arguments: [["-C", "bundles", name], ["-C", "bundles/\(name)", "."]])
    func anArchiveIsTakenLikeTheDirectory(_ arguments: [String]) throws {
        let office = try AAPOffice.withFirstWeek()
        try office.forward("2026-W41")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["tar", "-cf", office.folder.path("inbox/week.tar")]
            + arguments.map { $0.hasPrefix("bundles") ? office.folder.path($0) : $0 }
        try process.run()
        process.waitUntilExit()
        #expect(try findings(office) == [""])
        #expect(try office.report("invoices.csv").map { $0["status"] } == ["accepted", "accepted"])
        #expect(FileManager.default.fileExists(atPath: office.folder.path("archive/accepted/week.tar")))
        // The directory of the same bundle has the same number and the same manifest.
        try office.send(Self.name)
        #expect(try findings(office, "2026-10-13") == ["file-already-processed"])
    }

    @Test func anotherBundleUnderTheSameNumberIsAMismatch() throws {
        let office = try AAPOffice.withFirstWeek()
        try office.forward("2026-W41")
        try office.send(Self.name)
        #expect(try findings(office) == [""])
        var other = try AAPOffice.withFirstWeek()
        other.reviews.removeFirst()
        try other.forward("2026-W41")
        try FileManager.default.copyItem(
            atPath: other.folder.path("bundles/\(Self.name)"), toPath: office.folder.path("inbox/\(Self.name)"))
        #expect(try findings(office, "2026-10-13") == ["bundle-mismatch"])
    }

    @Test func anUnsignedOrWronglySignedBundleIsRejectedWhereThePackHasAKey() throws {
        let keys = (0..<2).map { _ in Curve25519.Signing.PrivateKey() }
        for (signer, isTaken) in [(nil, false), (1, false), (0, true)] as [(Int?, Bool)] {
            var office = try AAPOffice.withFirstWeek()
            let file = office.folder.path("key")
            if let signer {
                try (keys[signer].rawRepresentation.base64EncodedString() + "\n")
                    .write(toFile: file, atomically: true, encoding: .utf8)
            }
            // AAP's own pack has no key, so that it lets the bundle go out.
            try office.forward("2026-W41", key: signer == nil ? nil : file)
            try office.send(Self.name)
            office.pack.settings.aapPublicKey = BundleKey(keys[0].publicKey.rawRepresentation.base64EncodedString())
            #expect(try findings(office) == [isTaken ? "" : "bundle-unsigned"])
        }
    }

    @Test func aReviewInABundleCountsForAnInvoiceThatIsHeld() throws {
        let office = try AAPOffice.withFirstWeek()
        // The agency sent its invoice to the Subsidy Unit itself: it is held, as nobody has reviewed it.
        try FileManager.default.copyItem(
            atPath: office.folder.path("invoices/whitcomb-1.csv"), toPath: office.folder.path("inbox/whitcomb-1.csv"))
        try office.night("2026-10-09")
        #expect(try office.report("decisions.csv").map { $0["findings"] } == ["aap-review-missing"])
        try office.forward("2026-W41")
        try office.send(Self.name)
        try office.night("2026-10-12")
        let decided = try office.report("decisions.csv").filter { $0["invoice_number"] == "WF-110" }
        #expect(decided.map { $0["disposition"] } == ["paid"])
        let rows = try office.report("acknowledgements/aap/2026-W41.csv")
        #expect(rows.first { $0["record"] == "total-skipped" }?["billed_amount"] == "141.26")
        #expect(
            try office.report("payments.csv").first { $0["invoice_number"] == "WF-110" }?["received_date"]
                == "2026-10-02")
    }

    @Test func whatWasHeldIsAnsweredWhenItIsDecided() throws {
        let office = try AAPOffice.withFirstWeek()
        let standing = office.folder.path("registers/contracts.csv")
        let sound = try String(contentsOfFile: standing, encoding: .utf8)
        let suspended = sound.split(separator: "\n").map { row in
            row.contains(",P-111,2") ? String(row).replacing(",,", with: ",2026-09-01,2026-09-30") : String(row)
        }
        try suspended.joined(separator: "\n").write(toFile: standing, atomically: true, encoding: .utf8)
        try office.forward("2026-W41")
        try office.send(Self.name)
        try office.night("2026-10-12")
        let first = try office.report("acknowledgements/aap/2026-W41.csv")
        #expect(first.first { $0["record"] == "decided" }?["held_amount"] == "141.26")
        try sound.write(toFile: standing, atomically: true, encoding: .utf8)
        try office.night("2026-10-20")
        let later = try office.report("acknowledgements/aap/2026-W41.csv")
        #expect(later.map { $0["record"] } == ["later-line"])
        #expect(later.first?["paid_amount"] == "141.26" && later.first?["bundle"] == Self.name)
    }

    @Test func aNightWithoutABundleAnswersNobody() throws {
        let office = try AAPOffice.withFirstWeek()
        try office.night("2026-10-12")
        #expect(!FileManager.default.fileExists(atPath: office.folder.path("out/latest/acknowledgements")))
    }

    /// What lets the move of a bundle into the archive fail in that way, once.
    private final class Refusal: @unchecked Sendable {
        private var isDone = false
        private let errno: Int32

        init(_ errno: Int32) { self.errno = errno }

        func fate(_ step: Disk.Step) -> Disk.Fate {
            guard step.kind == .rename, step.path.contains("/archive/"), !isDone else { return .happens }
            isDone = true
            return .fails(errno)
        }
    }

    @Test func aBundleThatCouldNotBeMovedIsMovedByTheNextStart() throws {
        let office = try AAPOffice.withFirstWeek()
        try office.forward("2026-W41")
        try office.send(Self.name)
        let refusal = Refusal(28)
        let summary = try office.night("2026-10-12", disk: Disk(before: { refusal.fate($0) }, after: nil))
        #expect(summary.warning?.contains("can't be finished") == true)
        #expect(FileManager.default.fileExists(atPath: office.folder.path("inbox/\(Self.name)")))
        try office.night("2026-10-13")
        #expect(!FileManager.default.fileExists(atPath: office.folder.path("inbox/\(Self.name)")))
        let moved = office.folder.path("archive/accepted/\(Self.name)/invoices.xml")
        #expect(FileManager.default.fileExists(atPath: moved))
    }

    @Test func aBundleIsCopiedWholeToAnotherFileSystem() throws {
        let office = try AAPOffice.withFirstWeek()
        try office.forward("2026-W41")
        let sent = try office.content(Self.name)
        try office.send(Self.name)
        let refusal = Refusal(18)
        let summary = try office.night("2026-10-12", disk: Disk(before: { refusal.fate($0) }, after: nil))
        #expect(summary.warning == nil)
        #expect(!FileManager.default.fileExists(atPath: office.folder.path("inbox/\(Self.name)")))
        let kept = try BundleDirectory.content(of: office.folder.path("archive/accepted/\(Self.name)"), Disk())
        #expect(kept.sha256 == sent.sha256)
    }

    @Test func aBundleThatIsStillBeingCopiedIsLeftAlone() throws {
        let office = try AAPOffice.withFirstWeek()
        try office.forward("2026-W41")
        try office.send(Self.name)
        var night = Night(
            symbols: Symbols(), asOf: Day(iso: "2026-10-12")!, runNumber: 1, pack: office.pack,
            registers: try RegisterFolder().registers)
        let now = BundleDirectory.modified(office.folder.path("inbox/\(Self.name)"))
        let store = try Store.open(office.folder.path("none.sqlite"), isDryRun: true)
        for (later, count) in [(59, 0), (60, 1)] {
            var intake = BundleIntake(
                inbox: office.folder.path("inbox"), store: store, settle: 60, now: now + later, disk: Disk())
            try intake.read(into: &night)
            #expect(night.bundles.count == count)
        }
    }
}
