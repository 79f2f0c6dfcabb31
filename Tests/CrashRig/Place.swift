import Foundation

/// The directories that a trial works in: everything that a night reads or changes, always under the same path, so that
/// what is recorded of it is the same, too.
struct Place {
    let path: String

    var inbox: String { "\(path)/inbox" }
    var out: String { "\(path)/out" }
    var archive: String { "\(path)/archive" }
    var registers: String { "\(path)/registers" }
    var dispositions: String { "\(path)/dispositions.csv" }
    var storeDirectory: String { "\(path)/store" }
    var store: String { "\(storeDirectory)/invoice-batch.sqlite" }
    /// What a process has to say to the one that started it.
    var answer: String { "\(path)-answer" }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    /// Makes the place as it was before the first night.
    func makeEmpty() throws {
        remove()
        for directory in [inbox, storeDirectory] {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        }
    }

    /// Makes the place what another one is.
    func become(_ other: Place) throws {
        remove()
        try FileManager.default.copyItem(atPath: other.path, toPath: path)
    }

    /// Puts files into the inbox.
    func receive(_ files: [String]) throws {
        for file in files { try copy(file, to: "\(inbox)/\(file.split(separator: "/").last!)") }
    }

    func copy(_ file: String, to target: String) throws {
        try? FileManager.default.removeItem(atPath: target)
        try FileManager.default.copyItem(atPath: file, toPath: target)
    }

    /// The visible directories of runs with their files' bytes, and what `latest` points to.
    func published() -> [String: Data] {
        var found: [String: Data] = [:]
        for name in (try? FileManager.default.contentsOfDirectory(atPath: out)) ?? [] where !name.hasPrefix(".") {
            let path = "\(out)/\(name)"
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
                found[name] = Data(target.utf8)
                continue
            }
            found["\(name)/"] = Data()
            for file in (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [] {
                found["\(name)/\(file)"] = FileManager.default.contents(atPath: "\(path)/\(file)") ?? Data()
            }
        }
        return found
    }
}
