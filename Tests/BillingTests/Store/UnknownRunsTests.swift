import Foundation
import Testing

@testable import Billing

/// A store that does not hold the runs whose reports stand in OUT pays nothing: it is not the one that paid them.
@Suite struct UnknownRunsTests {
    let month: SampleMonth

    init() throws {
        month = try SampleMonth()
        try month.run(1)
    }

    private var files: FileManager { .default }
    private var store: String { month.folder.path("store.sqlite") }

    private func loseStore() throws {
        for ending in ["", "-wal", "-shm", "-lock"] { try? files.removeItem(atPath: store + ending) }
    }

    /// What a start says that is turned away; everything must be as it was.
    private func refusal(_ night: Int, _ change: (inout Job) -> Void = { _ in }) throws -> String {
        let before = try files.subpathsOfDirectory(atPath: month.folder.path("out")).sorted()
        let stop = #expect(throws: Stop.self) { try month.run(night, change) }
        #expect(stop?.code == .unusableData)
        #expect(try files.subpathsOfDirectory(atPath: month.folder.path("out")).sorted() == before)
        return stop?.message ?? ""
    }

    @Test func aStoreThatWasLost() throws {
        try loseStore()
        let message = try refusal(2)
        #expect(message.hasPrefix("There is no store \(store), but \(month.folder.path("out")) holds run 2026-10-12-0001:"))
        #expect(!files.fileExists(atPath: store), "it was made anew")
        #expect(try refusal(2) { $0.isDryRun = true } == message)
    }

    @Test func aPathThatIsWrong() throws {
        #expect(try refusal(2) { $0.store = month.folder.path("stroe.sqlite") }.contains("stroe.sqlite"))
        // A store that was made and never posted to knows as little.
        _ = try Store.open(month.folder.path("empty.sqlite"))
        let message = try refusal(2) { $0.store = month.folder.path("empty.sqlite") }
        #expect(message.contains("holds run 2026-10-12-0001, which the store"))
        #expect(message.contains("empty.sqlite does not know"))
    }

    @Test func anOlderCopy() throws {
        _ = try Store.backup(store, to: month.folder.path("copy.sqlite"))
        try month.run(2)
        let message = try refusal(2) { $0.store = month.folder.path("copy.sqlite") }
        #expect(message.contains("holds run 2026-10-19-0002"))
        // What the operator does who has nothing newer: that night is decided once more.
        try files.moveItem(atPath: month.folder.path("out/2026-10-19-0002"), toPath: month.folder.path("aside"))
        try month.run(2) { $0.store = month.folder.path("copy.sqlite") }
        let again = try month.reports("2026-10-19-0002")
        #expect(try again == SampleMonth.files(in: month.folder.url.appending(path: "aside")))
    }

    @Test func beginningAnewHasAPlaceOfItsOwn() throws {
        try loseStore()
        let summary = try month.run(1) { $0.out = month.folder.path("another") }
        #expect(summary.runID == "2026-10-12-0001")
    }

    @Test func whatElseStandsThereIsNoRun() throws {
        let out = month.folder.path("fresh")
        for name in ["2026-10-12-0009-dry", "2026-10-12", "2026-10-12-0009.old", "notes-1-2-2026"] {
            try files.createDirectory(atPath: "\(out)/\(name)", withIntermediateDirectories: true)
        }
        try "".write(toFile: "\(out)/2026-10-12-0009", atomically: true, encoding: .utf8)
        try month.run(1) { job in
            job.out = out
            job.store = month.folder.path("fresh.sqlite")
        }
    }
}
