import Glibc

/// What was named on the command line to be checked.
public enum CheckInput {
    /// A file to read.
    public struct Item: Sendable {
        /// As it is told to people.
        public var name: String
        /// Nil: standard input.
        var path: String?
        /// Its bytes; 0 where that shows only once it is read.
        public var size: Int
    }

    /// The files that are meant: each as named, a directory's those that a run would read, `-` standard input.
    ///
    /// - Throws: `missingInput` for what is not there, `usage` for a file that a run would leave where it is.
    public static func items(_ names: [String]) throws(Stop) -> [Item] {
        var items: [Item] = []
        for name in names {
            if name == "-" {
                items.append(Item(name: "standard input", path: nil, size: 0))
            } else if isDirectory(name) {
                for file in try Inbox(name).names(settle: 0, now: 0) {
                    items.append(item(name.hasSuffix("/") ? name + file : "\(name)/\(file)"))
                }
            } else {
                try requireReadable(name)
                items.append(item(name))
            }
        }
        return items
    }

    private static func item(_ path: String) -> Item {
        Item(name: path, path: path, size: FileStatusOnDisk(path)?.size ?? 0)
    }

    private static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func requireReadable(_ path: String) throws(Stop) {
        guard FileStatusOnDisk(path) != nil else {
            throw Stop(.missingInput, "There is no file \(path). Name a file, a directory of files, or - for standard input.")
        }
        guard Formats.format(ofFile: path) != nil else {
            throw Stop(
                .usage,
                "\(path) ends in neither .csv nor .xml: a run would leave it where it is. Give it the ending of what it "
                    + "holds.")
        }
    }

    /// An open file with its bytes and format.
    struct Opened: ~Copyable {
        let descriptor: Int32
        let size: Int
        let format: any Format.Type

        deinit { close(descriptor) }
    }

    /// Opens an item for reading; nil where a run would find no regular file under the name.
    ///
    /// - Throws: `cannotRead`.
    static func open(_ item: Item) throws(Stop) -> Opened? {
        guard let path = item.path else { return try openStandardInput() }
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0, let status = FileStatusOnDisk(descriptor: descriptor) else {
            throw unreadable(item.name)
        }
        guard status.isRegularFile, let format = Formats.format(ofFile: path) else {
            close(descriptor)
            return nil
        }
        return Opened(descriptor: descriptor, size: status.size, format: format)
    }

    static func unreadable(_ name: String, _ reason: String = String(cString: strerror(errno))) -> Stop {
        Stop(
            .cannotRead,
            "\(name) can't be read (\(reason)). A file that this user may read is expected.")
    }

    /// Standard input, which is read twice: what comes through a pipe is put in a file that has no name.
    private static func openStandardInput() throws(Stop) -> Opened {
        var descriptor = dup(STDIN_FILENO)
        guard descriptor >= 0, let status = FileStatusOnDisk(descriptor: descriptor) else {
            throw unreadable("Standard input")
        }
        var size = status.size
        if !status.isRegularFile {
            let pipe = descriptor
            defer { close(pipe) }
            (descriptor, size) = try spool(pipe)
        }
        var head = [UInt8](repeating: 0, count: 64)
        let count = pread(descriptor, &head, head.count, 0)
        let isXML = head.prefix(max(0, count)).first { !isBeforeText($0) } == UInt8(ascii: "<")
        return Opened(descriptor: descriptor, size: size, format: isXML ? XMLFormat.self : CSVFormat.self)
    }

    /// A byte-order mark, white space, or half of a UTF-16 character.
    private static func isBeforeText(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0xEF || byte == 0xBB || byte == 0xBF || byte == 0xFE || byte == 0xFF
    }

    private static func spool(_ pipe: Int32) throws(Stop) -> (descriptor: Int32, size: Int) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        // In place of the six letters mkstemp puts such that make a new name.
        var name = Array("\(folder)/invoice-batch-XXXXXX".utf8CString)
        let file = mkstemp(&name)
        guard file >= 0 else { throw cannotSpool(folder) }
        unlink(name)
        var buffer = [UInt8](repeating: 0, count: ByteSource.largestPiece)
        var size = 0
        while true {
            let count = read(pipe, &buffer, buffer.count)
            if count == 0 { return (file, size) }
            if count < 0 {
                if errno == EINTR { continue }
                throw unreadable("Standard input")
            }
            var done = 0
            while done < count {
                let written = buffer.withUnsafeBytes { write(file, $0.baseAddress! + done, count - done) }
                guard written > 0 else { throw cannotSpool(folder) }
                done += written
            }
            size += count
        }
    }

    private static func cannotSpool(_ folder: String) -> Stop {
        Stop(
            .cannotWrite,
            "Standard input can't be kept in \(folder) (\(String(cString: strerror(errno)))). Make room there, or name "
                + "another directory in TMPDIR.")
    }
}
