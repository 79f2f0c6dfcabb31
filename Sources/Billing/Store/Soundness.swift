import GRDB
import GRDBSQLite

/// Whether the file is a sound database with the program's tables, guards and views in it, and no row names another
/// that is not there.
struct Soundness {
    let database: Database

    /// Proves all but that the values of `large` tables are of their columns' kinds.
    ///
    /// - Throws: `Difference`.
    func prove() throws {
        try requireSoundStructure()
        try requireOwnObjects()
        for table in try tables() where !Self.large.contains(table) {
            try requireSound("PRAGMA integrity_check(\"\(table.replacing("\"", with: "\"\""))\")")
        }
        let tables = Schema.appendOnly + Schema.derived
        for table in tables where !Self.proved.contains(table) {
            let row = try Statement(database, "PRAGMA foreign_key_check(\(table))")
            if try row.step() {
                throw Self.namesNone(table, row: row.optionalInt(1).map { "row \($0)" } ?? "", of: row.text(2))
            }
        }
    }

    /// Asks SQLite about everything, row by row: it names a value that is of another kind than its column.
    ///
    /// - Throws: `Difference`.
    func proveWhole() throws { try requireSound("PRAGMA quick_check(1)") }

    /// Asks SQLite whether every page is in its place and has what it should. Where all are, it would go on to every
    /// row, which `LineReading` and `WorkingSketches` read anyway: it is kept from that.
    private func requireSoundStructure() throws {
        guard try looksAtStructureFirst() else { return try proveWhole() }
        let connection = database.sqliteConnection
        sqlite3_progress_handler(connection, Self.stepsToStructure, { _ in 1 }, nil)
        defer { sqlite3_progress_handler(connection, 0, nil, nil) }
        do {
            try requireSound("PRAGMA main.quick_check(1)")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
            // What is wrong with the structure would have been told before.
        }
    }

    /// How many steps of its own SQLite takes at least before it is kept from more: far fewer lead to the structure.
    private static let stepsToStructure: Int32 = 1000

    /// Whether SQLite looks at the structure of the whole file in one step, before it looks at the first row, as it
    /// says itself.
    private func looksAtStructureFirst() throws -> Bool {
        let step = try Statement(database, "EXPLAIN PRAGMA main.quick_check(1)")
        defer { step.reset() }
        while try step.step(), step.int(0) < Int(Self.stepsToStructure) / 10 {
            switch step.text(1) {
            case "IntegrityCk": return true
            case "OpenRead", "Rewind", "Next": return false
            default: continue
            }
        }
        return false
    }

    /// The names of all tables that are in the file, its list of them included.
    private func tables() throws -> [String] {
        let row = try Statement(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        var tables = ["sqlite_schema"]
        while try row.step() { tables.append(row.text(0)) }
        return tables
    }

    /// - Parameter sql: asks SQLite, which looks at no CHECK where it may not write.
    private func requireSound(_ sql: String) throws {
        let faults = try Statement(database, sql)
        defer { faults.reset() }
        guard try faults.step(), faults.text(0) != "ok" else { return }
        throw Difference(
            table: "the file itself", run: "", row: "", found: "\"\(faults.text(0))\"", expected: "a sound database")
    }

    /// Tables without an index beside their key, whose rows are read one after the other for other proofs: that they
    /// are in order, that their values are of their columns' kinds, and that they hold what was posted or follows from
    /// it.
    static let large: Set = ["lines", "decisions", "worker_days", "child_invoices", "service_months"]

    /// Tables of which `LineReading` proves what their rows name, while it reads them beside each other.
    private static let proved: Set = ["lines", "decisions"]

    /// A row that names another that is not there.
    static func namesNone(_ table: String, row: String, of parent: String) -> Difference {
        Difference(
            table: table, run: "", row: row, found: "a row that names none of \(parent)",
            expected: "every row to name one that is there")
    }

    /// Tables, indexes, triggers and views as a new store has them.
    private func requireOwnObjects() throws {
        let own = try DatabaseQueue()
        let expected = try own.write { new in
            try new.execute(sql: Schema.tables + Schema.guards)
            return try Self.objects(new)
        }
        let found = try Self.objects(database)
        for (name, text) in expected.sorted(by: { $0.key < $1.key }) where found[name] != text {
            throw Difference(
                table: "the schema", run: "", row: name, found: found[name] == nil ? "nothing" : "another definition",
                expected: "what every store has under that name")
        }
        for name in found.keys.sorted() where expected[name] == nil && name.hasPrefix("trigger ") {
            throw Difference(table: "the schema", run: "", row: name, found: "a trigger", expected: "none of that name")
        }
    }

    private static func objects(_ database: Database) throws -> [String: String] {
        // The schema's own table takes any type: a name that has become a blob is not the name.
        let row = try Statement(
            database,
            """
            SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL
              AND typeof(type) || typeof(name) || typeof(tbl_name) || typeof(sql) = 'texttexttexttext'
            """)
        var objects: [String: String] = [:]
        while try row.step() { objects["\(row.text(0)) \(row.text(1))"] = row.text(2) }
        return objects
    }
}
