import Foundation
import Glibc
import Testing

@testable import Billing

/// Who may read what the program writes: the reports their owner and group, the store its owner alone, whatever the
/// umask of the one who starts it.
@Suite("Who may read what", .serialized)
struct FileRightsTests {
    private func rights(_ path: String) -> String {
        var status = stat()
        lstat(path, &status)
        if status.st_mode & S_IFMT == S_IFLNK { return "link" }
        return String(status.st_mode & 0o7777, radix: 8)
    }

    @Test(
        "is decided by the program", arguments: [("000", "640", "750"), ("022", "640", "750"), ("077", "600", "700")])
    func rights(umask: String, file: String, directory: String) throws {
        let month = try SampleMonth()
        let inbox = month.folder.path("inbox")
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        for name in ["good.csv", "again.csv"] {
            try "\(EndlessFile.header)\n".write(toFile: "\(inbox)/\(name)", atomically: true, encoding: .utf8)
        }
        try "no header".write(toFile: inbox + "/bad.csv", atomically: true, encoding: .utf8)
        let store = month.folder.path("deep/store.sqlite")
        try FileManager.default.createDirectory(atPath: month.folder.path("deep"), withIntermediateDirectories: true)
        func run(_ more: [String] = []) throws {
            let started = try StartedProgram(
                [
                    "run", "--registers", month.folder.path("registers-1"), "--inbox", inbox, "--out",
                    month.folder.path("new/out"), "--store", store, "--as-of", "2026-10-12",
                ] + more, umask: umask)
            #expect(started.code == 0, "\(started.errors)")
        }
        try run(["--dry-run"])
        try run()
        // While someone reads, the store's side files stay.
        let reader = try Store.openForReading(store)
        try run(["--archive", month.folder.path("new/archive")])
        withExtendedLifetime(reader) {}

        let new = month.folder.path("new")
        let names = try FileManager.default.subpathsOfDirectory(atPath: new)
        #expect(names.count > 30)
        for name in names where !name.hasPrefix("archive/") || !name.hasSuffix(".csv") {
            var isDirectory: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(new)/\(name)", isDirectory: &isDirectory)
            let found = rights("\(new)/\(name)")
            #expect(found == (name.hasSuffix("latest") ? "link" : isDirectory.boolValue ? directory : file), "\(name)")
        }
        #expect(rights(new) == directory)
        let beside = try FileManager.default.contentsOfDirectory(atPath: month.folder.path("deep")).sorted()
        #expect(beside == ["store.sqlite", "store.sqlite-lock", "store.sqlite-shm", "store.sqlite-wal"])
        for name in beside { #expect(rights(month.folder.path("deep/\(name)")) == "600", "\(name)") }
    }
}
