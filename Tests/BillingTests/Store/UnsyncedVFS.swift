import GRDBSQLite
import Glibc
import Synchronization

/// A disk under SQLite that refuses to make what is written durable, as one does that is about to fail: SQLite's own,
/// but that the sync of files whose path has a word in it fails as long as it should.
enum UnsyncedVFS {
    /// Only stores under a directory of this name are looked at.
    static let word = "unsynced-store"
    /// How many more syncs succeed, and how many fail after them.
    static let plan = Mutex((good: Int.max, bad: 0))

    /// Puts it in the place of SQLite's own, for the rest of this process.
    static let install: Void = {
        guard let own = sqlite3_vfs_find(nil), own.pointee.xOpen != nil else { return }
        original = own
        let copy = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        copy.initialize(to: own.pointee)
        copy.pointee.zName = UnsafePointer(strdup("unsynced"))
        copy.pointee.xOpen = { vfs, name, file, flags, outFlags in
            let result = original.pointee.xOpen(original, name, file, flags, outFlags)
            if result == SQLITE_OK, let name, let file, String(cString: name).contains(word) { refuseSyncs(of: file) }
            return result
        }
        sqlite3_vfs_register(copy, 1)
    }()

    private nonisolated(unsafe) static var original: UnsafeMutablePointer<sqlite3_vfs>!
    private nonisolated(unsafe) static var sync: (@convention(c) (UnsafeMutablePointer<sqlite3_file>?, Int32) -> Int32)!

    private static func refuseSyncs(of file: UnsafeMutablePointer<sqlite3_file>) {
        guard let methods = file.pointee.pMethods else { return }
        sync = methods.pointee.xSync
        let copy = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        copy.initialize(to: methods.pointee)
        copy.pointee.xSync = { file, flags in
            let fails = UnsyncedVFS.plan.withLock { plan in
                if plan.good > 0 {
                    plan.good -= 1
                    return false
                }
                plan.bad -= 1
                return plan.bad >= 0
            }
            return fails ? SQLITE_IOERR | 4 << 8 : UnsyncedVFS.sync(file, flags)
        }
        file.pointee.pMethods = UnsafePointer(copy)
    }
}
