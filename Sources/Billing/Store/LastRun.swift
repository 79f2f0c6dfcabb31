import GRDB

/// What the store says of its last posted run.
struct LastRun: Sendable {
    var number: Int
    var runID: String
    var asOf: Day
    var hash: String
    /// What the run was given: tells whether a start brings the same again.
    var inputs: String
    var outDirectory: String
    var inboxDirectory: String
    var archiveDirectory: String?
    /// Whether its reports were published and its inbox files moved.
    var isFinished: Bool
    /// Rows per register.
    var registerRows: [String: Int]
}

extension Store {
    /// The last posted run; nil in a new store.
    func lastRun() throws(Stop) -> LastRun? {
        try Self.guarding(path) {
            try queue.read { database in
                guard
                    let row = try Row.fetchOne(
                        database,
                        sql: """
                            SELECT run_number, run_id, as_of, hash, inputs, out_directory, inbox_directory,
                              archive_directory,
                              EXISTS (SELECT 1 FROM finished_runs f WHERE f.run_number = r.run_number) AS is_finished
                            FROM runs r ORDER BY run_number DESC LIMIT 1
                            """)
                else { return nil }
                let number: Int = row["run_number"]
                var registerRows: [String: Int] = [:]
                let rows = try Row.fetchAll(
                    database, sql: "SELECT name, row_count FROM registers WHERE run_number = ?", arguments: [number])
                for register in rows { registerRows[register["name"]] = register["row_count"] }
                return LastRun(
                    number: number, runID: row["run_id"], asOf: Day(iso: row["as_of"]) ?? .first, hash: row["hash"],
                    inputs: row["inputs"], outDirectory: row["out_directory"], inboxDirectory: row["inbox_directory"],
                    archiveDirectory: row["archive_directory"], isFinished: row["is_finished"],
                    registerRows: registerRows)
            }
        }
    }
}
