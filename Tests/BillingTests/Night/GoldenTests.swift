import Foundation
import GRDB
import Testing

@testable import Billing

/// The sample month's reports are those of samples/expected, byte for byte. `make golden` writes them anew; look at the
/// difference before you keep it.
///
/// Spreadsheets are packed by libraries whose versions differ from machine to machine: of them the sheets' cells are
/// kept, and their hashes in run.json are left out.
@Suite struct GoldenTests {
    private static let expected = repository.appending(path: "samples/expected")

    @Test func theSampleMonthIsReportedAsExpected() throws {
        let month = try SampleMonth()
        try month.run(1)
        try month.run(2)
        for (night, runID) in [(1, "2026-10-12-0001"), (2, "2026-10-19-0002")] {
            let written = try Self.comparable(month.reports(runID))
            let folder = Self.expected.appending(path: "\(night)")
            if ProcessInfo.processInfo.environment["GOLDEN"] == "write" { try Self.keep(written, in: folder) }
            let wanted = try SampleMonth.files(in: folder)
            #expect(Set(written.keys) == Set(wanted.keys))
            for (name, bytes) in wanted {
                let isSame = written[name] == bytes
                #expect(isSame, "night \(night): \(name) is not as expected; `make golden` writes it anew")
            }
        }
    }

    @Test func aSecondStartPostsNothingNew() throws {
        let month = try SampleMonth()
        #expect(try month.run(1).lines[0] == "2026-10-12-0001: done.")
        let again = try month.run(1)
        #expect(again.lines[0] == "2026-10-12-0002: nothing new; every file was read before.")
        #expect(again.lines.contains("paid      $0.00 in 0 lines"))
    }

    @Test func anEmptyInboxIsSaidToBeEmpty() throws {
        let month = try SampleMonth()
        let inbox = month.folder.path("inbox")
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        #expect(try month.run(1) { $0.inbox = inbox }.lines[0] == "2026-10-12-0001: nothing came in.")
    }

    @Test func aDryRunSaysTheSameAndPostsNothing() throws {
        let month = try SampleMonth()
        try month.run(1) { $0.isDryRun = true }
        #expect(!FileManager.default.fileExists(atPath: month.folder.path("store.sqlite")))
        try month.run(1)
        var dry = try month.reports("2026-10-12-0001-dry")
        var posted = try month.reports("2026-10-12-0001")
        #expect(dry.removeValue(forKey: "run.json") != posted.removeValue(forKey: "run.json"))
        #expect(dry == posted)
    }

    /// A large night's reports are written and read again side by side, and posted meanwhile.
    @Test func aNightWhoseWorkIsSharedSaysAndPostsTheSame() throws {
        let alone = try SampleMonth()
        let shared = try SampleMonth()
        for (night, runID) in [(1, "2026-10-12-0001"), (2, "2026-10-19-0002")] {
            try alone.run(night)
            var batch = try Batch(shared.job(night) { $0.threads = 3 }, pack: .embedded(), clock: { 1_791_763_200 })
            batch.largeFrom = 1
            try batch.run()
            let reports = try alone.reports(runID)
            #expect(try shared.reports(runID) == reports)
            #expect(reports.count > 30)
        }
        let hashes = try [alone, shared].map { month in
            try Store.openForReading(month.folder.path("store.sqlite")).queue.read { database in
                try String.fetchAll(
                    database, sql: "SELECT run_number || table_name || sha256 FROM run_hashes ORDER BY 1")
            }
        }
        #expect(hashes[0] == hashes[1])
        #expect(hashes[0].count > 20)
    }

    private static func comparable(_ reports: [String: Data]) throws -> [String: Data] {
        var comparable: [String: Data] = [:]
        for (name, bytes) in reports {
            if name.hasSuffix(".xlsx") {
                comparable[name + ".txt"] = Data(try sheets(Array(bytes)).utf8)
            } else if name == "run.json" {
                let text = String(decoding: bytes, as: UTF8.self)
                let hash = try Regex(#"(\.xlsx",\s+"sha256" : )"[0-9a-f]{64}""#, as: (Substring, Substring).self)
                comparable[name] = Data(text.replacing(hash) { "\($0.output.1)\"\"" }.utf8)
            } else {
                comparable[name] = bytes
            }
        }
        return comparable
    }

    /// The XML of a spreadsheet's sheets, a line per row.
    private static func sheets(_ bytes: [UInt8]) throws -> String {
        let archive = try Zip(bytes)
        var text: [UInt8] = []
        for number in 1...2 {
            try archive.inflate("xl/worksheets/sheet\(number).xml") { text.append(contentsOf: $0) }
            text.append(0x0A)
        }
        return String(decoding: text, as: UTF8.self).replacing("</row>", with: "</row>\n")
    }

    private static func keep(_ files: [String: Data], in folder: URL) throws {
        try? FileManager.default.removeItem(at: folder)
        for (name, bytes) in files {
            let path = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: path)
        }
    }
}
