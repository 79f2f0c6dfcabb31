import CLinux
import Glibc

/// The one seam between the program and the world outside its memory: every write, sync, rename, removal and commit of
/// a run is a step of it, and so is every opening and reading of an input. What runs in production does just the step;
/// the tests put a hook before and after every one, to kill the process there, or to let the step fail.
public final class Disk: Sendable {
    /// One change of the world, or one look at it.
    public struct Step: Hashable, Sendable {
        public enum Kind: String, Sendable {
            case createDirectory, create, write, sync, syncTree, rename, remove, link, commit
            case open, read
        }

        public var kind: Kind
        /// What it is done to.
        public var path: String
        /// What a rename takes away.
        public var source: String?

        public init(_ kind: Kind, _ path: String, from source: String? = nil) {
            self.kind = kind
            self.path = path
            self.source = source
        }

        /// Whether the step changes anything.
        public var isChange: Bool { kind != .open && kind != .read }
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
    public func perform(_ step: Step, _ action: (_ halfWay: Bool) -> Int32?) throws(Fault) {
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
        // That it is there already is no step; where nobody watches the steps, making it tells.
        if before != nil, FileStatusOnDisk(path)?.isDirectory == true { return }
        try perform(Step(.createDirectory, path)) { _ in mkdir(path, 0o750) == 0 || errno == EEXIST ? nil : errno }
    }

    /// Creates a file anew, readable by owner and group unless `mode` says otherwise, and returns its descriptor.
    func create(_ path: String, mode: mode_t = 0o640) throws(Fault) -> Int32 {
        var descriptor: Int32 = -1
        try perform(Step(.create, path)) { _ in
            descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
            return descriptor >= 0 ? nil : errno
        }
        return descriptor
    }

    /// Writes all of the bytes.
    public func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String) throws(Fault) {
        try perform(Step(.write, path)) { halfWay in
            var rest = halfWay ? UnsafeRawBufferPointer(rebasing: bytes.prefix(bytes.count / 2)) : bytes
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                if count == 0 { return ENOSPC }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
            return nil
        }
    }

    /// Makes what was written to a file survive a power cut.
    public func sync(_ descriptor: Int32, _ path: String) throws(Fault) {
        try perform(Step(.sync, path)) { _ in fsync(descriptor) == 0 ? nil : errno }
    }

    /// Makes the names in a directory survive a power cut.
    public func syncDirectory(_ path: String) throws(Fault) {
        try perform(Step(.sync, path)) { _ in
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { return errno }
            defer { close(descriptor) }
            return fsync(descriptor) == 0 ? nil : errno
        }
    }

    /// Makes all that was written below a directory survive a power cut, in one step: of thousands of small files each
    /// would wait for the disk. What else the file system holds is made durable with it.
    public func syncTree(_ path: String) throws(Fault) {
        try perform(Step(.syncTree, path)) { _ in
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { return errno }
            defer { close(descriptor) }
            return syncfs(descriptor) == 0 ? nil : errno
        }
    }

    public func rename(_ old: String, to new: String) throws(Fault) {
        try perform(Step(.rename, new, from: old)) { _ in Glibc.rename(old, new) == 0 ? nil : errno }
    }

    /// Removes a file or an empty directory.
    public func remove(_ path: String) throws(Fault) {
        try perform(Step(.remove, path)) { _ in Glibc.remove(path) == 0 ? nil : errno }
    }

    public func link(_ path: String, to target: String) throws(Fault) {
        try perform(Step(.link, path)) { _ in symlink(target, path) == 0 ? nil : errno }
    }
}

extension Disk {
    /// Opens an input.
    ///
    /// - Parameter flags: beside those of reading alone.
    func openForReading(_ path: String, flags: Int32 = 0) throws(ReadFault) -> Int32 {
        var descriptor: Int32 = -1
        try look(Step(.open, path)) {
            descriptor = open(path, O_RDONLY | O_CLOEXEC | flags)
            return descriptor >= 0 ? nil : errno
        }
        return descriptor
    }

    /// Reads up to the buffer's count of bytes of an input from an offset; 0 where there are no more.
    func read(
        _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int, _ path: String
    ) throws(ReadFault) -> Int {
        var count = 0
        try look(Step(.read, path)) {
            repeat { count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)) } while count < 0
                && errno == EINTR
            return count >= 0 ? nil : errno
        }
        return count
    }

    /// Does a step that changes nothing.
    private func look(_ step: Step, _ action: () -> Int32?) throws(ReadFault) {
        if case .fails(let errno)? = before?(step) { throw ReadFault(errno: errno) }
        if let errno = action() { throw ReadFault(errno: errno) }
        after?(step)
    }
}
