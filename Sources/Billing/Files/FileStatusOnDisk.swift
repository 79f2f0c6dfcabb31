import Glibc

/// What stands under a path; symbolic links are not followed.
public struct FileStatusOnDisk: Sendable {
    public var isDirectory: Bool
    public var isRegularFile: Bool
    public var isLink: Bool
    public var size: Int
    /// Seconds since 1970 of the last change of its content.
    public var modified: Int
    /// Tells whether a file was changed or exchanged while it was read.
    public var mark: [Int]

    /// Nil where nothing stands.
    public init?(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    public init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        isDirectory = status.st_mode & S_IFMT == S_IFDIR
        isRegularFile = status.st_mode & S_IFMT == S_IFREG
        isLink = status.st_mode & S_IFMT == S_IFLNK
        size = Int(status.st_size)
        modified = Int(status.st_mtim.tv_sec)
        mark = [
            Int(status.st_dev), Int(status.st_ino), Int(status.st_size), Int(status.st_mtim.tv_sec),
            Int(status.st_mtim.tv_nsec),
        ]
    }
}

extension FileStatusOnDisk {
    /// The SHA-256 of a regular file's bytes in hex, and its mark; nil where there is none or it can't be read.
    static func sha256(ofFile path: String) -> (hash: String, mark: [Int])? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard let status = FileStatusOnDisk(descriptor: descriptor), status.isRegularFile,
            let hash = try? FileScan.hash(of: ByteSource(fileDescriptor: descriptor, size: status.size))
        else { return nil }
        return (hash.map { Int($0).hex }.joined(), status.mark)
    }
}

/// The names in a directory, in order of bytes; nil where it can't be read.
public func namesInDirectory(_ path: String) -> [String]? {
    guard let directory = opendir(path) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}
