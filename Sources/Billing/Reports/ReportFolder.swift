import Crypto
import Glibc

/// A run's directory while its reports are written: makes the folders that they ask for, and keeps every file's hash.
final class ReportFolder {
    /// The hidden directory itself.
    let path: String
    private let disk: Disk
    /// Name and SHA-256 of every file, in the order in which they were written.
    private(set) var written: [(name: String, sha256: String)] = []
    private var folders: Set<String> = []

    private let syncsFiles: Bool

    /// - Parameter syncsFiles: whether each file is made to survive a power cut by itself.
    init(_ path: String, on disk: Disk, syncsFiles: Bool = true) {
        self.path = path
        self.syncsFiles = syncsFiles
        self.disk = disk
    }

    /// Writes a file in pieces.
    ///
    /// - Parameter name: its path within the run's directory; the folders in it are made.
    func write(_ name: String, _ body: (ReportFile) throws(Disk.Fault) -> Void) throws(Disk.Fault) {
        try makeFolders(of: name)
        let file = try ReportFile("\(path)/\(name)", on: disk, isSynced: syncsFiles)
        try body(file)
        written.append((name, try file.finish()))
    }

    /// Lets a library write a file that is created here, in one step of the disk: its pieces are its own affair. That
    /// is safe, as the directory is hidden until the run is posted: whatever is cut off half-way is never seen.
    ///
    /// - Parameter body: writes to the path it is given; returns the `errno` of its failure.
    func writeWhole(_ name: String, _ body: (_ path: String) -> Int32?) throws(Disk.Fault) {
        try makeFolders(of: name)
        let path = "\(self.path)/\(name)"
        let descriptor = try disk.create(path)
        defer { close(descriptor) }
        try disk.perform(Disk.Step(.write, path)) { halfWay in
            if let code = body(path) { return code }
            guard halfWay, let status = FileStatusOnDisk(path) else { return nil }
            return truncate(path, off_t(status.size / 2)) == 0 ? nil : errno
        }
        guard let sha256 = Rereading.sha256(ofFile: path) else {
            throw Disk.Fault(step: Disk.Step(.write, path), errno: EIO)
        }
        if syncsFiles { try disk.sync(descriptor, path) }
        written.append((name, sha256))
    }

    /// Takes over what another folder of the same run has written.
    func add(_ other: ReportFolder) { written += other.written }

    private func makeFolders(of name: String) throws(Disk.Fault) {
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/\(part)"
            if !folders.contains(folder) {
                try disk.createDirectory(folder)
                folders.insert(folder)
            }
        }
    }
}
