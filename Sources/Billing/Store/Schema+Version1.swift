import GRDB

extension Schema {
    /// Brings a store of version 1 up to this one: what was posted stays as it is. To be done in a transaction.
    static func bringUpFromVersion1(_ database: Database) throws {
        try database.execute(sql: bundles + hashedWhereThereAreAny.map { guards(of: $0) }.joined())
        try rewordChecks(of: "decisions", database)
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }

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
