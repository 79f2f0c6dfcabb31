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
    /// From so many rows on the work is worth sharing among threads.
    let largeFrom: Int
    var reports = Reports()

    private var night: Night { outcome.night }

    /// A small night's reports are written one after another, each durable by itself, so that its steps come in the
    /// same order every time.
    private var isLarge: Bool { outcome.rows.count >= largeFrom }
    private var threads: Int { isLarge ? job.threads : 1 }

    private var directory: RunDirectory {
        RunDirectory(
            out: absolute(job.out), name: night.runID + (job.isDryRun ? "-dry" : ""), store: store.path)
    }

    /// Writes, posts and publishes.
    ///
    /// - Parameter posting: told when nothing may end the process from here on but a kill.
    /// - Throws: `Stop`; nothing is then posted, and nothing of the run is left.
    func publish(posting: () -> Void) throws(Stop) -> Summary {
        try guarding { () throws(Disk.Fault) in try RunDirectory.createAll(directory.out, disk) }
        let lock = try KernelLock(runsIn: directory.out)
        defer { withExtendedLifetime(lock) {} }
        try requireFreeWay()
        do {
            try guarding { () throws(Disk.Fault) in try directory.begin(disk) }
            if job.isDryRun {
                try prove(guarding { () throws(Disk.Fault) in try writeReports() }, expectations)
                try guarding { () throws(Disk.Fault) in try directory.replace(disk) }
                return Summary(outcome, directory: "\(job.out)/\(directory.name)", isDryRun: true)
            }
            try post(posting)
        } catch {
            // Where the disk failed, nobody can say yet whether the run is posted; its reports wait for the next start.
            if error.code != .cannotRead { directory.abandon(disk) }
            throw error
        }
        return finish()
    }

    /// Makes the reports durable and reads them again; those of a large night while the disk takes them.
    private func prove(
        _ reports: [(name: String, sha256: String)], _ expectations: [ReportExpectation]
    ) throws(Stop) {
        let durable = Meanwhile(isShared: threads > 1) { () throws(Stop) in
            try guarding { () throws(Disk.Fault) in try directory.sync(disk, isWhole: isLarge) }
        }
        if threads == 1 { try durable.result() }
        // What writing the reports needed does not stand beside what reading them needs.
        if isLarge { FreedMemory.giveBack() }
        let proof = Result { () throws(Stop) in try requireSameWhenReadAgain(reports, expectations) }
        // That the disk failed says more than that what it bears differs.
        try durable.result()
        try proof.get()
    }

    /// Ends the posted run. What fails here is no failure of the run: it is posted, and the next start ends it.
    private func finish() -> Summary {
        var summary = Summary(outcome, directory: "\(job.out)/\(directory.name)", isDryRun: false)
        do {
            try Recovery(store: store, disk: disk).finish(runNumber: night.runNumber, directory, job: job)
        } catch {
            summary.warn(
                "Run \(night.runID) is posted, but can't be finished: \(Self.reason(error)). Mend that; the next start "
                    + "finishes it.")
        }
        return summary
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case let fault as Disk.Fault: "\(fault.step.path) can't be written (\(fault.reason))"
        case let stop as Stop: stop.message
        default: "\(error)"
        }
    }

    /// What would keep the run from being published is found before it is posted.
    private func requireFreeWay() throws(Stop) {
        if job.isDryRun { return }
        if let obstacle = directory.obstacle {
            throw Stop(
                .cannotWrite,
                "\(obstacle). Something else wrote it: name another directory with --out, or the right store with "
                    + "--store. Nothing was posted.")
        }
        guard let archive = job.archive else { return }
        try Archive(inbox: absolute(job.inbox), path: absolute(archive), disk: disk, isRepeated: false).prepare()
    }

    /// Writes every report into the hidden directory.
    private func writeReports() throws(Disk.Fault) -> [(name: String, sha256: String)] {
        let folder = ReportFolder(directory.hiddenPath, on: disk, syncsFiles: !isLarge)
        let pieces = ReportPieces(reports, outcome, isShared: threads > 1)
        let folders = pieces.all.map { _ in
            ReportFolder(directory.hiddenPath, on: disk, syncsFiles: !isLarge)
        }
        try pieces.write(threads: threads, into: folders)
        for other in folders { folder.add(other) }
        let record = runRecord(folder.written)
        try folder.write(RunRecord.fileName) { (file) throws(Disk.Fault) in try file.write(record) }
        return folder.written
    }

    /// What the reports must be found to say.
    private var expectations: [ReportExpectation] {
        reports.files.map { ReportExpectation(files: .named($0.fileName), content: $0.expectation(outcome)) }
            + reports.sets.flatMap { $0.expectations(outcome) }
    }

    /// Reads the reports again and compares them with the decisions; what differs is never seen.
    ///
    /// - Throws: `programFault`; nothing is then posted.
    private func requireSameWhenReadAgain(
        _ written: [(name: String, sha256: String)], _ expectations: [ReportExpectation]
    ) throws(Stop) {
        do {
            try Rereading(path: directory.hiddenPath, written: written).compare(with: expectations, threads: threads)
        } catch {
            throw Stop(
                .programFault,
                "Read again, the report \(error.file) \(error.words). Nothing was posted or published; keep the inputs, "
                    + "start again, and report this if it comes back.")
        }
    }

    private func runRecord(_ reports: [(name: String, sha256: String)]) -> [UInt8] {
        let record = RunRecord(
            runID: night.runID, asOf: night.asOf.description, program: job.program,
            pack: .init(name: night.pack.name, version: night.pack.version, sha256: night.pack.hash),
            isDryRun: job.isDryRun, started: RunTimes.text(times.started),
            finished: RunTimes.text(max(times.started, times.clock())),
            registers: night.registers.files.map { .init(name: $0.name, sha256: $0.sha256, rows: $0.rows) },
            inputs: night.files.map { .init(name: $0.name, sha256: $0.sha256, rows: nil) },
            reports: reports.map { .init(name: $0.name, sha256: $0.sha256, rows: nil) }, totals: outcome.totals,
            balanced: outcome.totals.balanced)
        // The record holds texts and numbers alone, which JSON can always write.
        return (try? record.json()) ?? []
    }

    /// Posts the run; its reports are written before, those of a large night meanwhile.
    private func post(_ posting: () -> Void) throws(Stop) {
        let run = PostedRun(
            runID: night.runID, program: job.program, inputs: inputs, outDirectory: absolute(job.out),
            inboxDirectory: absolute(job.inbox), archiveDirectory: job.archive.map { absolute($0) }, reports: [],
            previousHash: previous?.hash ?? Chain.start)
        let written = Meanwhile(isShared: threads > 1) { () throws(Stop) in
            try guarding { () throws(Disk.Fault) in try writeReports() }
        }
        let proved = Meanwhile(isShared: threads > 1) { () throws(Stop) in
            // Worked out while the reports are written.
            let expectations = expectations
            try prove(written.result(), expectations)
        }
        defer { proved.wait() }
        if threads == 1 { try proved.result() }
        try store.transaction(disk) { database in
            try Posting.post(outcome, run, database) { try written.result() }
            try store.writeAhead(database)
            try proved.result()
            posting()
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
