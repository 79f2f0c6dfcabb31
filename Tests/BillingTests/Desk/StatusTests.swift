import Foundation
import Testing

@testable import Billing

/// The status file that a monitor watches.
@Suite struct StatusTests {
    private let job = Job(
        registers: "r", inbox: "i", out: "o", store: "s", asOf: Day(year: 2026, month: 10, day: 12)!,
        program: "invoice-batch 1.0.0")

    private func object(_ status: RunStatus) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(status.json.utf8)) as? [String: Any])
    }

    @Test func aRunThatBegins() throws {
        #expect(
            RunStatus(job, process: 4711, started: 1_791_763_200).json == """
                {
                  "as_of" : "2026-10-12",
                  "dry_run" : false,
                  "process" : 4711,
                  "program" : "invoice-batch 1.0.0",
                  "started" : "2026-10-12T00:00:00Z",
                  "state" : "running",
                  "version" : 1
                }

                """)
    }

    @Test func aRunThatIsPosted() throws {
        let month = try SampleMonth()
        var status = RunStatus(job, process: 1, started: 1_791_763_200)
        status.succeed(try month.run(1), at: 1_791_763_215)
        let told = try object(status)
        #expect(told["state"] as? String == "succeeded")
        #expect(told["finished"] as? String == "2026-10-12T00:00:15Z")
        #expect(told["exit_code"] as? Int == 0)
        #expect(told["run_id"] as? String == "2026-10-12-0001")
        let lines = (told["totals"] as? [String: Any])?["lines"] as? [String: Any]
        #expect((lines?["paid"] as? [String: Int])?["cents"] == 67_567_03)
    }

    @Test func aRunThatStopped() throws {
        var status = RunStatus(job, process: 1, started: 0)
        status.fail(Stop(.unusableData, "rates.csv has no column hourly_rate."), at: 1)
        let told = try object(status)
        #expect(told["state"] as? String == "failed")
        #expect(told["exit_code"] as? Int == 65)
        #expect(told["message"] as? String == "rates.csv has no column hourly_rate.")
    }

    @Test func theFileIsExchangedInOneStep() throws {
        let folder = try Folder()
        let file = StatusFile(folder.path("status.json"))
        try file.write(RunStatus(job, process: 1, started: 0))
        try file.write(RunStatus(job, process: 2, started: 0))
        #expect(try String(contentsOfFile: folder.path("status.json"), encoding: .utf8).contains("\"process\" : 2"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["status.json"])
        #expect { try StatusFile(folder.path("none/status.json")).write(RunStatus(job, process: 1, started: 0)) }
            throws: { ($0 as? Stop)?.code == .cannotWrite }
    }

    @Test func aStartThatIsTurnedAwayLeavesTheOthersWordAlone() throws {
        let month = try SampleMonth()
        let words = [
            "run", "--registers", month.folder.path("registers-1"), "--inbox", month.folder.path("none"), "--out",
            month.folder.path("out"), "--store", month.folder.path("store.sqlite"), "--as-of", "2026-10-12", "--status",
            month.folder.path("status.json"),
        ]
        try StatusFile(month.folder.path("status.json")).write(RunStatus(job, process: 4711, started: 0))
        let lock = try KernelLock(storeAt: month.folder.path("store.sqlite"))
        #expect(try StartedProgram(words).code == 75)
        let told = try String(contentsOfFile: month.folder.path("status.json"), encoding: .utf8)
        #expect(told.contains("\"process\" : 4711") && told.contains("\"state\" : \"running\""))
        withExtendedLifetime(lock) {}
    }

    @Test func aStartThatHasTheStoreTellsHowItEnded() throws {
        let month = try SampleMonth()
        let words = [
            "run", "--registers", month.folder.path("none"), "--inbox", month.folder.path("none"), "--out",
            month.folder.path("out"), "--store", month.folder.path("store.sqlite"), "--as-of", "2026-10-12", "--status",
            month.folder.path("status.json"),
        ]
        #expect(try StartedProgram(words).code == 66)
        let told = try String(contentsOfFile: month.folder.path("status.json"), encoding: .utf8)
        #expect(told.contains("\"exit_code\" : 66"))
    }
}
