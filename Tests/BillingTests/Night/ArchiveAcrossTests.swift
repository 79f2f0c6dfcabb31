import Foundation
import Glibc
import Testing

@testable import Billing

/// A directory on another file system than the temporary one, gone with this value.
private final class Elsewhere {
    static let memory = "/dev/shm"
    let path = "\(memory)/invoice-batch-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    static let exists: Bool = {
        guard access(memory, W_OK) == 0, let other = device(memory) else { return false }
        return device(NSTemporaryDirectory()) != other
    }()

    private static func device(_ path: String) -> UInt? {
        var status = stat()
        return stat(path, &status) == 0 ? UInt(status.st_dev) : nil
    }
}

/// An archive on another file system than the inbox: a file is there whole before it goes here.
@Suite(.enabled(if: Elsewhere.exists)) struct ArchiveAcrossTests {
    private let month: SampleMonth
    private let elsewhere: Elsewhere
    private let inbox: String
    private let samples: [String: Data]

    init() throws {
        month = try SampleMonth()
        elsewhere = try Elsewhere()
        inbox = month.folder.path("inbox")
        let source = repository.appending(path: "samples/invoices")
        try FileManager.default.copyItem(atPath: source.path, toPath: inbox)
        let names = try FileManager.default.contentsOfDirectory(atPath: inbox)
        for name in names where Formats.format(ofFile: name) == nil {
            try FileManager.default.removeItem(atPath: "\(inbox)/\(name)")
        }
        try "no invoices".write(toFile: "\(inbox)/broken.csv", atomically: true, encoding: .utf8)
        samples = try SampleMonth.files(in: URL(filePath: inbox))
    }

    private func archived() throws -> [String: Data] {
        let files = try SampleMonth.files(in: URL(filePath: elsewhere.path))
        return Dictionary(uniqueKeysWithValues: files.map { ($0.key.split(separator: "/").last.map(String.init)!, $0.value) })
    }

    private func job() -> Job {
        month.job(1) { job in
            job.inbox = inbox
            job.archive = elsewhere.path
        }
    }

    @Test func everyFileArrivesWhole() throws {
        try Batch(job(), pack: .embedded(), clock: { 1_791_763_200 }).run()
        #expect(try archived() == samples)
        #expect(try FileManager.default.contentsOfDirectory(atPath: inbox) == [])
        #expect(FileManager.default.fileExists(atPath: "\(elsewhere.path)/rejected/broken.csv"))
        #expect(try Set(FileManager.default.contentsOfDirectory(atPath: elsewhere.path)) == ["accepted", "rejected"])
    }

    /// A step of the move fails: the run is posted, nothing is lost, and the next start moves the rest.
    @Test(arguments: [Disk.Step.Kind.create, .write, .sync, .rename, .remove])
    func aStepThatFails(kind: Disk.Step.Kind) throws {
        let place = elsewhere.path
        let disk = Disk(
            before: { step in
                let isOfMove = (step.source ?? step.path).contains("greenway-2026-09.xml") || step.path.contains("copy")
                let isHere = step.path.hasPrefix(place) || kind == .remove
                return step.kind == kind && isOfMove && isHere ? .fails(ENOSPC) : .happens
            }, after: nil)
        let summary = try Batch(job(), pack: .embedded(), disk: disk, clock: { 1_791_763_200 }).run()
        #expect(summary.warning?.contains("is posted, but can't be finished") == true)
        let left = try SampleMonth.files(in: URL(filePath: inbox))
        #expect(!left.isEmpty)
        for (name, bytes) in left { #expect(samples[name] == bytes) }
        let again = try Batch(job(), pack: .embedded(), clock: { 1_791_763_200 }).run()
        #expect(again.runID == "2026-10-12-0001")
        #expect(try archived() == samples)
        #expect(try FileManager.default.contentsOfDirectory(atPath: inbox) == [])
    }
}
