import GRDB
import GRDBSQLite
import Glibc

/// The store: what was posted, for good. The only place that writes to the database.
public final class Store {
    let queue: DatabaseQueue
    let path: String
    private let lock: StoreLock?

    private init(_ queue: DatabaseQueue, path: String, lock: StoreLock?) {
        self.queue = queue
        self.path = path
        self.lock = lock
    }

    /// Opens the store at `path` for a run, creating it when it is absent, and holds it until this value is gone.
    ///
    /// - Parameter isDryRun: a store that is absent is then not created, but stood in for by an empty one in memory.
    /// - Throws: `storeIsHeld`, `unusableData` when the file is no store of this program, `cannotWrite`.
    public static func open(_ path: String, isDryRun: Bool = false) throws(Stop) -> Store {
        if isDryRun, FileStatusOnDisk(path) == nil {
            return try guarding(path) {
                let store = Store(try DatabaseQueue(configuration: configuration()), path: path, lock: nil)
                try store.prepare()
                return store
            }
        }
        let lock = try StoreLock(storeAt: path)
        return try guarding(path) {
            try createFile(path)
            let store = Store(
                try DatabaseQueue(path: path, configuration: configuration()), path: path, lock: lock)
            try store.prepare()
            return store
        }
    }

    /// Opens a store that is there for reading, beside whatever run may hold it.
    ///
    /// - Throws: `missingInput` when there is none.
    public static func openForReading(_ path: String) throws(Stop) -> Store {
        guard FileStatusOnDisk(path) != nil else {
            throw Stop(.missingInput, "There is no store \(path). Name one with --store, or start a run first.")
        }
        return try guarding(path) {
            let store = Store(
                try DatabaseQueue(path: path, configuration: configuration(readonly: true)), path: path, lock: nil)
            try store.queue.read { try store.requireOwnSchema($0) }
            return store
        }
    }

    private static func configuration(readonly: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF")
            if !readonly {
                try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
            }
        }
        return configuration
    }

    /// The store is readable by its owner alone.
    private static func createFile(_ path: String) throws(Stop) {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Stop(
                .cannotWrite,
                "The store \(path) can't be opened (\(String(cString: strerror(errno)))). A file that this user may write "
                    + "is expected; mend its rights or name another with --store.")
        }
        Glibc.close(descriptor)
    }

    private func prepare() throws {
        try queue.writeWithoutTransaction { database in
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
            if version == 0, tables == 0 {
                try database.inTransaction(.immediate) {
                    try database.execute(sql: Schema.tables + Schema.guards)
                    try database.execute(
                        sql: "PRAGMA user_version = \(Schema.version); "
                            + "PRAGMA application_id = \(Schema.applicationID)")
                    return .commit
                }
            }
            try requireOwnSchema(database)
        }
    }

    private func requireOwnSchema(_ database: Database) throws {
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        guard application == Schema.applicationID, version == Schema.version else {
            throw Stop(
                .unusableData,
                "The file \(path) is not a store of this program (application id \(application), version \(version); "
                    + "expected \(Schema.applicationID), \(Schema.version)). Name the right file with --store.")
        }
    }

    /// Turns what the database says into a sentence and an exit code.
    static func guarding<R>(_ path: String, _ body: () throws -> R) throws(Stop) -> R {
        do {
            return try body()
        } catch let stop as Stop {
            throw stop
        } catch let fault as Disk.Fault {
            throw Stop(
                .cannotWrite, "\(fault.step.path) can't be written (\(fault.reason)). Make room or mend its rights.")
        } catch let error as DatabaseError {
            throw stop(error, path)
        } catch {
            throw Stop(.programFault, "The store \(path) met a fault of the program: \(error).")
        }
    }

    private static func stop(_ error: DatabaseError, _ path: String) -> Stop {
        let reason = error.message ?? error.resultCode.description
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
