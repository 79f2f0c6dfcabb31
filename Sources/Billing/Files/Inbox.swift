import Glibc

/// The directory in which invoice files come in.
struct Inbox: Sendable {
    let path: String

    init(_ path: String) { self.path = path }

    /// The names of the files to read, in order of bytes: `*.csv` and `*.xml` in any case. What is hidden or still
    /// being uploaded is left alone, and so is what changed less than `settle` seconds before `now`.
    ///
    /// - Throws: `missingInput` when there is no such directory, `cannotRead` when it can't be read.
    func names(settle: Int, now: Int) throws(Stop) -> [String] {
        guard FileStatusOnDisk(path) != nil else {
            throw Stop(.missingInput, "The inbox \(path) is missing. Create it, or name another with --inbox.")
        }
        guard let names = namesInDirectory(path) else {
            throw Stop(
                .cannotRead,
                "The inbox \(path) can't be read (\(String(cString: strerror(errno)))). A directory is expected.")
        }
        return names.filter { name in
            guard !name.hasPrefix("."), Formats.format(ofFile: name) != nil else { return false }
            guard settle > 0, let status = FileStatusOnDisk("\(path)/\(name)") else { return true }
            // A file from the future was not written just now either; its sender's clock is ahead, or ours went back.
            return abs(now - status.modified) >= settle
        }
    }
}
