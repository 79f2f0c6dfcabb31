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
    static func bytes(of name: String, in directory: String, _ disk: Disk) throws -> [UInt8] {
        let path = directory + "/" + name
        let descriptor: Int32
        do {
            descriptor = try disk.openForReading(path, flags: O_NONBLOCK)
        } catch {
            guard error.errno == ENOENT else { throw error }
            throw RegisterStop(
                file: name, line: nil,
                message: "The register is missing: the directory of registers has no file \(name). "
                    + "Every register must be there, one without rows as a header alone; export it and run again.")
        }
        defer { close(descriptor) }
        guard let status = FileStatusOnDisk(descriptor: descriptor) else { throw ReadFault(errno: errno) }
        if status.isDirectory { throw ReadFault(errno: EISDIR) }
        // A pipe would be waited for, a device might never end.
        guard status.isRegularFile else {
            throw RegisterStop(
                file: name, line: nil,
                message: "There is no regular file under this name but a pipe or a device, and a register is never read "
                    + "from one. Export it to a file and run again.")
        }
        let bytes = try bytes(of: descriptor, size: status.size, path, disk)
        // An export that is still being written: the rest of its rows would be missed.
        guard FileStatusOnDisk(descriptor: descriptor)?.mark == status.mark else { throw ReadFault.changed }
        return bytes
    }

    private static func bytes(of descriptor: Int32, size: Int, _ path: String, _ disk: Disk) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count..<size])
                let read = try disk.read(descriptor, into: rest, at: count, path)
                // Shorter than it said: it is being written.
                if read == 0 { throw ReadFault(errno: EIO) }
                count += read
            }
        }
    }
}
