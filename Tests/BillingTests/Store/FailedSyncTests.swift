import Foundation
import Synchronization
import Testing

@testable import Billing

/// The disk refuses the sync of the very commit that posts a night: nobody is told that it is posted, and whatever the
/// log holds by then, the next start ends in the same state as if the disk had been sound.
@Suite(.serialized) struct FailedSyncTests {
    let month: SampleMonth
    private let undisturbed: [String: Data]

    init() throws {
        month = try SampleMonth()
        let other = try SampleMonth()
        try other.run(1)
        undisturbed = try other.reports("2026-10-12-0001")
        try FileManager.default.createDirectory(
            atPath: month.folder.path(UnsyncedVFS.word), withIntermediateDirectories: true)
        UnsyncedVFS.install
    }

    private var store: String { month.folder.path("\(UnsyncedVFS.word)/store.sqlite") }

    /// A night whose posting meets so many failed syncs.
    private func run(failing count: Int) throws -> Summary {
        let disk = Disk(
            before: { step in
                // Of the commits, the posting is the one that is not the new store's own.
                if step.kind == .commit, !step.path.hasSuffix("-new") {
                    UnsyncedVFS.plan.withLock { $0 = (0, count) }
                }
                return .happens
            }, after: nil)
        defer { UnsyncedVFS.plan.withLock { $0 = (.max, 0) } }
        let job = month.job(1) { $0.store = store }
        return try Batch(job, pack: .embedded(), disk: disk, clock: { 1_791_763_200 }).run()
    }

    @Test("whether the disk fails once or for good", arguments: [1, 1000])
    func failed(count: Int) throws {
        let stop = #expect(throws: Stop.self) { try run(failing: count) }
        #expect(stop?.code == .cannotRead)
        #expect(!FileManager.default.fileExists(atPath: month.folder.path("out/2026-10-12-0001")))
        let summary = try month.run(1) { $0.store = store }
        #expect(summary.runID == "2026-10-12-0001")
        #expect(try month.reports("2026-10-12-0001") == undisturbed)
        #expect(try Store.openForReading(store).lastRun()?.number == 1)
    }

    /// The test can fail: this disk does fail, and only there.
    @Test func aSoundDiskPosts() throws {
        #expect(try run(failing: 0).runID == "2026-10-12-0001")
    }
}
