import Glibc

/// A bundle as a directory or an archive of the inbox.
enum BundleDirectory {
    /// Whether a name of the inbox is a bundle: an archive by its ending, a directory by its manifest or its name.
    static func isBundle(_ name: String, in inbox: String) -> Bool {
        if name.hasPrefix(".") { return false }
        guard let status = FileStatusOnDisk("\(inbox)/\(name)") else { return false }
        if status.isDirectory {
            if Formats.format(ofFile: name) != nil { return false }
            return isName(name) || FileStatusOnDisk("\(inbox)/\(name)/\(BundleManifest.fileName)") != nil
        }
        return name.lowercased().hasSuffix(".tar")
    }

    /// `AAP-2026-W41-0003`, as bundles are called when they are made.
    static func isName(_ name: String) -> Bool {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "AAP" && BundleWeek("\(parts[1])-\(parts[2])") != nil
            && !parts[3].isEmpty && parts[3].utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// When anything in it was last changed: seconds since 1970.
    static func modified(_ path: String) -> Int {
        guard let status = FileStatusOnDisk(path) else { return 0 }
        guard status.isDirectory else { return status.modified }
        return (namesInDirectory(path) ?? []).reduce(status.modified) { max($0, modified("\(path)/\($1)")) }
    }

    /// Reads a directory's files.
    ///
    /// - Throws: `BundleFault` for what no bundle holds, `ReadFault` where a file can't be read.
    static func content(of path: String, _ disk: Disk) throws -> BundleContent {
        var content = BundleContent()
        try add(path, below: "", to: &content, disk)
        return content
    }

    private static func add(_ path: String, below prefix: String, to content: inout BundleContent, _ disk: Disk) throws
    {
        guard let names = namesInDirectory(path) else { throw ReadFault(errno: errno) }
        for name in names {
            let file = "\(path)/\(name)"
            guard let status = FileStatusOnDisk(file) else { throw ReadFault.changed }
            if status.isDirectory, prefix.isEmpty {
                try add(file, below: "\(name)/", to: &content, disk)
            } else {
                guard status.isRegularFile else {
                    throw BundleFault.mismatch(
                        "files", "something else",
                        "it holds something other than files: links and the like are never taken")
                }
                try BundleContent.requireRoom(size: status.size, files: 1)
                try content.add("\(prefix)\(name)", bytes(of: file, disk))
            }
        }
    }

    /// The whole of a regular file.
    ///
    /// - Throws: `ReadFault`, also where it changes meanwhile.
    static func bytes(of path: String, _ disk: Disk) throws(ReadFault) -> [UInt8] {
        let descriptor = try disk.openForReading(path, flags: O_NOFOLLOW | O_NONBLOCK)
        defer { close(descriptor) }
        guard let before = FileStatusOnDisk(descriptor: descriptor), before.isRegularFile else { throw .changed }
        let source = ByteSource(fileDescriptor: descriptor, size: before.size, disk: disk, path: path)
        var bytes = [UInt8](repeating: 0, count: before.size)
        var count = 0
        while count < bytes.count { count += try source.read(into: &bytes, from: count) }
        guard FileStatusOnDisk(descriptor: descriptor)?.mark == before.mark else { throw .changed }
        return bytes
    }

    /// The hash by which a directory is known, and its mark; nil where it is none, or can't be read as a bundle.
    static func sha256(of path: String) -> (hash: String, mark: [Int])? {
        guard let status = FileStatusOnDisk(path), status.isDirectory,
            let content = try? content(of: path, Disk())
        else { return nil }
        return (content.sha256, status.mark)
    }
}
