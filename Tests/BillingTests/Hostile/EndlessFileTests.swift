import Foundation
import Testing

@testable import Billing

/// The files are read in a process of their own, whose memory and time are theirs alone.
@Suite("Files without end", .serialized)
struct EndlessFileTests {
    /// The most memory that reading any of them may take, in MiB.
    static let memory = isSanitized ? 2048 : 256
    /// The most processor time that one may take, in seconds: they take one or less, but the machine may be slow.
    static let seconds = isSanitized ? 200 : 20
    /// A sanitizer takes many times the memory and the time (`make sanitize`).
    private static let isSanitized = ProcessInfo.processInfo.environment["SANITIZED"] != nil

    @Test("are refused as CSV in bounded memory and time")
    func csv() async {
        await #expect(processExitsWith: .success) { try EndlessFileTests.require(EndlessFile.refusedCSV) }
    }

    @Test("are refused as XML in bounded memory and time")
    func xml() async {
        await #expect(processExitsWith: .success) { try EndlessFileTests.require(EndlessFile.refusedXML) }
    }

    @Test("or are read to their end in bounded memory")
    func readThrough() async {
        await #expect(processExitsWith: .success) { try EndlessFileTests.require(EndlessFile.readThrough) }
    }

    private static func require(_ files: [EndlessFile]) throws {
        for file in files {
            let start = processorSeconds()
            let found = try file.read()
            if found != file.expected { Issue.record("\(file.name): \(found) instead of \(file.expected)") }
            if peakMemory() >= memory { Issue.record("\(file.name): \(peakMemory()) MiB") }
            if processorSeconds() - start >= seconds { Issue.record("\(file.name): \(processorSeconds() - start) s") }
        }
    }
}
