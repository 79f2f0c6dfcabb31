/// A run's directory: built under a hidden name, renamed when whole, so that no reader ever meets half a run.
struct RunDirectory: Sendable {
    let out: String
    let name: String

    /// - Parameters:
    ///   - out: the directory of all runs.
    ///   - name: the run's id, with `-dry` behind it for a dry run.
    init(out: String, name: String) {
        self.out = out
        self.name = name
    }

    /// Hidden directories begin so; whatever is left of them when a run starts is of a run that was killed.
    static let hiddenPrefix = ".invoice-batch-"

    var path: String { "\(out)/\(name)" }
    var hiddenPath: String { "\(out)/\(Self.hiddenPrefix)\(name)" }

    /// Makes the hidden directory, empty.
    func begin(_ disk: Disk) throws(Disk.Fault) {
        try Self.createAll(out, disk)
        try Self.removeTree(hiddenPath, disk)
        try disk.createDirectory(hiddenPath)
    }

    /// Removes the hidden directory with all that is in it.
    func discard(_ disk: Disk) throws(Disk.Fault) { try Self.removeTree(hiddenPath, disk) }

    /// Makes what was written into the hidden directory survive a power cut.
    func sync(_ disk: Disk) throws(Disk.Fault) {
        try disk.syncDirectory(hiddenPath)
        try disk.syncDirectory(out)
    }

    /// Gives the directory its name, where that has not happened yet.
    ///
    /// - Parameter isReplacing: whether a directory of that name gives way, as that of an earlier dry run does.
    func publish(_ disk: Disk, isReplacing: Bool) throws(Disk.Fault) {
        if FileStatusOnDisk(hiddenPath) == nil { return }
        if isReplacing { try Self.removeTree(path, disk) }
        try disk.rename(hiddenPath, to: path)
        try disk.syncDirectory(out)
    }

    /// Lets `latest` point to the directory. The link is exchanged in one step, so that it always points somewhere.
    func pointLatest(_ disk: Disk) throws(Disk.Fault) {
        let waiting = "\(out)/\(Self.hiddenPrefix)latest"
        if FileStatusOnDisk(waiting) != nil { try disk.remove(waiting) }
        try disk.link(waiting, to: name)
        try disk.rename(waiting, to: "\(out)/latest")
        try disk.syncDirectory(out)
    }

    /// Removes what killed runs left in a directory of runs.
    static func clearAway(_ out: String, _ disk: Disk) throws(Disk.Fault) {
        for name in namesInDirectory(out) ?? [] where name.hasPrefix(hiddenPrefix) {
            try removeTree("\(out)/\(name)", disk)
        }
    }

    /// Makes a directory and those above it.
    static func createAll(_ path: String, _ disk: Disk) throws(Disk.Fault) {
        if path.isEmpty || FileStatusOnDisk(path)?.isDirectory == true { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try createAll(String(path[..<slash]), disk)
        }
        try disk.createDirectory(path)
    }

    private static func removeTree(_ path: String, _ disk: Disk) throws(Disk.Fault) {
        guard let status = FileStatusOnDisk(path) else { return }
        if status.isDirectory {
            for name in namesInDirectory(path) ?? [] { try removeTree("\(path)/\(name)", disk) }
        }
        try disk.remove(path)
    }
}
