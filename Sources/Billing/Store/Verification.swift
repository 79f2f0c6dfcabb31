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

    let store: Store
    /// Where the runs' directories are now; nil: where they were published.
    let out: String?

    /// Proves the store at `path`, as it stands at this moment; a run may go on beside it.
    ///
    /// - Parameter out: where the runs' directories are now; nil: where they were published.
    /// - Throws: `unusableData` with the first place that differs, `missingInput` when there is no store.
    public static func verify(_ path: String, out: String?) throws(Stop) -> Proof {
        let verification = Verification(store: try Store.openForReading(path), out: out.map { absolute($0) })
        do {
            return try Store.guarding(path) { try verification.store.queue.read { try verification.prove($0) } }
        } catch {
            throw error
        }
    }

    private func prove(_ database: Database) throws -> Proof {
        do {
            return try proof(database)
        } catch let difference as Difference {
            throw Stop(.unusableData, difference.sentence(store.path))
        }
    }

    /// Whether the file and its reports are sound is found out beside what its rows say; what is told first does not
    /// hang on which is ready first.
    private func proof(_ database: Database) throws -> Proof {
        let known = Result { try VerifiedRun.all(database) }
        let file = Meanwhile(isShared: true) { [self] () throws(Stop) in proveFile((try? known.get()) ?? []) }
        let lines = Result { try LineReading(database, known.get()) }
        let (sound, sums, published) = try file.result()
        try sound.get()
        let runs = try known.get()
        let rows = try ChainProof(database: database, runs: runs, read: lines.get().hashes).prove()
        let decisions = try lines.get().requireFollowing()
        let expected = try lines.get().sketches.sums
        let agreeing = try sums.get().filter { expected[$0.key] == $0.value }.keys
        try WorkingTableProof(database: database, known: Set(agreeing)).prove()
        try requireFinished(runs, database)
        let reports = try published.get()
        var proof = Proof(lines: [
            "\(store.path) is as it was posted.",
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

    /// What is found out of the file.
    private typealias File = (
        sound: Result<Void, any Error>, sums: Result<[String: UInt64], any Error>,
        reports: Result<ReportProof.Count, any Error>
    )

    /// On a connection of its own. A run that is posted meanwhile makes the sums differ, and the tables are then
    /// compared row by row.
    private func proveFile(_ runs: [VerifiedRun]) -> File {
        let file = Result { try Store.openForReading(store.path) }
        return (
            Result { try file.get().queue.read { try Soundness(database: $0).prove() } },
            Result { try file.get().queue.read { try WorkingSketches.sums(of: $0) } },
            Result { try file.get().queue.read { try ReportProof(database: $0, runs: runs, out: out).prove() } }
        )
    }

    private func paid(_ runs: [VerifiedRun]) -> Int { runs.reduce(0) { $0 + $1.paid - $1.reversed } }

    /// All runs but the last are finished: a start finishes the one before it.
    private func requireFinished(_ runs: [VerifiedRun], _ database: Database) throws {
        let finished = try Set(Int.fetchAll(database, sql: "SELECT run_number FROM finished_runs"))
        for run in runs.dropLast() where !finished.contains(run.number) {
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
struct VerifiedRun {
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
