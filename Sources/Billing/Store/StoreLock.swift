import Glibc

/// The kernel's lock that keeps two runs from one store. It goes with the process, however that ends.
final class StoreLock {
    private let descriptor: Int32

    /// Takes the lock of the store at `path`, without waiting.
    ///
    /// - Throws: `storeIsHeld` when another process has it, `cannotWrite` when the lock's file can't be made.
    init(storeAt path: String) throws(Stop) {
        let name = path + "-lock"
        descriptor = open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            let reason = String(cString: strerror(errno))
            throw Stop(
                .cannotWrite,
                "The store's lock \(name) can't be opened (\(reason)). A directory that this user may write to is "
                    + "expected; name another with --store, or mend its rights.")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Stop(
                .storeIsHeld,
                "Another run holds the store \(path). Nothing was done; wait until that run has ended and start again.")
        }
    }

    deinit { close(descriptor) }
}
