import GRDB
import GRDBSQLite
import Glibc

/// The store: what was posted, for good. The only place that writes to the database.
public final class Store {
    let queue: DatabaseQueue
    let path: String
    private let lock: KernelLock?

    private init(_ queue: DatabaseQueue, path: String, lock: KernelLock?) {
        self.queue = queue
        self.path = path
        self.lock = lock
    }

    /// Opens the store at `path` for a run, creating it when it is absent, and holds it until this value is gone.
    ///
    /// - Parameter isDryRun: a store that is absent is then not created, but stood in for by an empty one in memory.
    /// - Throws: `storeIsHeld`, `unusableData` when the file is no store of this program, `cannotWrite`.
    public static func open(_ path: String, isDryRun: Bool = false, disk: Disk = Disk()) throws(Stop) -> Store {
        // Whatever name it is called by, one store has one lock.
        let file = withoutLinks(path)
        if isDryRun, FileStatusOnDisk(file) == nil {
            return try guarding(path) {
                let queue = try DatabaseQueue(configuration: configuration(.rollback))
                try queue.writeWithoutTransaction { try createSchema($0, path, disk) }
                return Store(queue, path: file, lock: nil)
            }
        }
        let lock = try KernelLock(storeAt: file)
        return try guarding(path) {
            if FileStatusOnDisk(file) == nil { try create(file, disk) }
            try requireNotEmpty(path, file)
            let queue = try DatabaseQueue(path: file, configuration: configuration(.ahead))
            try queue.writeWithoutTransaction { try bringUp($0, path, disk) }
            try queue.read { try requireOwnSchema($0, path) }
            return Store(queue, path: file, lock: lock)
        }
    }

    /// Makes a new store under another name and gives it its own when it is whole: a store is never empty, so that one
    /// that was cut off is never taken for a new one.
    private static func create(_ file: String, _ disk: Disk) throws {
        let waiting = file + "-new"
        for name in [waiting, waiting + "-journal"] where FileStatusOnDisk(name) != nil { try disk.remove(name) }
        close(try disk.create(waiting, mode: 0o600))
        let queue = try DatabaseQueue(path: waiting, configuration: configuration(.rollback))
        try queue.writeWithoutTransaction { try createSchema($0, waiting, disk) }
        try queue.close()
        try disk.rename(waiting, to: file)
        try disk.syncDirectory(parentDirectory(file))
    }

    private static func createSchema(_ database: Database, _ path: String, _ disk: Disk) throws {
        try transaction(database, path, disk) { database in
            try database.execute(sql: Schema.tables + Schema.guards)
            try database.execute(
                sql: "PRAGMA user_version = \(Schema.version); PRAGMA application_id = \(Schema.applicationID)")
        }
    }

    /// A store of an earlier version gets the tables that it lacks, in one transaction.
    private static func bringUp(_ database: Database, _ path: String, _ disk: Disk) throws {
        guard try Int.fetchOne(database, sql: "PRAGMA application_id") == Schema.applicationID,
            let earlier = try Int.fetchOne(database, sql: "PRAGMA user_version"), (1..<Schema.version).contains(earlier)
        else { return }
        try transaction(database, path, disk) { try Schema.bringUp(from: earlier, $0) }
    }

    private static func requireNotEmpty(_ path: String, _ file: String) throws(Stop) {
        if let status = FileStatusOnDisk(file), !status.isRegularFile {
            throw Stop(
                .unusableData, "\(path) is no file, which a store is. Nothing was posted; name the right one with --store.")
        }
        guard FileStatusOnDisk(file)?.size == 0 else { return }
        throw Stop(
            .unusableData,
            "The file \(path) is empty, which a store never is: it was cut off. Nothing was posted; bring back the last "
                + "backup of it. Where it never was a store, remove it.")
    }

    /// Opens a store that is there for reading, beside whatever run may hold it.
    ///
    /// - Throws: `missingInput` when there is none.
    public static func openForReading(_ path: String) throws(Stop) -> Store {
        let file = withoutLinks(path)
        guard FileStatusOnDisk(file) != nil else {
            throw Stop(.missingInput, "There is no store \(path). Name one with --store, or start a run first.")
        }
        return try guarding(path) {
            try requireNotEmpty(path, file)
            let queue = try DatabaseQueue(path: file, configuration: configuration(.none))
            try queue.read { try requireOwnSchema($0, path) }
            return Store(queue, path: file, lock: nil)
        }
    }

    /// Another connection, which reads what this one sees, on a thread of its own.
    func connectionForReading() throws -> DatabaseQueue {
        try DatabaseQueue(path: path, configuration: Self.configuration(.none))
    }

    /// How the database keeps a transaction from being half done.
    private enum Journal {
        case none, rollback, ahead
    }

    private static func configuration(_ journal: Journal) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = journal == .none
        // What reads beside a run is done in a moment.
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF")
            if journal == .ahead { try database.execute(sql: "PRAGMA journal_mode = WAL") }
            // A page that is written again and again in one night had better not go to the log each time.
            if journal != .none { try database.execute(sql: "PRAGMA cache_size = -32768") }
            // Where a file system allows no write-ahead log, EXTRA makes the end of the rollback journal durable, too.
            if journal != .none { try database.execute(sql: "PRAGMA synchronous = EXTRA") }
        }
        return configuration
    }

    private static func requireOwnSchema(_ database: Database, _ path: String) throws {
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        guard application == Schema.applicationID, version == Schema.version else {
            throw Stop(
                .unusableData,
                "The file \(path) is not a store of this program (application id \(application), version \(version); "
                    + "expected \(Schema.applicationID), \(Schema.version)). Name the right file with --store; a store of an "
                    + "earlier version is brought up to date by the next run.")
        }
    }

    /// Turns what the database says into a sentence and an exit code.
    static func guarding<R>(_ path: String, _ body: () throws -> R) throws(Stop) -> R {
        do {
            return try body()
        } catch let stop as Stop {
            throw stop
        } catch let fault as Disk.Fault {
            throw Stop.cannotWrite(fault)
        } catch let error as DatabaseError {
            throw stop(error, path)
        } catch {
            throw Stop(.programFault, "The store \(path) met a fault of the program: \(error).")
        }
    }

    /// What the database says, without the pages of damaged schema that it may quote.
    private static func firstLine(_ message: String) -> String {
        let line = message.prefix { !$0.isNewline }
        return line.count > 100 || line.count < message.count ? "\(line.prefix(100))…" : message
    }

    private static func stop(_ error: DatabaseError, _ path: String) -> Stop {
        let reason = Self.firstLine(error.message ?? error.resultCode.description)
        switch error.resultCode {
        case .SQLITE_FULL:
            return Stop(.cannotWrite, "The store \(path) can't be written (\(reason)). Nothing was posted; make room.")
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
            return Stop(
                .cannotWrite, "The store \(path) can't be written (\(reason)). Nothing was posted; mend its rights.")
        case .SQLITE_IOERR, .SQLITE_NOMEM:
            return Stop(.cannotRead, "The disk failed under the store \(path) (\(reason)). Nothing was posted.")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return Stop(.storeIsHeld, "Another program holds the store \(path) (\(reason)). Close it and start again.")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            return Stop(
                .unusableData,
                "The file \(path) is no sound store (\(reason)). Nothing was posted; bring back the last backup of it.")
        default:
            return Stop(.programFault, "The store \(path) refused what the program asked (\(reason)). Nothing was posted.")
        }
    }
}
