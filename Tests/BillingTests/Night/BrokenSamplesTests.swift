import Foundation
import Testing

@testable import Billing

/// Every file of samples/broken is told as its README says: by that rule, at that place.
@Suite struct BrokenSamplesTests {
    private static let folder = repository.appending(path: "samples/broken")

    struct Row: Sendable, CustomTestStringConvertible {
        var file: String
        var rule: String
        var place: String
        var testDescription: String { "\(file): \(rule)" }
    }

    /// The rows of the README's tables that are about one file.
    static let rows: [Row] = {
        let text = (try? String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 4, cells[1].hasPrefix("`") || cells[1] == "none" else { return nil }
            let rule = cells[1] == "none" ? "" : cells[1].split(separator: "`").first.map(String.init) ?? ""
            return Row(file: cells[0], rule: rule, place: cells[2])
        }
    }()

    @Test func theReadmeNamesEveryFile() throws {
        let files = try Set(FileManager.default.contentsOfDirectory(atPath: Self.folder.path))
        let named = Set(Self.rows.map { $0.file })
        #expect(files.subtracting(["README.md"]).subtracting(named).isEmpty)
        #expect(Self.rows.count >= 60)
    }

    private static let pack = Result { try PolicyPack.embedded() }

    @Test(arguments: rows) func theFileIsToldByItsRuleAtItsPlace(_ row: Row) throws {
        let folder = try Folder()
        let inbox = folder.path("inbox")
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        for name in (Self.companions[row.file] ?? []) + [row.file] {
            try FileManager.default.copyItem(
                atPath: Self.folder.appending(path: name).path, toPath: "\(inbox)/\(name)")
        }
        let job = Job(
            registers: repository.appending(path: "samples/registers").path, inbox: inbox, out: folder.path("out"),
            store: folder.path("store.sqlite"), asOf: Day(year: 2026, month: 10, day: 12)!, isDryRun: true,
            program: "invoice-batch")
        _ = try Batch(job, pack: Self.pack.get(), clock: { 0 }).run()
        let rows = try Table(contentsOf: folder.url.appending(path: "out/2026-10-12-0001-dry/exceptions.csv")).rows
        let places = rows.filter { $0["file"] == row.file && $0["rule"] == row.rule }.map { $0["place"] ?? "" }
        if row.rule.isEmpty {
            #expect(rows.allSatisfy { $0["file"] != row.file || $0["severity"] == "low" })
        } else if row.rule == "file-already-processed" {
            // No exception: the file is acknowledged and skipped.
            let files = try Table(contentsOf: folder.url.appending(path: "out/2026-10-12-0001-dry/files.csv")).rows
            #expect(files.first { $0["file"] == row.file }?["status"] == "skipped")
        } else {
            #expect(!places.isEmpty, "\(row.file) is not told by \(row.rule) but by \(rows.map { $0["rule"] ?? "" })")
            for place in row.place.components(separatedBy: ", ") where place.hasPrefix("line") {
                // Of a column as a whole the README names the line alone.
                let isThere = places.contains { $0 == place || $0.hasPrefix(place + " column") }
                #expect(isThere, "told at \(places)")
            }
        }
    }

    /// What must be in the inbox beside a file for its rule to speak.
    private static let companions = ["sent-twice-2.csv": ["sent-twice-1.csv"]]
}
