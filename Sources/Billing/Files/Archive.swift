import Glibc

/// Moves a posted run's inbox files to where they are kept: accepted and skipped ones under `accepted/`, rejected ones
/// under `rejected/`. A file that is no longer the one that was read stays where it is, for the next night.
struct Archive {
    /// A file as the run read it.
    struct Entry {
        var name: String
        /// Empty for what was no regular file.
        var sha256: String
        var isRejected: Bool
    }

    let inbox: String
    let path: String
    let disk: Disk
    /// Whether an earlier start may have moved some of the files.
    let isRepeated: Bool

    /// What would keep files from being moved, found before anything is posted.
    ///
    /// - Throws: `cannotWrite`.
    func prepare() throws(Stop) {
        do {
            try RunDirectory.createAll(path, disk)
        } catch {
            throw Stop.cannotWrite(error)
        }
        for directory in [inbox, path] where access(directory, W_OK | X_OK) != 0 {
            throw Stop(
                .cannotWrite,
                "Files can't be moved from \(inbox) to \(path): \(directory) can't be written "
                    + "(\(String(cString: strerror(errno)))). Nothing was posted; mend its rights, or start without --archive.")
        }
    }

    /// Moves all that are still there, and makes their new places survive a power cut before the old ones go.
    func take(_ entries: [Entry]) throws(Disk.Fault) {
        var folders: [String] = []
        for entry in entries {
            let source = "\(inbox)/\(entry.name)"
            guard let mark = markOfWhatWasRead(entry, source) else { continue }
            let folder = "\(path)/\(entry.isRejected ? "rejected" : "accepted")"
            if !folders.contains(folder) {
                try RunDirectory.createAll(folder, disk)
                folders.append(folder)
            }
            try move(source, mark, entry, to: folder)
        }
        if folders.isEmpty { return }
        for folder in folders { try disk.syncDirectory(folder) }
        try disk.syncDirectory(inbox)
    }

    /// The mark of the file under the name, if it is the one that was read; nil when it is gone or another.
    private func markOfWhatWasRead(_ entry: Entry, _ source: String) -> [Int]? {
        if entry.sha256.isEmpty {
            guard let status = FileStatusOnDisk(source), !status.isRegularFile else { return nil }
            return status.mark
        }
        guard let (hash, mark) = Self.hashAndMark(source), hash == entry.sha256 else { return nil }
        return mark
    }

    private func move(_ source: String, _ mark: [Int], _ entry: Entry, to folder: String) throws(Disk.Fault) {
        let target = Self.freeName(entry, in: folder)
        do {
            try disk.rename(source, to: target)
        } catch {
            guard error.errno == EXDEV else { throw error }
            if !entry.sha256.isEmpty { try copy(source, entry, to: target, in: folder) }
            return
        }
        if FileStatusOnDisk(target)?.mark != mark, FileStatusOnDisk(source) == nil {
            // Another file took the name between the look at it and the move: nobody has read that one.
            try disk.rename(target, to: source)
        }
    }

    /// Moves a file to another file system: it is there whole before it goes here.
    private func copy(_ source: String, _ entry: Entry, to target: String, in folder: String) throws(Disk.Fault) {
        if isRepeated, Self.names(of: entry, in: folder).contains(where: { isCopy($0, of: entry) }) {
            return try RunDirectory.removeTree(source, disk)
        }
        let waiting = "\(folder)/\(RunDirectory.hiddenPrefix)copy"
        try RunDirectory.removeTree(waiting, disk)
        try writeTree(source, to: waiting)
        guard isCopy(waiting, of: entry) else { return try RunDirectory.removeTree(waiting, disk) }
        try disk.rename(waiting, to: target)
        try disk.syncDirectory(folder)
        try RunDirectory.removeTree(source, disk)
    }

    private func writeTree(_ source: String, to waiting: String) throws(Disk.Fault) {
        guard FileStatusOnDisk(source)?.isDirectory == true else { return try write(source, to: waiting) }
        try disk.createDirectory(waiting)
        for name in namesInDirectory(source) ?? [] { try writeTree("\(source)/\(name)", to: "\(waiting)/\(name)") }
        try disk.syncDirectory(waiting)
    }

    private func isCopy(_ path: String, of entry: Entry) -> Bool {
        Self.hashAndMark(path)?.hash == entry.sha256
    }

    /// By what a file, or a bundle that came as a directory, is known again.
    private static func hashAndMark(_ path: String) -> (hash: String, mark: [Int])? {
        FileStatusOnDisk.sha256(ofFile: path) ?? BundleDirectory.sha256(of: path)
    }

    private func write(_ source: String, to waiting: String) throws(Disk.Fault) {
        let input = open(source, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard input >= 0 else { throw Disk.Fault(step: Disk.Step(.open, source), errno: errno) }
        defer { close(input) }
        let output = try disk.create(waiting)
        defer { close(output) }
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: ByteSource.largestPiece, alignment: 16)
        defer { piece.deallocate() }
        while true {
            let count = Glibc.read(input, piece.baseAddress, piece.count)
            if count < 0, errno != EINTR { throw Disk.Fault(step: Disk.Step(.read, source), errno: errno) }
            if count == 0 { break }
            if count > 0 { try disk.write(UnsafeRawBufferPointer(rebasing: piece[..<count]), to: output, waiting) }
        }
        try disk.sync(output, waiting)
    }

    /// The first of its names that is free.
    private static func freeName(_ entry: Entry, in folder: String) -> String {
        let names = names(of: entry, in: folder)
        if let free = names.first(where: { FileStatusOnDisk($0) == nil }) { return free }
        var count = 2
        while FileStatusOnDisk(marked(entry, "-\(count)", in: folder)) != nil { count += 1 }
        return marked(entry, "-\(count)", in: folder)
    }

    /// Its own name, and the one with the hash's first eight digits before its ending.
    private static func names(of entry: Entry, in folder: String) -> [String] {
        ["\(folder)/\(entry.name)", marked(entry, "", in: folder)]
    }

    /// A name with the hash's first digits, and what else tells it apart, before its ending; cut to what a name can
    /// hold.
    private static func marked(_ entry: Entry, _ more: String, in folder: String) -> String {
        let dot = entry.name.lastIndex(of: ".") ?? entry.name.endIndex
        let ending = "-\(entry.sha256.prefix(8))\(more)\(entry.name[dot...])"
        var stem = entry.name[..<dot]
        while stem.utf8.count + ending.utf8.count > 255 { stem.removeLast() }
        return "\(folder)/\(stem)\(ending)"
    }
}
