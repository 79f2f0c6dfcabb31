import Foundation
import Glibc
import Testing

@testable import Billing

/// The same files on a real disk, read by the real program (`make hostile`; too large for every day).
@Suite("Files of gigabytes", .serialized, .enabled(if: ProcessInfo.processInfo.environment["HOSTILE"] != nil))
struct FilesOfGigabytesTests {
    private static let files = (EndlessFile.refusedCSV + EndlessFile.refusedXML).filter {
        $0.size >= EndlessFile.gigabyte
    }

    @Test("are refused by a night in less than 256 MiB", arguments: files.indices)
    func refused(index: Int) throws {
        let file = Self.files[index]
        let month = try SampleMonth()
        let inbox = month.folder.path("inbox")
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        let name = "\(inbox)/a.\(file.format.name)"
        try Self.write(file.source, to: name)
        let clock = ContinuousClock.now
        let (code, memory) = try Self.start([
            "run", "--registers", month.folder.path("registers-1"), "--inbox", inbox, "--out", month.folder.path("out"),
            "--store", month.folder.path("store.sqlite"), "--as-of", "2026-10-12",
        ])
        let seconds = (ContinuousClock.now - clock).components.seconds
        print("\(memory) MiB, \(seconds) s: \(file.name)")
        #expect(code == 0)
        #expect(memory < 256)
        let table = try Table(contentsOf: month.folder.url.appending(path: "out/latest/files.csv"))
        #expect(table.rows[0]["status"] == "rejected")
        #expect(table.rows[0]["findings"]?.contains(file.expected.split(separator: " ")[0]) == true)
    }

    private static func write(_ source: ByteSource, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
        defer { close(descriptor) }
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: ByteSource.largestPiece, alignment: 16)
        defer { piece.deallocate() }
        while true {
            let count = try source.read(into: piece)
            if count == 0 { return }
            try #require(Glibc.write(descriptor, piece.baseAddress, count) == count)
        }
    }

    /// Runs the program; returns how it ended and its largest resident memory in MiB.
    private static func start(_ arguments: [String]) throws -> (code: Int32, memory: Int) {
        var words: [UnsafeMutablePointer<CChar>?] = ([ExitTests.program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        try #require(posix_spawn(&process, words[0]!, nil, nil, &words, environ) == 0)
        var status: Int32 = 0
        var usage = rusage()
        wait4(process, &status, 0, &usage)
        return (status >> 8 & 0xFF, Int(usage.ru_maxrss) / 1024)
    }
}
