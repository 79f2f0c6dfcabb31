/// What one start of the program is asked to do.
public struct Job: Sendable {
    public var registers: String
    public var inbox: String
    public var out: String
    public var store: String
    public var asOf: Day
    /// Nil: the inbox's files stay where they are.
    public var archive: String?
    public var dispositions: String?
    /// Files that changed in the last so many seconds are left alone.
    public var settle: Int
    /// Registers that lost rows are taken as they are.
    public var acceptsRegisters: Bool
    public var isDryRun: Bool
    /// How many threads judge lines; changes no decision.
    public var threads: Int
    /// The program's name and version, as every run records it.
    public var program: String

    public init(
        registers: String, inbox: String, out: String, store: String, asOf: Day, archive: String? = nil,
        dispositions: String? = nil, settle: Int = 0, acceptsRegisters: Bool = false, isDryRun: Bool = false,
        threads: Int = 2, program: String
    ) {
        self.registers = registers
        self.inbox = inbox
        self.out = out
        self.store = store
        self.asOf = asOf
        self.archive = archive
        self.dispositions = dispositions
        self.settle = settle
        self.acceptsRegisters = acceptsRegisters
        self.isDryRun = isDryRun
        self.threads = threads
        self.program = program
    }
}

/// One night on one screen: read, decide, write, post, publish.
public struct Batch {
    let job: Job
    let pack: PolicyPack
    let disk: Disk
    /// Told what the batch is about to do, in a few words without any id.
    let progress: (String) -> Void
    /// Told how many more of the inbox's bytes are read, and how many there are: each byte is read twice.
    let reading: (_ bytes: Int, _ total: Int) -> Void
    /// The seconds since 1970, for what is recorded of the run; nothing is decided by it.
    let clock: () -> Int
    /// What is written.
    var reports = Reports()
    /// From so many rows on a night's work is shared among threads.
    var largeFrom = 2_000

    public init(
        _ job: Job, pack: PolicyPack, disk: Disk = Disk(), clock: @escaping () -> Int,
        progress: @escaping (String) -> Void = { _ in }, reading: @escaping (Int, Int) -> Void = { _, _ in }
    ) {
        self.job = job
        self.pack = pack
        self.disk = disk
        self.clock = clock
        self.progress = progress
        self.reading = reading
    }

    /// Runs the night.
    ///
    /// - Parameters:
    ///   - begun: told once the store is this run's alone, before anything is read.
    ///   - posting: told right before the run is posted: a signal that ended the process after it would leave an exit
    ///     code that lies.
    ///   - tell: told the summary, once the run is posted and published.
    ///   - leave: told when nothing at all is left to do. Between this and the end of the process lies the only instant
    ///     in which a kill is taken for the end of the run.
    /// - Throws: `Stop`; nothing is then posted.
    @discardableResult
    public func run(
        begun: () throws(Stop) -> Void = {}, posting: () -> Void = {}, tell: (Summary) -> Void = { _ in },
        leave: () -> Void = {}
    ) throws(Stop) -> Summary {
        try UnknownRuns.refuseNewStore(job.store, out: job.out)
        let store = try Store.open(job.store, isDryRun: job.isDryRun, disk: disk)
        try UnknownRuns.refuse(store, out: job.out)
        try begun()
        let recovery = Recovery(store: store, disk: disk)
        return try run(store, recovery, posting) { summary, number in
            tell(summary)
            if !job.isDryRun, !summary.isUnfinished { recovery.markFinished(number) }
            leave()
        }
    }

    /// - Parameter end: told the summary and the number of the run that it tells of, while the night is still in
    ///   memory: where the process ends with it, nothing of it is taken apart.
    private func run(
        _ store: Store, _ recovery: Recovery, _ posting: () -> Void, end: (Summary, _ number: Int) -> Void
    ) throws(Stop) -> Summary {
        let started = clock()
        let finished = job.isDryRun ? nil : try recovery.finishLastRun()
        if let finished { progress("run \(finished.runID), posted before, is now finished") }
        let last = try store.lastRun()
        try requireNotBefore(last)

        let carried = try CarriedReading(store, pack, asOf: job.asOf, isFirstNight: last == nil)
        let besides = Meanwhile(isShared: job.threads > 1) { () throws(Stop) in try carried.readBeside() }
        defer { besides.wait() }
        progress("reading the registers")
        var intake = try NightIntake(
            job: job, pack: pack, store: store, last: last, now: started, disk: disk, reading: reading)
        if let finished, try intake.bringsNothingNew(since: finished) {
            // Killed after its night had happened and started again with the same: that night is this one.
            let summary = Summary(finished: finished)
            end(summary, finished.number)
            return summary
        }
        if !job.isDryRun { try recovery.clearAway(absolute(job.out)) }
        progress("reading \(intake.night.files.count) files")
        try carried.readHere()
        try besides.result()
        try intake.takeUpEarlierNights(carried.pieces())

        FreedMemory.giveBack()
        progress("deciding \(intake.night.lines.count) lines")
        let outcome = Self.decide(&intake.night, intake.history, threads: job.threads)
        guard outcome.totals.balanced else {
            throw Stop(
                .programFault,
                "The run does not balance: what was billed and held before is not what is paid, taken off, withdrawn and "
                    + "held now. Nothing was posted; keep the inputs and report this.")
        }
        FreedMemory.giveBack()
        progress("writing the reports")
        let publication = Publication(
            job: job, outcome: outcome, store: store, disk: disk, inputs: intake.inputs, previous: last,
            times: RunTimes(started: started, clock: clock), largeFrom: largeFrom, reports: reports)
        var summary = try publication.publish(posting: posting)
        if let finished { summary.note(finished: finished) }
        withExtendedLifetime((publication, intake, carried)) { end(summary, $0.1.night.runNumber) }
        return summary
    }

    /// Decides a night and gathers what the reports tell of it. A pure function of its arguments.
    static func decide(_ night: inout Night, _ history: History, threads: Int) -> Outcome {
        let ranks = night.invoiceRanks()
        let balances = Reconciler.decide(&night, history, ranks: ranks, threads: threads)
        // What deciding needed does not stand beside what follows; nothing decided depends on it.
        FreedMemory.giveBack()
        let decided = night
        let (paid, told) = SharedWork.both(threads: threads) {
            let payments = decided.payments(ranks)
            return (payments: payments, vouchers: VoucherRun(decided, payments, owed: history.owed))
        } _: {
            let rows = decided.decisionRows(ranks)
            return (
                agreements: AgreementReview(decided, history, balances).outcomes(threads: threads), rows: rows,
                sums: RowSums(decided, rows), openItems: decided.openItems(ranks), totals: ControlTotals(decided)
            )
        }
        var outcome = Outcome(
            night: night, agreements: told.agreements, totals: told.totals, rows: told.rows, sums: told.sums,
            openItems: told.openItems, payments: paid.payments, vouchers: paid.vouchers,
            settledProviders: history.settledProviders, standing: history.standing)
        outcome.exceptions = Exceptions(outcome)
        return outcome
    }

    private func requireNotBefore(_ last: LastRun?) throws(Stop) {
        guard let last, job.asOf < last.asOf else { return }
        throw Stop(
            .usage,
            "The as-of date \(job.asOf) is before that of the last run, \(last.asOf). Nothing was done; give that day or "
                + "a later one with --as-of.")
    }
}
