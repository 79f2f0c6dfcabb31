import Foundation
import Testing

/// Speed is guarded without a clock: what a line costs in allocations is the same on a slow machine and on a busy one.
@Suite struct AllocationTests {
    /// The rig that was built beside these tests; it counts every allocation of a process, so it is one of its own.
    private static let rig = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "AllocationRig")
    private static let figures = repository.appending(path: "Tests/AllocationRig/figures.txt")

    /// Starts the rig with a file of figures.
    private static func compare(with file: URL) throws -> (code: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = rig
        process.arguments = ["compare", file.path]
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }

    @Test func aLineCostsNoMoreThanTheCommittedFigures() throws {
        let (code, output) = try Self.compare(with: Self.figures)
        #expect(code == 0, "\(output)")
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["SANITIZED"] == nil))
    func aRiseOfATenthFails() throws {
        let folder = try Folder()
        let file = folder.url.appending(path: "figures.txt")
        let text = try String(contentsOf: Self.figures, encoding: .utf8)
        // The committed figures with the last one, the whole night's, taken down by an eighth.
        var lines = text.split(separator: "\n").map(String.init)
        let place = try #require(lines.firstIndex { $0.hasPrefix("debug run ") })
        let whole = try #require(Int(lines[place].split(separator: " ")[2].split(separator: ".")[0]))
        lines[place] = "debug run \(whole * 7 / 8).00"
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        let (code, output) = try Self.compare(with: file)
        #expect(code == 1)
        #expect(output.contains("run costs"))
        #expect(output.contains("make guard-figures"))
    }
}
