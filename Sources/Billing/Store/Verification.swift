import GRDB

/// Proves a store: works out anew, from the posted rows alone, everything that a run wrote beside them, and compares.
///
/// What is proved: the file is sound, its guards stand, the chain of the runs' hashes is unbroken, every run's totals
/// are those of its decisions, every working table is what follows from the decisions, and the published reports are
/// those that were posted.
public struct Verification {
    /// What was proved, in a few lines without any id of a child.
    public struct Proof: Hashable, Sendable {
        public var lines: [String]

        public var text: String { lines.joined(separator: "\n") + "\n" }
    }

    private let path: String
    /// Where the runs' directories are now; nil: where they were published.
    private let out: String?
    private let shares: LineReading.Shares

    /// Proves the store at `path`, as it stands at this moment; a run may go on beside it.
    ///
    /// - Parameters:
    ///   - out: where the runs' directories are now; nil: where they were published.
    ///   - threads: how many share the work.
    /// - Throws: `unusableData` with the first place that differs, `missingInput` when there is no store.
    public static func verify(_ path: String, out: String?, threads: Int = 2) throws(Stop) -> Proof {
        try verify(path, out: out, threads: threads, LineReading.Shares())
    }

    /// - Parameter opened: called when a connection sees the store, with how many do.
    static func verify(
        _ path: String, out: String?, threads: Int, _ shares: LineReading.Shares, opened: (Int) -> Void = { _ in }
    ) throws(Stop) -> Proof {
        let out = out.map { absolute($0) }
        while true {
            var stores: [Store] = []
            for _ in 0..<max(1, threads) { stores.append(try Store.openForReading(path)) }
            let verification = Verification(path: stores[0].path, out: out, shares: shares)
            let proof = try Store.guarding(path) { try verification.prove(stores, [], opened) }
            if let proof { return proof }
        }
    }

    /// Proves the store when every connection has begun to read it.
    ///
    /// - Returns: nil when a run was posted or finished between the first and the last.
    private func prove(_ stores: [Store], _ open: [Database], _ opened: (Int) -> Void) throws -> Proof? {
        if open.count < stores.count {
            return try stores[open.count].queue.read { database in
                // The first look is what the connection goes on seeing.
                _ = try Statement(database, "SELECT count(*) FROM sqlite_schema").step()
                opened(open.count + 1)
                return try prove(stores, open + [database], opened)
            }
        }
        let known = open.map { database in Result { try VerifiedRun.all(database) } }
        let first = try? known[0].get()
        guard known.allSatisfy({ (try? $0.get()) == first }) else { return nil }
        do {
            return try proof(SharedConnections(open), known[0])
        } catch let difference as Difference {
            throw Stop(.unusableData, difference.sentence(path))
        }
    }

    /// Whether the file is sound is found out beside what its rows say; what is told first does not hang on which is
    /// ready first.
    private func proof(
        _ connections: SharedConnections, _ known: Result<[VerifiedRun], any Error>
    ) throws -> Proof {
        var sound: Result<Void, any Error>?
        let reading = Result {
            try LineReading(connections, known.get(), shares) {
                sound = connections.use { database in Result { try Soundness(database: database).prove() } }
            }
        }
        try (sound ?? Result { try Soundness(database: connections.first).prove() }).get()
        let runs = try known.get()
        let lines = try reading.get()
        let reports = try ReportProof(connections.first, runs, out: out)
        let others = try OtherProof(connections, reports)
        if !lines.isOfKind || !others.isOfKind { try Soundness(database: connections.first).proveWhole() }
        let tables = others.hashes.merging(lines.hashes) { $1 }
        let rows = try ChainProof(database: connections.first, runs: runs, tables: tables).prove()
        let decisions = try lines.requireFollowing()
        let agreeing = others.sums.filter { lines.sums[$0.key] == $0.value }.keys
        try WorkingTableProof(database: connections.first).prove(known: Set(agreeing), others.compared)
        try requireFinished(runs)
        return proof(runs, rows: rows, decisions: decisions, try others.requireReports())
    }

    private func proof(
        _ runs: [VerifiedRun], rows: Int, decisions: Int, _ reports: ReportProof.Count
    ) -> Proof {
        var proof = Proof(lines: [
            "\(path) is as it was posted.",
            "runs       \(runs.count), each chained to the one before; the last is \(runs.last?.runID ?? "none")",
            "rows       \(rows) posted rows have the hashes of their runs",
            "decisions  \(decisions) lead to the totals of every run, to \(Money(cents: paid(runs)).dollars) paid in all",
            "balances   and the other working tables follow from them",
            "reports    \(reports.files) files of \(reports.directories) runs are those that were posted"
                + (reports.absent == 0 ? "" : "; \(reports.absent) runs have no directory any more"),
            "head       \(runs.last?.hash ?? Chain.start)",
        ])
        if let last = runs.last, !last.isFinished {
            proof.lines.append("unfinished \(last.runID) is posted; the next start publishes what is left of it")
        }
        return proof
    }

    private func paid(_ runs: [VerifiedRun]) -> Int { runs.reduce(0) { $0 + $1.paid - $1.reversed } }

    /// All runs but the last are finished: a start finishes the one before it.
    private func requireFinished(_ runs: [VerifiedRun]) throws {
        for run in runs.dropLast() where !run.isFinished {
            throw Difference(
                table: "finished_runs", run: run.runID, row: "", found: "no row", expected: "one, since a later run is posted")
        }
    }
}

/// The first place at which a store is not what was posted.
struct Difference: Error, Hashable {
    var table: String
    /// The run's id; empty where the place is of no single run.
    var run: String
    /// Which row, told without the id of a child or worker; empty where it can't be told.
    var row: String
    var found: String
    var expected: String

    /// Where and what, and what to do.
    func sentence(_ store: String) -> String {
        let place = [table, run.isEmpty ? "" : "run \(run)", row].filter { !$0.isEmpty }.joined(separator: ", ")
        return "The store \(store) is not as it was posted: \(place): found \(found), expected \(expected). Keep the file as "
            + "evidence, bring back the last backup that verifies, and start the nights after it again."
    }
}

/// A run's own row, as far as it is proved.
struct VerifiedRun: Hashable {
    var number: Int
    var runID: String
    var asOf: String
    var outDirectory: String
    var isFinished: Bool
    var billedLines: Int
    var billed: Int
    var heldBefore: Int
    var reopened: Int
    var paid: Int
    var adjusted: Int
    var withdrawn: Int
    var heldAfter: Int
    var reversed: Int
    var previousHash: String
    var hash: String

    /// All runs in their order.
    static func all(_ database: Database) throws -> [VerifiedRun] {
        let statement = try Statement(
            database,
            """
            SELECT run_number, run_id, as_of, out_directory, lines_received, billed, held_before,
              reopened, paid, adjusted,
              withdrawn, held_after, reversed, previous_hash, hash,
              EXISTS (SELECT 1 FROM finished_runs f WHERE f.run_number = r.run_number)
            FROM runs r ORDER BY run_number
            """)
        var runs: [VerifiedRun] = []
        while try statement.step() {
            runs.append(
                VerifiedRun(
                    number: statement.int(0), runID: statement.text(1), asOf: statement.text(2),
                    outDirectory: statement.text(3), isFinished: statement.int(15) == 1, billedLines: statement.int(4),
                    billed: statement.int(5), heldBefore: statement.int(6), reopened: statement.int(7),
                    paid: statement.int(8), adjusted: statement.int(9), withdrawn: statement.int(10),
                    heldAfter: statement.int(11), reversed: statement.int(12), previousHash: statement.text(13),
                    hash: statement.text(14)))
        }
        return runs
    }
}
