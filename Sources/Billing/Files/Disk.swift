import Glibc

/// The one seam through which the program changes anything outside its memory: every write, sync, rename, removal and
/// commit of a run is a step of it. What runs in production does just the step; the tests put a hook before and after
/// every one, to kill the process there, or to let the step fail.
public final class Disk: Sendable {
    /// One change of the world.
    public struct Step: Hashable, Sendable {
        public enum Kind: String, Sendable {
            case createDirectory, create, write, sync, rename, remove, link, commit
        }

        public var kind: Kind
        /// What it is done to.
        public var path: String

        public init(_ kind: Kind, _ path: String) {
            self.kind = kind
            self.path = path
        }
    }

    /// What becomes of a step.
    public enum Fate: Sendable {
        case happens
        /// It fails with that `errno`.
        case fails(Int32)
        /// A write stops half-way, and then the process is gone or the write fails with that `errno`.
        case stopsHalfWay(Int32)
    }

    private let before: (@Sendable (Step) -> Fate)?
    private let after: (@Sendable (Step) -> Void)?

    /// The real disk.
    public convenience init() { self.init(before: nil, after: nil) }

    /// A disk with a hook before and after every step, for tests.
    public init(before: (@Sendable (Step) -> Fate)?, after: (@Sendable (Step) -> Void)?) {
        self.before = before
        self.after = after
    }

    /// A step that the disk refused.
    public struct Fault: Error, Hashable, Sendable {
        public var step: Step
        public var errno: Int32

        public init(step: Step, errno: Int32) {
            self.step = step
            self.errno = errno
        }

        /// The system's words for it: `No space left on device`.
        public var reason: String { String(cString: strerror(errno)) }
    }

    /// Does a step. `action` returns nil, or the `errno` of its failure; asked to stop half-way it does half of it.
    public func perform(_ kind: Step.Kind, _ path: String, _ action: (_ halfWay: Bool) -> Int32?) throws(Fault) {
        let step = Step(kind, path)
        switch before?(step) ?? .happens {
        case .happens:
            if let errno = action(false) { throw Fault(step: step, errno: errno) }
        case .fails(let errno):
            throw Fault(step: step, errno: errno)
        case .stopsHalfWay(let errno):
            _ = action(true)
            after?(step)
            throw Fault(step: step, errno: errno)
        }
        after?(step)
    }

    /// Creates a directory, readable by owner and group; one that is there already will do.
    public func createDirectory(_ path: String) throws(Fault) {
        if FileStatusOnDisk(path)?.isDirectory == true { return }
        try perform(.createDirectory, path) { _ in mkdir(path, 0o750) == 0 || errno == EEXIST ? nil : errno }
    }

    /// Creates a file anew, readable by owner and group, and returns its descriptor.
    public func create(_ path: String) throws(Fault) -> Int32 {
        var descriptor: Int32 = -1
        try perform(.create, path) { _ in
            descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o640)
            return descriptor >= 0 ? nil : errno
        }
        return descriptor
    }

    /// Writes all of the bytes.
    public func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String) throws(Fault) {
        try perform(.write, path) { halfWay in
            var rest = halfWay ? UnsafeRawBufferPointer(rebasing: bytes.prefix(bytes.count / 2)) : bytes
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
            return nil
        }
    }

    /// Makes what was written to a file survive a power cut.
    public func sync(_ descriptor: Int32, _ path: String) throws(Fault) {
        try perform(.sync, path) { _ in fsync(descriptor) == 0 ? nil : errno }
    }

    /// Makes the names in a directory survive a power cut.
    public func syncDirectory(_ path: String) throws(Fault) {
        try perform(.sync, path) { _ in
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { return errno }
            defer { close(descriptor) }
            return fsync(descriptor) == 0 ? nil : errno
        }
    }

    public func rename(_ old: String, to new: String) throws(Fault) {
        try perform(.rename, new) { _ in Glibc.rename(old, new) == 0 ? nil : errno }
    }

    /// Removes a file or an empty directory.
    public func remove(_ path: String) throws(Fault) {
        try perform(.remove, path) { _ in Glibc.remove(path) == 0 ? nil : errno }
    }

    public func link(_ path: String, to target: String) throws(Fault) {
        try perform(.link, path) { _ in symlink(target, path) == 0 ? nil : errno }
    }
}

/// What stands under a path; symbolic links are not followed.
public struct FileStatusOnDisk: Sendable {
    public var isDirectory: Bool
    public var isRegularFile: Bool
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
        size = Int(status.st_size)
        modified = Int(status.st_mtim.tv_sec)
        mark = [
            Int(status.st_dev), Int(status.st_ino), Int(status.st_size), Int(status.st_mtim.tv_sec),
            Int(status.st_mtim.tv_nsec),
        ]
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
