import Foundation
import Synchronization
import Testing

@testable import Billing

/// A clock that goes backwards decides nothing: the as-of date is told, and the clock only dates what is recorded and
/// leaves files alone that may still be written.
@Suite struct ClockTests {
    @Test func aClockThatGoesBackWhileTheNightIsDecided() throws {
        let (sound, skewed) = (try SampleMonth(), try SampleMonth())
        try sound.run(1)
        let times = Mutex(1_791_763_200)
        let backwards = {
            times.withLock { time in
                time -= 86_400
                return time
            }
        }
        try Batch(skewed.job(1), pack: .embedded(), clock: backwards).run()
        var reports = try skewed.reports("2026-10-12-0001")
        var expected = try sound.reports("2026-10-12-0001")
        let record = try #require(
            JSONSerialization.jsonObject(with: reports.removeValue(forKey: "run.json")!) as? [String: Any])
        expected["run.json"] = nil
        #expect(reports == expected)
        #expect(record["started"] as? String == "2026-10-11T00:00:00Z")
        #expect(record["finished"] as? String == "2026-10-11T00:00:00Z", "never before it was started")
    }

    @Test func aNightOnAClockThatStandsDaysBeforeTheLast() throws {
        let month = try SampleMonth()
        try Batch(month.job(1), pack: .embedded(), clock: { 1_791_763_200 }).run()
        let summary = try Batch(month.job(2), pack: .embedded(), clock: { 0 }).run()
        #expect(summary.runID == "2026-10-19-0002")
        let other = try SampleMonth()
        try other.run(1)
        try other.run(2)
        let told = try month.reports("2026-10-19-0002").filter { $0.key != "run.json" }
        #expect(try told == other.reports("2026-10-19-0002").filter { $0.key != "run.json" })
    }

    @Test(
        "--settle 60, by how long ago the clock says that a file changed",
        arguments: [(0, false), (59, false), (60, true), (3600, true), (-30, false), (-3600, true)])
    func settle(age: Int, isRead: Bool) throws {
        let folder = try Folder()
        let file = folder.path("a.csv")
        try "x".write(toFile: file, atomically: true, encoding: .utf8)
        let changed = try #require(FileStatusOnDisk(file)).modified
        #expect(try Inbox(folder.url.path).names(settle: 60, now: changed + age) == (isRead ? ["a.csv"] : []))
    }

    @Test func aDayBeforeTheLastRunsIsRefused() throws {
        let month = try SampleMonth()
        try month.run(1)
        let stop = #expect(throws: Stop.self) { try month.run(2) { $0.asOf = Day(year: 2026, month: 10, day: 11)! } }
        #expect(stop?.code == .usage)
        #expect(try Store.openForReading(month.folder.path("store.sqlite")).lastRun()?.number == 1)
    }
}
