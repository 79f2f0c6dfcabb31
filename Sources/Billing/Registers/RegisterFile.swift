import Glibc

/// A register as a run found it: what its manifest and the brake want to know.
struct RegisterFile: Hashable, Sendable {
    /// The file's name, without its directory.
    var name: String
    /// How many rows it has; the header and blank rows don't count.
    var rows: Int
    /// SHA-256 of its bytes, as 64 hexadecimal digits.
    var sha256: String

    /// The whole of a register at once, so that what is hashed is what is read.
    ///
    /// - Throws: `RegisterStop` when there is no such file, `ReadFault` when it can't be read.
    static func bytes(of name: String, in directory: String) throws -> [UInt8] {
        let descriptor = open(directory + "/" + name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if descriptor < 0 {
            let code = errno
            guard code == ENOENT else { throw ReadFault(errno: code) }
            throw RegisterStop(
                file: name, line: nil,
                message: "The register is missing: the directory of registers has no file \(name). "
                    + "Every register must be there, one without rows as a header alone; export it and run again.")
        }
        defer { close(descriptor) }
        var status = stat()
        if fstat(descriptor, &status) != 0 { throw ReadFault(errno: errno) }
        if status.st_mode & S_IFMT == S_IFDIR { throw ReadFault(errno: EISDIR) }
        // A pipe would be waited for, a device might never end.
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw RegisterStop(
                file: name, line: nil,
                message: "There is no regular file under this name but a pipe or a device, and a register is never read "
                    + "from one. Export it to a file and run again.")
        }
        return try bytes(of: descriptor, size: Int(status.st_size))
    }

    private static func bytes(of descriptor: Int32, size: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let read = pread(descriptor, buffer.baseAddress! + count, size - count, off_t(count))
                if read < 0, errno == EINTR { continue }
                if read < 0 { throw ReadFault(errno: errno) }
                // Shorter than it said: it is being written.
                if read == 0 { throw ReadFault(errno: EIO) }
                count += read
            }
        }
    }
}
