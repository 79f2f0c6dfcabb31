import GRDB
import Testing

@testable import Billing

/// A store of an earlier version gets what it lacks, and what was posted stays as it was.
@Suite struct StoreVersionTests {
    @Test(arguments: [1, 2, 3, 4]) func anEarlierStoreIsBroughtUpByTheNextRun(_ version: Int) throws {
        let (folder, path) = try PostedMonth.shared.get().copy()
        defer { withExtendedLifetime(folder) {} }
        let kept = try DatabaseQueue(path: path).write { database in
            let kept = try Self.workingRows(database)
            try Self.takeBackToVersion4(database)
            if version < 4 { try database.execute(sql: "DROP TABLE paid_beside_held") }
            if version < 3 { try Self.takeBackToVersion2(database) }
            if version == 1 { try Self.takeBackToVersion1(database) }
            try database.execute(sql: "PRAGMA user_version = \(version)")
            return kept
        }
        let stop = #expect(throws: Stop.self) { _ = try Store.openForReading(path) }
        #expect(stop?.message.contains("brought up to date by the next run") == true)
        do { _ = try Store.open(path) }
        #expect(try Verification.verify(path, out: nil).text.contains("the last is 2026-10-19-0002"))
        #expect(try DatabaseQueue(path: path).read { try Self.workingRows($0) } == kept)
    }

    /// The rows of the tables that versions 3 to 5 have made anew.
    private static func workingRows(_ database: Database) throws -> [[Row]] {
        let tables = ["child_invoices", "worker_days", "open_items", "paid_beside_held"]
        let rows = try tables.map { try Row.fetchAll(database, sql: "SELECT * FROM \($0)") }
        #expect(rows.allSatisfy { !$0.isEmpty })
        return rows
    }

    /// The tables of held lines as version 4 had them: their keys, and since when a line is held.
    private static func takeBackToVersion4(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TEMP TABLE held AS SELECT invoice_id, line_number, held_since FROM open_items;
                CREATE TEMP TABLE beside AS SELECT invoice_id, line_number FROM paid_beside_held;
                DROP TABLE open_items;
                DROP TABLE paid_beside_held;
                CREATE TABLE open_items (
                  invoice_id INTEGER NOT NULL,
                  line_number INTEGER NOT NULL,
                  held_since TEXT NOT NULL,
                  PRIMARY KEY (invoice_id, line_number),
                  FOREIGN KEY (invoice_id, line_number) REFERENCES lines
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE paid_beside_held (
                  invoice_id INTEGER NOT NULL,
                  line_number INTEGER NOT NULL,
                  PRIMARY KEY (invoice_id, line_number),
                  FOREIGN KEY (invoice_id, line_number) REFERENCES lines
                ) STRICT, WITHOUT ROWID;
                INSERT INTO open_items SELECT * FROM held;
                INSERT INTO paid_beside_held SELECT * FROM beside;
                DROP TABLE held;
                DROP TABLE beside;
                """)
    }

    private static func takeBackToVersion2(_ database: Database) throws {
        try database.execute(
            sql: """
                DROP TRIGGER runs_is_never_changed;
                CREATE TRIGGER runs_is_never_changed BEFORE UPDATE ON runs
                BEGIN SELECT RAISE(ABORT, 'runs: what is posted is never changed'); END;
                CREATE INDEX lines_by_child_and_day ON lines (child_id, service_date);
                DROP TABLE child_invoices;
                CREATE TEMP TABLE kept AS SELECT * FROM worker_days;
                DROP TABLE worker_days;
                CREATE TABLE worker_days (
                  provider_id TEXT NOT NULL,
                  worker TEXT NOT NULL,
                  service_date TEXT NOT NULL,
                  hours INTEGER NOT NULL CHECK (hours >= 0),
                  PRIMARY KEY (provider_id, worker, service_date)
                ) STRICT, WITHOUT ROWID;
                INSERT INTO worker_days SELECT * FROM kept;
                """)
    }

    private static func takeBackToVersion1(_ database: Database) throws {
        for table in Schema.hashedWhereThereAreAny.reversed() { try database.execute(sql: "DROP TABLE \(table)") }
        try giveDecisionsTheirOldWords(database)
    }

    /// The checks of `decisions` as version 1 had them.
    private static func giveDecisionsTheirOldWords(_ database: Database) throws {
        let words = try #require(
            try String.fetchOne(database, sql: "SELECT sql FROM sqlite_schema WHERE name = 'decisions'"))
        let old = words.replacing(
            "disposition TEXT NOT NULL,",
            with: """
                disposition TEXT NOT NULL
                    CHECK (disposition IN ('paid', 'reduced', 'denied', 'pended', 'reversed', 'withdrawn')),
                """)
        #expect(old != words)
        let checks = """
              CHECK (CASE disposition
                WHEN 'reversed' THEN paid_hours <= 0 AND paid_amount < 0 AND held_amount = 0
                WHEN 'withdrawn' THEN paid_hours = 0 AND paid_amount = 0 AND held_amount = 0
                WHEN 'denied' THEN paid_hours = 0 AND paid_amount = 0 AND held_amount = 0
                WHEN 'pended' THEN paid_hours = 0 AND paid_amount = 0 AND held_amount > 0
                ELSE paid_hours >= 0 AND paid_amount > 0 AND held_amount = 0 END)
            ) STRICT, WITHOUT ROWID
            """
        let head = try #require(old.split(separator: "  CHECK (CASE disposition").first)
        try database.execute(sql: "PRAGMA writable_schema = ON")
        try database.execute(
            sql: "UPDATE sqlite_schema SET sql = ? WHERE name = 'decisions'", arguments: [String(head) + checks])
        try database.execute(sql: "PRAGMA writable_schema = RESET")
    }

    @Test func aBundleThatWasPostedIsProvedAndMissed() throws {
        let office = try AAPOffice.withFirstWeek()
        try office.forward("2026-W41")
        try office.send("AAP-2026-W41-0001")
        try office.night("2026-10-12")
        let store = office.folder.path("store.sqlite")
        _ = try Verification.verify(store, out: nil)
        try PostedMonth.tamper(store, "UPDATE bundle_reviews SET decision = 'returned' WHERE number_key = 'gw-90'")
        let changed = #expect(throws: Stop.self) { _ = try Verification.verify(store, out: nil) }
        #expect(changed?.message.contains("bundle_reviews, run 2026-10-12-0001, sequence 1") == true)
        try PostedMonth.tamper(store, "DELETE FROM bundle_reviews; DELETE FROM run_hashes WHERE table_name = 'bundle_reviews'")
        #expect(throws: Stop.self) { _ = try Verification.verify(store, out: nil) }
    }
}
