import Foundation
import Glibc
import Testing

@testable import Billing

/// The program itself, asked to end in the middle of its work, or with nobody left to listen to it: a run is posted or
/// it is not, its exit code says which, and nothing is half.
@Suite(.serialized, .timeLimit(.minutes(patience))) struct EndedFromOutsideTests {
    let month: SampleMonth
    /// What a run undisturbed writes; times and the program's version stand in run.json alone.
    private static let undisturbed = Result {
        let month = try SampleMonth()
        try putInbox(month)
        try month.run(1) { $0.inbox = month.folder.path("inbox") }
        return try month.reports("2026-10-12-0001").filter { $0.key != "run.json" }
    }

    init() throws {
        month = try SampleMonth()
        try Self.putInbox(month)
    }

    private static func putInbox(_ month: SampleMonth) throws {
        let inbox = month.folder.path("inbox")
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: repository.appending(path: "samples/invoices/lantern-hill-2026-09.csv").path,
            toPath: inbox + "/lantern-hill.csv")
    }

    private var arguments: [String] {
        [
            "run", "--registers", month.folder.path("registers-1"), "--inbox",
            month.folder.path("inbox"), "--out", month.folder.path("out"), "--store",
            month.folder.path("store.sqlite"), "--as-of", "2026-10-12",
        ]
    }

    private func postedRuns() throws -> Int {
        guard FileManager.default.fileExists(atPath: month.folder.path("store.sqlite")) else { return 0 }
        return try Store.openForReading(month.folder.path("store.sqlite")).lastRun()?.number ?? 0
    }

    /// The next start ends in what an undisturbed run ends in.
    private func expectSoundAfterNextStart() throws {
        #expect(try StartedProgram(arguments).code == 0)
        #expect(try postedRuns() == 1 || postedRuns() == 2)
        let reports = try month.reports("2026-10-12-0001").filter { $0.key != "run.json" }
        #expect(try reports == Self.undisturbed.get())
        #expect(try StartedProgram(["verify", "--store", month.folder.path("store.sqlite")]).code == 0)
    }

    /// Starts the program and sends it a signal so long after it has said `line`.
    private func end(with number: Int32, at line: String, after pause: Double) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: ExitTests.program)
        process.arguments = arguments
        let errors = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        var said = Data()
        while let piece = try errors.fileHandleForReading.read(upToCount: 1), !piece.isEmpty {
            said += piece
            if String(decoding: said, as: UTF8.self).contains(line) { break }
        }
        Thread.sleep(forTimeInterval: pause)
        kill(process.processIdentifier, number)
        _ = try errors.fileHandleForReading.readToEnd()
        process.waitUntilExit()
        return process
    }

    @Test(
        "a signal ends it with nothing posted, or it is too late for one",
        arguments: [
            (SIGTERM, "reading the registers", 0), (SIGINT, "deciding", 0), (SIGTERM, "writing the reports", 0),
            (SIGHUP, "writing the reports", 0.05), (SIGTERM, "writing the reports", 0.1),
            (SIGTERM, "writing the reports", 0.2),
        ] as [(Int32, String, Double)])
    func signals(number: Int32, line: String, pause: Double) throws {
        let process = try end(with: number, at: line, after: pause)
        let isPosted = try postedRuns() == 1
        #expect(isPosted == (process.terminationReason == .exit && process.terminationStatus == 0))
        try expectSoundAfterNextStart()
    }

    @Test(
        "nobody listens",
        arguments: [">&-", "2>&-", ">&- 2>&- <&-", "| true", "> /dev/full", "2> /dev/full"])
    func streams(redirection: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments =
            ["-o", "pipefail", "-c", "\"$0\" \"$@\" \(redirection)", ExitTests.program] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(try postedRuns() == 1)
        // A closed stream's number is not given to a file of the run's, which would then be told the summary.
        #expect(try Data(contentsOf: URL(filePath: month.folder.path("store.sqlite-lock"))).isEmpty)
        try expectSoundAfterNextStart()
    }

    @Test("what only reads does not mind either", arguments: ["--help", "rules", "rules --format json"])
    func reading(words: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-o", "pipefail", "-c", "\"$0\" \(words) | true", ExitTests.program]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(said.isEmpty)
    }
}
