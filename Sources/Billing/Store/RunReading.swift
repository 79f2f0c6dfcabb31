import GRDB

extension Store {
    /// The posted runs, the earliest first.
    ///
    /// - Parameter last: only so many of the latest; nil: all.
    public func runs(last: Int? = nil) throws(Stop) -> RunList {
        try Self.guarding(path) {
            try queue.read { database in
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT r.*, EXISTS (SELECT 1 FROM finished_runs f WHERE f.run_number = r.run_number) AS finished
                        FROM runs r ORDER BY run_number DESC LIMIT ?
                        """,
                    arguments: [last ?? -1])
                return RunList(entries: rows.reversed().map { Self.entry($0) })
            }
        }
    }

    private static func entry(_ row: Row) -> RunList.Entry {
        func money(_ column: String) -> Money { Money(cents: row[column]) }
        return RunList.Entry(
            runID: row["run_id"], asOf: row["as_of"], program: row["program"], pack: row["pack"],
            outDirectory: row["out_directory"], lines: row["lines_received"], billed: money("billed"), heldBefore: money("held_before"),
            reopened: money("reopened"), paid: money("paid"), adjusted: money("adjusted"),
            withdrawn: money("withdrawn"), heldAfter: money("held_after"), reversed: money("reversed"),
            hash: row["hash"], isFinished: row["finished"])
    }
}
