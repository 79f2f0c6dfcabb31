import Foundation

@testable import Billing

/// The program as cron would start it: what it said, what it complained of, and how it ended.
struct StartedProgram {
    var code: Int32
    var output: String
    var errors: String

    /// - Parameter umask: in octal digits.
    init(_ arguments: [String], umask: String = "022") throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "umask \(umask); exec \"$0\" \"$@\"", ExitTests.program] + arguments
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complained = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        code = process.terminationStatus
        self.output = String(decoding: said, as: UTF8.self)
        self.errors = String(decoding: complained, as: UTF8.self)
    }

    /// The names of the program's subcommands, as its help lists them.
    static func subcommands() throws -> [String] {
        let help = try StartedProgram(["--help"]).output
        guard let start = help.range(of: "SUBCOMMANDS:\n") else { return [] }
        return help[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { !$0.isEmpty }.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
    }
}
