import GRDB

/// Writes a decided night's reports, posts it, and publishes them: in this order, so that whatever is killed when,
/// what is visible is whole and what is posted is visible at the latest after the next start.
struct Publication {
    let job: Job
    let outcome: Outcome
    let store: Store
    let disk: Disk
    let inputs: String
    let previous: LastRun?
    let times: RunTimes

    private var night: Night { outcome.night }

    private var directory: RunDirectory {
        RunDirectory(out: absolute(job.out), name: night.runID + (job.isDryRun ? "-dry" : ""))
    }

    /// - Throws: `cannotWrite`; nothing is then posted.
    func publish() throws(Stop) -> Summary {
        try requireFreeName()
        let reports = try guarding { () throws(Disk.Fault) in
            try directory.begin(disk)
            let reports = try writeReports()
            try directory.sync(disk)
            return reports
        }
        if job.isDryRun {
            try guarding { () throws(Disk.Fault) in try directory.publish(disk, isReplacing: true) }
        } else {
            try post(reports)
            try Recovery(store: store, disk: disk).finish(runNumber: night.runNumber, directory, job: job)
        }
        return Summary(outcome, directory: "\(job.out)/\(directory.name)", isDryRun: job.isDryRun)
    }

    private func requireFreeName() throws(Stop) {
        guard !job.isDryRun, FileStatusOnDisk(directory.path) != nil else { return }
        throw Stop(
            .cannotWrite,
            "\(directory.path) is there already, though the store knows no such run. Another store wrote it: name another "
                + "directory with --out, or the right store with --store.")
    }

    /// Writes every report into the hidden directory.
    private func writeReports() throws(Disk.Fault) -> [(name: String, sha256: String)] {
        var written: [(name: String, sha256: String)] = []
        for report in Reports.all {
            let file = try ReportFile("\(directory.hiddenPath)/\(report.fileName)", on: disk)
            try report.write(outcome, to: file)
            written.append((report.fileName, try file.finish()))
        }
        let record = try ReportFile("\(directory.hiddenPath)/run.json", on: disk)
        try record.write(runRecord(written))
        written.append(("run.json", try record.finish()))
        return written
    }

    private func runRecord(_ reports: [(name: String, sha256: String)]) -> [UInt8] {
        let record = RunRecord(
            runID: night.runID, asOf: night.asOf.description, program: job.program,
            pack: .init(name: night.pack.name, version: night.pack.version, sha256: night.pack.hash),
            isDryRun: job.isDryRun, started: RunTimes.text(times.started), finished: RunTimes.text(times.clock()),
            registers: night.registers.files.map { .init(name: $0.name, sha256: $0.sha256, rows: $0.rows) },
            inputs: night.files.map { .init(name: $0.name, sha256: $0.sha256, rows: nil) },
            reports: reports.map { .init(name: $0.name, sha256: $0.sha256, rows: nil) }, totals: outcome.totals,
            balanced: outcome.totals.balanced)
        // The record holds texts and numbers alone, which JSON can always write.
        return (try? record.json()) ?? []
    }

    private func post(_ reports: [(name: String, sha256: String)]) throws(Stop) {
        let run = PostedRun(
            runID: night.runID, program: job.program, inputs: inputs, outDirectory: absolute(job.out),
            inboxDirectory: absolute(job.inbox), archiveDirectory: job.archive.map { absolute($0) }, reports: reports,
            previousHash: previous?.hash ?? Chain.start)
        try store.transaction("posting \(night.runID)", disk) { database in
            _ = try Posting.post(outcome, run, database)
        }
    }

    private func guarding<R>(_ body: () throws(Disk.Fault) -> R) throws(Stop) -> R {
        do {
            return try body()
        } catch {
            throw Stop.cannotWrite(error)
        }
    }
}

extension Stop {
    /// A step that the disk refused.
    static func cannotWrite(_ fault: Disk.Fault) -> Stop {
        Stop(
            .cannotWrite,
            "\(fault.step.path) can't be written (\(fault.reason)). A directory that this user may write to, with room in "
                + "it, is expected; mend that and start again.")
    }
}

extension Store {
    /// Does `body` in one transaction; its commit is a step of the disk. Whatever is thrown before leaves no trace.
    func transaction(_ name: String, _ disk: Disk, _ body: (Database) throws -> Void) throws(Stop) {
        try Self.guarding(path) {
            try queue.writeWithoutTransaction { database in
                try database.beginTransaction(.immediate)
                do {
                    try body(database)
                    var failure: (any Error)?
                    try disk.perform(.commit, name) { _ in
                        do {
                            try database.commit()
                            return nil
                        } catch {
                            failure = error
                            return 5
                        }
                    }
                    if let failure { throw failure }
                } catch {
                    if database.isInsideTransaction { try? database.rollback() }
                    throw error
                }
            }
        }
    }
}
