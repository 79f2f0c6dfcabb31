import GRDB

extension Schema {
    /// Brings a store of an earlier version up to this one: what was posted stays as it is. To be done in a
    /// transaction.
    static func bringUp(from earlier: Int, _ database: Database) throws {
        if earlier < 2 {
            try database.execute(sql: bundles + hashedWhereThereAreAny.map { guards(of: $0) }.joined())
            try rewordChecks(of: "decisions", database)
        }
        if earlier < 3 {
            try database.execute(
                sql: "DROP TRIGGER runs_is_never_changed; DROP TRIGGER runs_is_never_removed;" + guards(of: "runs"))
            try database.execute(sql: "DROP INDEX lines_by_child_and_day;" + childInvoices + childInvoicesOfLines)
            try database.execute(
                sql: """
                    CREATE TEMP TABLE earlier_worker_days AS SELECT * FROM worker_days;
                    DROP TABLE worker_days;
                    \(workerDays)
                    INSERT INTO worker_days SELECT * FROM earlier_worker_days
                      ORDER BY service_date, provider_id, worker;
                    DROP TABLE earlier_worker_days;
                    """)
        }
        if earlier < 5 {
            // Version 4 has a table of that name with the keys alone.
            try database.execute(
                sql: """
                    CREATE TEMP TABLE earlier_open_items AS SELECT * FROM open_items;
                    DROP TABLE open_items;
                    DROP TABLE IF EXISTS paid_beside_held;
                    \(openItems) \(paidBesideHeld)
                    INSERT INTO open_items \(openItemRows(of: "earlier_open_items")) ORDER BY 1, 2;
                    DROP TABLE earlier_open_items;
                    INSERT INTO paid_beside_held \(paidBesideHeldRows) ORDER BY 1, 2;
                    """)
        }
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }

    private static let childInvoicesOfLines = """
        INSERT INTO child_invoices SELECT child_id, invoice_id, min(service_date), max(service_date) FROM lines
          GROUP BY child_id, invoice_id;
        """

    /// Gives a table the words in which a new store has it. Its checks allow what they allowed, and its rows lie as
    /// they lay, so that its definition alone is exchanged, as SQLite has it done where no row changes.
    private static func rewordChecks(of table: String, _ database: Database) throws {
        let words = try DatabaseQueue().write { new in
            try new.execute(sql: tables)
            return try String.fetchOne(
                new, sql: "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", arguments: [table])
        }
        let schemaVersion = try Int.fetchOne(database, sql: "PRAGMA schema_version") ?? 0
        try database.execute(sql: "PRAGMA writable_schema = ON")
        try database.execute(
            sql: "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?", arguments: [words, table])
        try database.execute(
            sql: "PRAGMA schema_version = \(schemaVersion + 1); PRAGMA writable_schema = RESET")
    }
}
