import Foundation
import Testing

@testable import Billing

/// docs/operations.md and docs/aap.md are true: their commands are run one after another as a new user would, in an
/// empty directory beside the samples, and print what the page says.
@Suite struct OperationsTests {
    @Test(arguments: [("docs/operations.md", 40), ("docs/aap.md", 12)])
    func thePageSaysWhatHappens(_ name: String, _ commands: Int) throws {
        let file = repository.appending(path: name)
        let page = CommandPage(try String(contentsOf: file, encoding: .utf8))
        #expect(page.commands.count > commands)
        let folder = try Folder()
        try FileManager.default.createDirectory(atPath: folder.path("bin"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("bin/invoice-batch"), withDestinationPath: ExitTests.program)
        let work = folder.path("work")
        try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: repository.appending(path: "samples").path, toPath: work + "/samples")
        var outputs: [[String]] = []
        for command in page.commands {
            let output = try Self.run(command.text, in: work, path: folder.path("bin"))
                .map { $0.replacing(work, with: "/var/lib/invoice-batch") }
            outputs.append(output)
            if ProcessInfo.processInfo.environment["GOLDEN"] == "write" { continue }
            #expect(
                CommandPage.matches(output[...], command.expected[...]),
                "\(name) line \(command.line): \(command.text) printed \(output.joined(separator: "\n"))")
        }
        if ProcessInfo.processInfo.environment["GOLDEN"] == "write" {
            try page.text(printing: outputs).write(to: file, atomically: true, encoding: .utf8)
        }
    }

    private static func run(_ command: String, in directory: String, path: String) throws -> [String] {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = URL(filePath: directory)
        process.environment = ["PATH": "\(path):/usr/bin:/bin", "LC_ALL": "C", "HOME": directory]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let lines = said.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.last == "" ? Array(lines.dropLast()) : lines
    }

    @Test(arguments: [
        (["a", "b"], ["a", "b"], true), (["a", "b"], ["a"], false), (["a", "b"], ["...", "b"], true),
        (["a", "b", "c"], ["a", "..."], true), ([], ["..."], true), (["a"], ["...", "b"], false), ([], [], true),
    ]) func linesMatch(_ output: [String], _ expected: [String], _ isMatch: Bool) {
        #expect(CommandPage.matches(output[...], expected[...]) == isMatch)
    }
}
