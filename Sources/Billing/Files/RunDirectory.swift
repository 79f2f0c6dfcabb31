import Crypto
import Glibc

/// A run's directory: built under a hidden name, renamed when whole, so that no reader ever meets half a run.
struct RunDirectory: Sendable {
    let out: String
    let name: String
    /// Tells this store's hidden directories from those of others that write to the same place.
    let mark: String

    /// - Parameters:
    ///   - out: the directory of all runs.
    ///   - name: the run's id, with `-dry` behind it for a dry run.
    ///   - store: the path of the run's store.
    init(out: String, name: String, store: String) {
        self.out = out
        self.name = name
        mark = Self.mark(ofStore: store)
    }

    /// What is hidden begins so.
    static let hiddenPrefix = ".invoice-batch-"

    var path: String { "\(out)/\(name)" }
    var hiddenPath: String { "\(out)/\(Self.hiddenPrefix)\(mark)-\(name)" }
    /// Where an earlier dry run's directory goes while the new one takes its name.
    private var outgoingPath: String { "\(hiddenPath)-old" }

    private static func mark(ofStore path: String) -> String {
        SHA256.hash(data: Array(path.utf8)).prefix(4).map { Int($0).hex }.joined()
    }

    /// Makes the hidden directory, empty.
    func begin(_ disk: Disk) throws(Disk.Fault) {
        try Self.removeTree(hiddenPath, disk)
        try disk.createDirectory(hiddenPath)
    }

    /// Makes what was written into the hidden directory survive a power cut, and the directory itself with it.
    ///
    /// - Parameter isWhole: its files were not made to survive one by one.
    func sync(_ disk: Disk, isWhole: Bool) throws(Disk.Fault) {
        if isWhole { try disk.syncTree(hiddenPath) } else { try Self.syncTree(hiddenPath, disk) }
        try disk.syncDirectory(out)
        try disk.syncDirectory(parentDirectory(out))
    }

    /// Takes back what was begun, so that a run that stops leaves nothing behind and takes no room.
    func abandon(_ disk: Disk) { try? Self.removeTree(hiddenPath, disk) }

    /// Gives the directory its name.
    ///
    /// - Parameter hidden: where it waits; nil where it has its name already.
    func publish(_ disk: Disk, from hidden: String?) throws(Disk.Fault) {
        if let hidden { try disk.rename(hidden, to: path) }
        try disk.syncDirectory(out)
    }

    /// Gives the directory its name, in place of that of an earlier dry run.
    func replace(_ disk: Disk) throws(Disk.Fault) {
        try Self.removeTree(outgoingPath, disk)
        if FileStatusOnDisk(path) != nil { try disk.rename(path, to: outgoingPath) }
        try disk.rename(hiddenPath, to: path)
        try disk.syncDirectory(out)
        try Self.removeTree(outgoingPath, disk)
    }

    /// Lets `latest` point to the directory. The link is exchanged in one step, so that it always points somewhere.
    func pointLatest(_ disk: Disk) throws(Disk.Fault) {
        let waiting = "\(out)/\(Self.hiddenPrefix)\(mark)-latest"
        try Self.removeTree(waiting, disk)
        try disk.link(waiting, to: name)
        try disk.rename(waiting, to: "\(out)/latest")
        try disk.syncDirectory(out)
    }

    /// What stands in the way of publishing the directory; nil when nothing does.
    var obstacle: String? {
        if FileStatusOnDisk(path) != nil {
            return "\(path) is there already, though the store knows no such run"
        }
        if let latest = FileStatusOnDisk("\(out)/latest"), !latest.isLink {
            return "\(out)/latest is there and is no link"
        }
        return nil
    }

    /// The hidden directory of that run in which a file has that hash, whatever the store was called when it was built.
    static func hidden(_ out: String, run: String, file: String, sha256: String) -> String? {
        namesInDirectory(out)?
            .filter { $0.hasPrefix(hiddenPrefix) && $0.hasSuffix("-\(run)") }
            .map { "\(out)/\($0)" }
            .first { FileStatusOnDisk.sha256(ofFile: "\($0)/\(file)")?.hash == sha256 }
    }

    /// Removes what killed runs of a store left in a directory of runs.
    static func clearAway(_ out: String, store: String, _ disk: Disk) throws(Disk.Fault) {
        let prefix = "\(hiddenPrefix)\(mark(ofStore: store))-"
        for name in namesInDirectory(out) ?? [] where name.hasPrefix(prefix) {
            try removeTree("\(out)/\(name)", disk)
        }
    }

    /// Makes a directory and those above it; what is made survives a power cut.
    static func createAll(_ path: String, _ disk: Disk) throws(Disk.Fault) {
        if path.isEmpty || FileStatusOnDisk(path)?.isDirectory == true { return }
        let parent = parentDirectory(path)
        if parent != path { try createAll(parent, disk) }
        try disk.createDirectory(path)
        try disk.syncDirectory(parent)
    }

    /// Makes the names in a directory and in those below it survive a power cut.
    static func syncTree(_ path: String, _ disk: Disk) throws(Disk.Fault) {
        for name in namesInDirectory(path) ?? [] where FileStatusOnDisk("\(path)/\(name)")?.isDirectory == true {
            try syncTree("\(path)/\(name)", disk)
        }
        try disk.syncDirectory(path)
    }

    /// Removes a file, or a directory with all in it; what is not there is no fault.
    static func removeTree(_ path: String, _ disk: Disk) throws(Disk.Fault) {
        guard let status = FileStatusOnDisk(path) else { return }
        if status.isDirectory {
            for name in namesInDirectory(path) ?? [] { try removeTree("\(path)/\(name)", disk) }
        }
        try disk.remove(path)
    }
}

/// A path that holds whatever the working directory of a later start is.
func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let current = getcwd(nil, 0) else { return path }
    defer { free(current) }
    return "\(String(cString: current))/\(path)"
}

/// The directory in which a path's last name stands; `/` for the root itself.
func parentDirectory(_ path: String) -> String {
    var rest = Substring(path)
    while rest.count > 1, rest.last == "/" { rest.removeLast() }
    guard let slash = rest.lastIndex(of: "/") else { return "." }
    return slash == rest.startIndex ? "/" : String(rest[..<slash])
}

/// The path with its symbolic links followed, so that two names of one file are one; what is not there yet keeps its
/// name in its directory.
func withoutLinks(_ path: String) -> String {
    func resolve(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
    if let resolved = resolve(path) { return resolved }
    let path = absolute(path)
    guard let parent = resolve(parentDirectory(path)), let name = path.split(separator: "/").last else { return path }
    return parent == "/" ? "/\(name)" : "\(parent)/\(name)"
}
