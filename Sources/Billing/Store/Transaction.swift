import GRDB
import GRDBSQLite
import Glibc

extension Store {
    /// Does `body` in one transaction; its commit is a step of the disk. Whatever is thrown before leaves no trace.
    func transaction(_ disk: Disk, _ body: (Database) throws -> Void) throws(Stop) {
        try Self.guarding(path) {
            try queue.writeWithoutTransaction { try Self.transaction($0, path, disk, body) }
        }
    }

    static func transaction(
        _ database: Database, _ path: String, _ disk: Disk, _ body: (Database) throws -> Void
    ) throws {
        try database.beginTransaction(.immediate)
        do {
            try body(database)
            try commit(database, path, disk)
        } catch {
            if database.isInsideTransaction { try? database.rollback() }
            throw error
        }
    }

    private static func commit(_ database: Database, _ path: String, _ disk: Disk) throws {
        var failure: (any Error)?
        try disk.perform(Disk.Step(.commit, path)) { halfWay in
            if halfWay { return nil }
            do {
                try database.commit()
            } catch {
                failure = error
            }
            return nil
        }
        guard let failure else { return }
        if database.isInsideTransaction { try? database.rollback() }
        guard let error = failure as? DatabaseError, error.resultCode == .SQLITE_IOERR else { throw failure }
        try requireForgotten(database, path, error)
    }

    /// After a commit on which the disk failed: its frames may stand whole in the write-ahead log though their sync
    /// failed, and the next start would take them for posted. Emptying the log settles it.
    private static func requireForgotten(_ database: Database, _ path: String, _ error: DatabaseError) throws {
        let isBusy = try? Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        guard isBusy == 0 else {
            throw Stop(
                .cannotRead,
                "The disk failed under the store \(path) while the run was being posted. Mend the disk and start again "
                    + "with the same inputs and as-of date: that start tells whether the run is posted, and ends it.")
        }
        throw error
    }

    /// Puts what a transaction has changed into the write-ahead log, where it counts for nothing until the commit, and
    /// lets the disk take it. The commit has little left to write then, and waits for that alone.
    func writeAhead(_ database: Database) throws {
        let code = sqlite3_db_cacheflush(database.sqliteConnection)
        // Busy: somebody is looking at a page; it is written with the commit.
        if code != SQLITE_OK, code != SQLITE_BUSY { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        // SQLite locks nothing of the log itself: no lock is lost where it is closed.
        let log = Glibc.open(path + "-wal", O_RDONLY | O_CLOEXEC)
        if log < 0 { return }
        // What fails here, fails again with the commit, which is asked whether it is durable.
        fdatasync(log)
        close(log)
    }

    /// Brings all that was committed into the store's own file. Where a reader stands in the way it is left for later.
    func gather() {
        try? queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    }
}
