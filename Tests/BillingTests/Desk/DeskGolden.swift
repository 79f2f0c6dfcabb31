import Foundation
import Testing

@testable import Billing

/// The two nights of the sample month in one store, run once for all tests of the desk.
struct SampleStore: Sendable {
    static let shared = Result { try SampleStore() }

    let folder: Folder
    let path: String

    private init() throws {
        let month = try SampleMonth()
        try month.run(1)
        try month.run(2)
        folder = month.folder
        path = month.folder.path("store.sqlite")
    }

    func open() throws -> Store { try Store.openForReading(path) }

    /// A text with the folder of this test left out.
    func withoutFolder(_ text: String) -> String { text.replacing(folder.path(""), with: "").replacing(folder.url.path, with: "") }
}

/// Compares what the desk says with samples/expected/desk; `make golden` writes it anew.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = repository.appending(path: "samples/expected/desk/\(name)")
    if ProcessInfo.processInfo.environment["GOLDEN"] == "write" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let wanted = try? String(contentsOf: file, encoding: .utf8)
    #expect(text == wanted, "\(name) is not as expected; `make golden` writes it anew", sourceLocation: sourceLocation)
}
