import Foundation

@testable import Billing

/// The repository's folder.
let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

/// A folder that is gone with this value.
final class Folder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "invoice-batch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }
}

/// The sample month: its two nights, run as a user would, with a clock that stands still.
struct SampleMonth {
    let folder: Folder
    private let samples = repository.appending(path: "samples")

    init() throws {
        folder = try Folder()
        try copy(["registers"], to: "registers-1")
        try copy(["registers", "second-night/registers"], to: "registers-2")
    }

    func job(_ night: Int, _ change: (inout Job) -> Void = { _ in }) -> Job {
        var job = Job(
            registers: folder.path("registers-\(night)"),
            inbox: samples.appending(path: night == 1 ? "invoices" : "second-night/invoices").path,
            out: folder.path("out"), store: folder.path("store.sqlite"),
            asOf: Day(year: 2026, month: 10, day: night == 1 ? 12 : 19)!,
            dispositions: night == 1 ? nil : samples.appending(path: "second-night/dispositions.csv").path,
            program: "invoice-batch")
        change(&job)
        return job
    }

    @discardableResult
    func run(_ night: Int, _ change: (inout Job) -> Void = { _ in }) throws -> Summary {
        try Batch(job(night, change), pack: .embedded(), clock: { 1_791_763_200 }).run()
    }

    /// The files of a run's directory by their path in it.
    func reports(_ runID: String) throws -> [String: Data] {
        try Self.files(in: folder.url.appending(path: "out/\(runID)"))
    }

    static func files(in directory: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        let names = try FileManager.default.subpathsOfDirectory(atPath: directory.path)
        for name in names {
            var isDirectory: ObjCBool = false
            let path = directory.appending(path: name).path
            _ = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
            if !isDirectory.boolValue { files[name] = try Data(contentsOf: URL(filePath: path)) }
        }
        return files
    }

    /// Copies register files; a later source's files take the place of an earlier one's.
    private func copy(_ sources: [String], to target: String) throws {
        let directory = folder.url.appending(path: target)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        for source in sources {
            for (name, bytes) in try Self.files(in: samples.appending(path: source)) {
                try bytes.write(to: directory.appending(path: name))
            }
        }
    }
}
