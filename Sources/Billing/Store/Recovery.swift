import GRDB
import Glibc

/// Ends what a posted run still has to do: give its directory its name, point `latest` to it, move the inbox's files.
/// Every step can be done twice, so that a start after a kill does it again from the beginning.
struct Recovery {
    let store: Store
    let disk: Disk

    /// Clears away what a killed run left before it was posted, and ends what one left after.
    ///
    /// - Returns: the run that was ended here; nil when the last one had ended by itself.
    func finishLastRun(out: String) throws(Stop) -> LastRun? {
        let last = try store.lastRun()
        var finished: LastRun?
        if let last, !last.isFinished {
            let directory = RunDirectory(out: last.outDirectory, name: last.runID)
            try publish(directory)
            try archive(ofRun: last.number, inbox: last.inboxDirectory, archive: last.archiveDirectory)
            finished = last
        }
        do {
            try RunDirectory.clearAway(absolute(out), disk)
        } catch {
            throw Stop.cannotWrite(error)
        }
        return finished
    }

    /// Ends a run that was finished by this start and needs nothing more.
    func conclude(_ run: LastRun, out: String) throws(Stop) -> Summary {
        try markFinished(run.number)
        return Summary(finished: run, directory: "\(out)/\(run.runID)")
    }

    /// Ends a run that has just been posted.
    func finish(runNumber: Int, _ directory: RunDirectory, job: Job) throws(Stop) {
        try publish(directory)
        try archive(ofRun: runNumber, inbox: absolute(job.inbox), archive: job.archive.map { absolute($0) })
        try markFinished(runNumber)
    }

    private func publish(_ directory: RunDirectory) throws(Stop) {
        do {
            try directory.publish(disk, isReplacing: false)
            try directory.pointLatest(disk)
        } catch {
            throw Stop.cannotWrite(error)
        }
    }

    /// Notes that nothing is left to do for a run.
    func markFinished(_ number: Int) throws(Stop) {
        try store.transaction("finishing run \(number)", disk) { database in
            try database.execute(sql: "INSERT OR IGNORE INTO finished_runs VALUES (?)", arguments: [number])
        }
    }

    /// Moves a run's inbox files, those that are still there: accepted and skipped ones under `accepted/`, rejected
    /// ones under `rejected/`.
    private func archive(ofRun number: Int, inbox: String, archive: String?) throws(Stop) {
        guard let archive else { return }
        for file in try store.files(ofRun: number) {
            let source = "\(inbox)/\(file.name)"
            guard FileStatusOnDisk(source) != nil else { continue }
            if !file.sha256.isEmpty, sha256(ofFile: source) != file.sha256 { continue }
            let folder = "\(archive)/\(file.status == "rejected" ? "rejected" : "accepted")"
            do {
                try RunDirectory.createAll(folder, disk)
                try disk.rename(source, to: freeName(file.name, file.sha256, in: folder))
                try disk.syncDirectory(folder)
                try disk.syncDirectory(inbox)
            } catch {
                throw Stop.cannotWrite(error)
            }
        }
    }

    /// The name, or where it is taken the name with the hash's first eight digits before its ending.
    private func freeName(_ name: String, _ sha256: String, in folder: String) -> String {
        let plain = "\(folder)/\(name)"
        if FileStatusOnDisk(plain) == nil { return plain }
        var mark = "-\(sha256.prefix(8))"
        var count = 1
        while FileStatusOnDisk("\(folder)/\(Self.marked(name, mark))") != nil {
            count += 1
            mark = "-\(sha256.prefix(8))-\(count)"
        }
        return "\(folder)/\(Self.marked(name, mark))"
    }

    /// The most bytes that a name may have.
    private static let longestName = 255

    /// The name with a mark before its ending, cut short before the mark where no directory would take the whole.
    static func marked(_ name: String, _ mark: String) -> String {
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        var stem = String(name[..<dot])
        while stem.utf8.count + mark.utf8.count + name[dot...].utf8.count > longestName, !stem.isEmpty { stem.removeLast() }
        return stem + mark + name[dot...]
    }

    private func sha256(ofFile path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard let status = FileStatusOnDisk(descriptor: descriptor), status.isRegularFile,
            let scan = try? FileScan.scan(ByteSource(fileDescriptor: descriptor, size: status.size))
        else { return nil }
        return scan.hash.map { Int($0).hex }.joined()
    }
}

/// A path that holds whatever the working directory of a later start is.
func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let current = getcwd(nil, 0) else { return path }
    defer { free(current) }
    return "\(String(cString: current))/\(path)"
}

extension Store {
    /// A run's inbox files.
    func files(ofRun number: Int) throws(Stop) -> [(name: String, sha256: String, status: String)] {
        try Self.guarding(path) {
            try queue.read { database in
                try Row.fetchAll(
                    database, sql: "SELECT name, sha256, status FROM files WHERE run_number = ? ORDER BY file_id",
                    arguments: [number]
                ).map { ($0["name"], $0["sha256"], $0["status"]) }
            }
        }
    }
}
