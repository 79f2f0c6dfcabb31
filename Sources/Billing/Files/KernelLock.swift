import Glibc

/// A lock of the kernel's, which keeps two runs apart. It goes with the process, however that ends.
final class KernelLock {
    private let descriptor: Int32

    /// Takes the lock that keeps two runs from the store at `path`, without waiting.
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

    /// Takes the lock that keeps two stores from publishing in the same directory at once, without waiting.
    ///
    /// - Throws: `storeIsHeld` when another process has it. Where the file system knows no such locks, there is none.
    init(runsIn directory: String) throws(Stop) {
        descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor < 0 || flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
            close(descriptor)
            throw Stop(
                .storeIsHeld,
                "Another run is writing to \(directory). Nothing was posted; wait until that run has ended and start again.")
        }
    }

    deinit { close(descriptor) }
}
