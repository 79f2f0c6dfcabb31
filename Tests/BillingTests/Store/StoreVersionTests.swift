import GRDB
import Testing

@testable import Billing

/// A store of an earlier version gets what it lacks, and what was posted stays as it was.
@Suite struct StoreVersionTests {
    @Test func aStoreOfVersion1IsBroughtUpByTheNextRun() throws {
        let (folder, path) = try PostedMonth.shared.get().copy()
        defer { withExtendedLifetime(folder) {} }
        try DatabaseQueue(path: path).write { database in
            for table in Schema.hashedWhereThereAreAny.reversed() { try database.execute(sql: "DROP TABLE \(table)") }
            try Self.giveDecisionsTheirOldWords(database)
            try database.execute(sql: "PRAGMA user_version = 1")
        }
        let stop = #expect(throws: Stop.self) { _ = try Store.openForReading(path) }
        #expect(stop?.message.contains("brought up to date by the next run") == true)
        do { _ = try Store.open(path) }
        #expect(try Verification.verify(path, out: nil).text.contains("the last is 2026-10-19-0002"))
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
