import Crypto
import Glibc

/// A report on its way to the disk: written in pieces, hashed as it goes, made to survive a power cut at the end.
final class ReportFile {
    let path: String
    private let disk: Disk
    private let descriptor: Int32
    private let isSynced: Bool
    private var hasher = SHA256()

    /// Creates the file, readable by owner and group.
    ///
    /// - Parameter isSynced: false where the whole directory is made to survive a power cut at once.
    init(_ path: String, on disk: Disk, isSynced: Bool = true) throws(Disk.Fault) {
        self.path = path
        self.isSynced = isSynced
        self.disk = disk
        descriptor = try disk.create(path)
    }

    deinit { close(descriptor) }

    func write(_ bytes: [UInt8]) throws(Disk.Fault) {
        try bytes.withUnsafeBytes { buffer in
            Result { () throws(Disk.Fault) in try write(buffer) }
        }.get()
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(Disk.Fault) {
        if bytes.isEmpty { return }
        hasher.update(bufferPointer: bytes)
        try disk.write(bytes, to: descriptor, path)
    }

    /// Writes what a CSV writer holds, once that is enough to be worth a call.
    func drain(_ csv: inout CSVWriter, atLeast count: Int = 1 << 18) throws(Disk.Fault) {
        if csv.count >= count { try csv.take { (bytes) throws(Disk.Fault) in try write(bytes) } }
    }

    /// Syncs the file and returns the SHA-256 of its bytes in hex.
    func finish() throws(Disk.Fault) -> String {
        if isSynced { try disk.sync(descriptor, path) }
        return hasher.finalize().map { Int($0).hex }.joined()
    }
}
