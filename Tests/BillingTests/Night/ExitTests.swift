import Foundation
import Glibc
import Testing

@testable import Billing

/// The program itself, started as cron would: what cannot be used gets its exit code and one plain sentence, and
/// nothing is posted (spec: The command, Exit codes).
@Suite struct ExitTests {
    struct Outcome {
        var code: Int32
        var output: String
        var errors: String
    }

    /// The program that was built beside these tests.
    static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "invoice-batch").path

    let month: SampleMonth

    init() throws {
        month = try SampleMonth()
        try FileManager.default.copyItem(
            atPath: repository.appending(path: "samples/invoices").path, toPath: month.folder.path("inbox"))
    }

    private func start(
        _ change: [String: String?] = [:], more: [String] = [], as user: [String] = []
    ) throws -> Outcome {
        var options: [String: String?] = [
            "--registers": month.folder.path("registers-1"), "--inbox": month.folder.path("inbox"),
            "--out": month.folder.path("out"), "--store": month.folder.path("store.sqlite"), "--as-of": "2026-10-12",
        ]
        options.merge(change) { $1 }
        let words = options.sorted { $0.key < $1.key }.flatMap { key, value in value.map { [key, $0] } ?? [] }
        return try Self.start(user + [Self.program, "run"] + words + more)
    }

    private static func start(_ command: [String]) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complained = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            code: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
            errors: String(decoding: complained, as: UTF8.self))
    }

    /// The last line of standard error; log lines come before it.
    private func sentence(_ outcome: Outcome) -> String {
        outcome.errors.split(separator: "\n").last.map(String.init) ?? ""
    }

    private func expectNothingPosted() throws {
        let store = month.folder.path("store.sqlite")
        if FileManager.default.fileExists(atPath: store) {
            #expect(try Store.openForReading(store).lastRun() == nil)
        }
        let out = month.folder.path("out")
        let left = (try? FileManager.default.contentsOfDirectory(atPath: out)) ?? []
        #expect(left == [])
    }

    @Test func aRegisterWithoutOneOfItsColumns() throws {
        let path = month.folder.path("registers-1/rates.csv")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing("hourly_rate", with: "hourly").write(toFile: path, atomically: true, encoding: .utf8)
        let outcome = try start()
        #expect(outcome.code == 65)
        #expect(sentence(outcome).contains("rates.csv"))
        #expect(sentence(outcome).contains("hourly_rate"))
        try expectNothingPosted()
    }

    @Test func aFileOfTheInboxThatThisUserMayNotRead() throws {
        let path = month.folder.path("inbox/harbor-light-2026-09.csv")
        chmod(path, 0)
        // Root may read everything: the program is then started as a user who may not.
        let isRoot = getuid() == 0
        if isRoot { _ = try Self.start(["/bin/chown", "-R", "65534", month.folder.url.path]) }
        if isRoot { _ = try Self.start(["/bin/chown", "0", path]) }
        let user = isRoot ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
        let outcome = try start(as: user)
        #expect(outcome.code == 74)
        #expect(sentence(outcome).contains("harbor-light-2026-09.csv can't be read (Permission denied)"))
        try expectNothingPosted()
    }

    @Test func aStoreThatAnotherRunHolds() throws {
        let lock = try KernelLock(storeAt: month.folder.path("store.sqlite"))
        let outcome = try start()
        withExtendedLifetime(lock) {}
        #expect(outcome.code == 75)
        #expect(sentence(outcome).contains("Another run holds the store"))
        try expectNothingPosted()
    }

    @Test func aPlaceForTheReportsThatCantBeWritten() throws {
        try "a file".write(toFile: month.folder.path("file"), atomically: true, encoding: .utf8)
        let outcome = try start(["--out": month.folder.path("file/out")])
        #expect(outcome.code == 73)
        #expect(sentence(outcome).contains("file/out can't be written (Not a directory)"))
        try expectNothingPosted()
    }

    @Test func anUnknownOption() throws {
        let outcome = try start(more: ["--quick"])
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("Unknown option '--quick'"))
        try expectNothingPosted()
    }

    @Test func aDayThatIsNone() throws {
        let outcome = try start(["--as-of": "2026-02-30"])
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("--as-of is 2026-02-30; a date is expected, such as 2026-10-01."))
        try expectNothingPosted()
    }

    @Test func aDayBeforeTheLastRuns() throws {
        #expect(try start().code == 0)
        let outcome = try start(["--as-of": "2026-10-11"])
        #expect(outcome.code == 64)
        #expect(sentence(outcome).contains("2026-10-11 is before that of the last run, 2026-10-12"))
        #expect(try Store.openForReading(month.folder.path("store.sqlite")).lastRun()?.number == 1)
    }

    @Test(arguments: ["--inbox", "--registers", "--dispositions"]) func anInputThatIsMissing(_ option: String) throws {
        let outcome = try start([option: month.folder.path("nowhere")])
        #expect(outcome.code == 66)
        #expect(sentence(outcome).contains("nowhere"))
        try expectNothingPosted()
    }

    @Test func aStoreThatIsNone() throws {
        try String(repeating: "not a store\n", count: 200)
            .write(toFile: month.folder.path("store.sqlite"), atomically: true, encoding: .utf8)
        let outcome = try start()
        #expect(outcome.code == 65)
        #expect(sentence(outcome).contains("is no sound store"))
    }

    @Test(arguments: ["directory", "pipe"]) func aStoreThatIsNoFile(_ what: String) throws {
        let path = month.folder.path("store.sqlite")
        if what == "pipe" { mkfifo(path, 0o600) } else { mkdir(path, 0o700) }
        let outcome = try start()
        #expect(outcome.code == 65)
        #expect(sentence(outcome).contains("store.sqlite is no file, which a store is"))
    }

    @Test func aNumberThatIsNone() throws {
        let outcome = try start(more: ["--settle", "-3"])
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("--settle is -3; a number of seconds from 0 is expected."))
        try expectNothingPosted()
    }

    @Test func aPolicyPackWithoutAFile() throws {
        try FileManager.default.createDirectory(
            atPath: month.folder.path("pack"), withIntermediateDirectories: true)
        let outcome = try start(["--policy": month.folder.path("pack")])
        #expect(outcome.code == 65)
        #expect(sentence(outcome).contains("has no readable file ppsp.yaml"))
        try expectNothingPosted()
    }

    @Test func aGoodNight() throws {
        let outcome = try start()
        #expect(outcome.code == 0)
        #expect(outcome.output.hasPrefix("2026-10-12-0001: done.\n"))
        #expect(outcome.output.contains("paid      $67,567.03 in 826 lines"))
    }
}
