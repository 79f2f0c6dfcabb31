import Foundation
import Testing

/// The short form of `make crash` (docs/reliability.md): nights that are killed and nights under which the world fails,
/// each started again and compared with an undisturbed one. `CrashRig` does it in processes of their own.
@Suite(.serialized) struct CrashTests {
    static let parts: [[String]] = [
        ["kills", "--stride", "20"],
        ["power", "--stride", "12"],
        ["faults", "--stride", "40"],
        ["damage", "--stride", "20000"],
        ["pairs", "--rounds", "5"],
        ["random", "--rounds", "4"],
    ]

    @Test(arguments: parts) func everyNightEndsAsUndisturbed(_ part: [String]) throws {
        let rig = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "CrashRig")
        // Where memory serves as a disk, syncing costs nothing; a kill does not know the difference.
        let memory = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        let work = "\(memory)/invoice-batch-crash-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: work) }
        let process = Process()
        process.executableURL = rig
        process.arguments = part + ["--samples", repository.appending(path: "samples").path, "--work", work]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
    }
}
