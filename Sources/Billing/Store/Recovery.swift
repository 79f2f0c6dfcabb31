import GRDB
import Glibc

/// Ends what a posted run still has to do: give its directory its name, point `latest` to it, move the inbox's files.
/// Every step can be done twice, so that a start after a kill does it again from the beginning.
struct Recovery {
    let store: Store
    let disk: Disk

    /// Ends what a killed run left to do after it was posted.
    ///
    /// - Returns: the run that was ended here; nil when the last one had ended by itself.
    func finishLastRun() throws(Stop) -> LastRun? {
        guard let last = try store.lastRun(), !last.isFinished else { return nil }
        do {
            try publish(last)
            try archive(
                ofRun: last.number, inbox: last.inboxDirectory, archive: last.archiveDirectory, isRepeated: true)
        } catch let stop as Stop {
            throw stop
        } catch {
            throw Stop.cannotFinish(last.runID, error)
        }
        return last
    }

    /// Clears away what a killed run left before it was posted.
    func clearAway(_ out: String) throws(Stop) {
        do {
            try RunDirectory.clearAway(out, store: store.path, disk)
        } catch {
            throw Stop.cannotWrite(error)
        }
    }

    /// Ends a run that has just been posted.
    ///
    /// - Throws: `Stop` or `Disk.Fault`; the next start ends the run then.
    func finish(runNumber: Int, _ directory: RunDirectory, job: Job) throws {
        try directory.publish(disk, from: directory.hiddenPath)
        try directory.pointLatest(disk)
        try archive(
            ofRun: runNumber, inbox: absolute(job.inbox), archive: job.archive.map { absolute($0) }, isRepeated: false)
    }

    /// Notes that nothing is left to do for a run: the last thing that a run does. A start that finds no such note
    /// takes itself for the same run started again, where it brings nothing new.
    func markFinished(_ number: Int) {
        store.gather()
        // The note alone may be lost in a power cut, which costs nothing; not waiting for the disk leaves no instant to
        // be killed in between the note and the end of the process.
        try? store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
        try? store.transaction(disk) { database in
            try database.execute(sql: "INSERT OR IGNORE INTO finished_runs VALUES (?)", arguments: [number])
        }
    }

    private func publish(_ run: LastRun) throws {
        let directory = RunDirectory(out: run.outDirectory, name: run.runID, store: store.path)
        var hidden: String?
        if FileStatusOnDisk(directory.path) == nil {
            guard let record = try store.recordHash(ofRun: run.number) else { throw Stop.reportsAreGone(directory) }
            hidden = RunDirectory.hidden(run.outDirectory, run: run.runID, file: RunRecord.fileName, sha256: record)
            guard hidden != nil else { throw Stop.reportsAreGone(directory) }
        }
        try directory.publish(disk, from: hidden)
        try directory.pointLatest(disk)
    }

    private func archive(ofRun number: Int, inbox: String, archive: String?, isRepeated: Bool) throws {
        guard let archive else { return }
        try Archive(inbox: inbox, path: archive, disk: disk, isRepeated: isRepeated).take(store.files(ofRun: number))
    }
}

extension Stop {
    /// A step that the disk refused.
    static func cannotWrite(_ fault: Disk.Fault) -> Stop {
        if fault.errno == EIO {
            return Stop(
                .cannotRead,
                "The disk failed under \(fault.step.path) (\(fault.reason)). Nothing was posted; mend the disk and start "
                    + "again.")
        }
        return Stop(
            .cannotWrite,
            "\(fault.step.path) can't be written (\(fault.reason)). Nothing was posted; a directory that this user may "
                + "write to, with room in it, is expected: mend that and start again.")
    }

    /// A start that can't end the run before it.
    fileprivate static func cannotFinish(_ run: String, _ error: any Error) -> Stop {
        let fault = error as? Disk.Fault
        let what = fault.map { "\($0.step.path) can't be written (\($0.reason))" } ?? "\(error)"
        return Stop(
            fault?.errno == EIO ? .cannotRead : .cannotWrite,
            "Run \(run) was posted before, and can't be finished: \(what). Nothing new was posted; mend that and start "
                + "again.")
    }

    fileprivate static func reportsAreGone(_ directory: RunDirectory) -> Stop {
        Stop(
            .cannotWrite,
            "Run \(directory.name) was posted before, and its reports are not in \(directory.out), neither published nor "
                + "waiting. Nothing new was posted; bring that directory back and start again. Where the reports are gone "
                + "for good, create \(directory.path) in their place.")
    }
}

extension Store {
    /// A run's inbox files.
    func files(ofRun number: Int) throws(Stop) -> [Archive.Entry] {
        try Self.guarding(path) {
            try queue.read { database in
                try Row.fetchAll(
                    database, sql: "SELECT name, sha256, status FROM files WHERE run_number = ? ORDER BY file_id",
                    arguments: [number]
                ).map { row in
                    let status: String = row["status"]
                    return Archive.Entry(
                        name: row["name"], sha256: row["sha256"], isRejected: status == FileStatus.rejected.rawValue)
                }
            }
        }
    }

    /// The hash of a run's run.json.
    func recordHash(ofRun number: Int) throws(Stop) -> String? {
        try Self.guarding(path) {
            try queue.read { database in
                try String.fetchOne(
                    database, sql: "SELECT sha256 FROM reports WHERE run_number = ? AND name = ?",
                    arguments: [number, RunRecord.fileName])
            }
        }
    }
}
