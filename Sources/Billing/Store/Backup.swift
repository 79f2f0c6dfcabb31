import GRDB
import Glibc

/// A copy of a store that was made while runs may use it, and found sound: `invoice-batch backup`.
public struct Backup: Hashable, Sendable {
    public let path: String
    let runID: String?
    let bytes: Int
    /// False where that run's copy was there already.
    var isNew = true

    /// What cron's mail says of it.
    public var text: String {
        guard isNew else { return "nothing new since \(path)\n" }
        return "backup of \(runID.map { "run \($0)" } ?? "a store without a run") in \(path): \(bytes) bytes, found sound\n"
    }
}

extension Store {
    /// Copies a store as of one instant, by SQLite's own backup, and proves the copy: its pages, its references, its
    /// last run. The copy has its name only when it is whole, and is one file without companions.
    ///
    /// - Parameters:
    ///   - target: the file to make, or a directory in which it is named after the store and its last run; what stands
    ///     there under that name was proven when it got it, and is left.
    ///   - progress: told how many bytes of how many are copied.
    /// - Throws: `missingInput`, `cannotWrite`, `unusableData` when the copy is not sound.
    public static func backup(
        _ path: String, to target: String, disk: Disk = Disk(), progress: @escaping (Int, Int) -> Void = { _, _ in }
    ) throws(Stop) -> Backup {
        let source = try openForReading(path)
        return try guarding(target) {
            try source.queue.read { database in
                let last = try Row.fetchOne(
                    database, sql: "SELECT run_id, hash FROM runs ORDER BY run_number DESC LIMIT 1")
                let runID: String? = last?["run_id"]
                let (file, isNamed) = name(target, path, runID)
                if isNamed, let there = FileStatusOnDisk(file) {
                    return Backup(path: file, runID: runID, bytes: there.size, isNew: false)
                }
                guard FileStatusOnDisk(file) == nil else {
                    throw Stop(
                        .cannotWrite,
                        "\(file) is there already, and a backup takes no file's place. Name another, or move it away.")
                }
                let folder = file.hasSuffix("/") ? file : parentDirectory(file)
                guard isDirectory(folder) else {
                    throw Stop(
                        .cannotWrite, "There is no directory \(folder) for the backup. Create it, or name another place.")
                }
                let waiting = file + ".part"
                for name in [waiting, waiting + "-journal"] where FileStatusOnDisk(name) != nil { try disk.remove(name) }
                close(try disk.create(waiting, mode: 0o600))
                do {
                    try copy(database, to: waiting, hash: last?["hash"], progress)
                } catch {
                    try? disk.remove(waiting)
                    throw error
                }
                try sync(waiting, disk)
                try disk.rename(waiting, to: file)
                try disk.syncDirectory(parentDirectory(file))
                return Backup(path: file, runID: runID, bytes: FileStatusOnDisk(file)?.size ?? 0)
            }
        }
    }

    /// The file to make, and whether it is named after the store and its last run.
    private static func name(_ target: String, _ path: String, _ runID: String?) -> (file: String, isNamed: Bool) {
        guard isDirectory(target) else { return (target, false) }
        let store = path.split(separator: "/").last.map(String.init) ?? "store.sqlite"
        let dot = store.lastIndex(of: ".") ?? store.endIndex
        let folder = target.hasSuffix("/") ? target : target + "/"
        return ("\(folder)\(store[..<dot])-\(runID ?? "empty")\(store[dot...])", true)
    }

    /// Whether a directory stands there, or a link to one.
    private static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// How much is copied at once: progress is told after it.
    private static let pagesAtOnce: CInt = 4096

    private static func copy(
        _ database: Database, to path: String, hash: String?, _ progress: @escaping (Int, Int) -> Void
    ) throws {
        let pageSize = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { copy in
            // The source's transaction is open: all pages are of one instant, whatever runs post meanwhile.
            try database.backup(to: copy, pagesPerStep: pagesAtOnce) { step in
                let done = step.totalPageCount - step.remainingPageCount
                progress(done * pageSize, step.totalPageCount * pageSize)
            }
            try copy.execute(sql: "PRAGMA journal_mode = DELETE")
            try requireSound(copy, path, hash)
        }
        try queue.close()
    }

    private static func requireSound(_ copy: Database, _ path: String, _ hash: String?) throws {
        let faults = try String.fetchAll(copy, sql: "PRAGMA integrity_check(1)").filter { $0 != "ok" }
        let dangling = try Row.fetchOne(copy, sql: "PRAGMA foreign_key_check") != nil
        let last = try String.fetchOne(copy, sql: "SELECT hash FROM runs ORDER BY run_number DESC LIMIT 1")
        if faults.isEmpty, !dangling, last == hash { return }
        throw Stop(
            .unusableData,
            "The copy \(path) is not sound (\(faults.first ?? "its rows do not belong together")), and was removed. Run "
                + "invoice-batch verify on the store; keep the earlier backups.")
    }

    private static func sync(_ path: String, _ disk: Disk) throws {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Disk.Fault(step: .init(.sync, path), errno: errno) }
        defer { close(descriptor) }
        try disk.sync(descriptor, path)
    }
}
