import Foundation
import GRDB
import Testing

@testable import Billing

/// The store refuses by itself what must never be in it, whoever asks.
@Suite struct GuardTests {
    private let month: PostedMonth

    init() throws { month = try PostedMonth.shared.get() }

    /// Does `body` on the connection that a run has.
    private func withStore<R>(_ body: (DatabaseQueue) throws -> R) throws -> R {
        let (folder, path) = try month.copy()
        defer { withExtendedLifetime(folder) {} }
        let store = try Store.open(path)
        defer { withExtendedLifetime(store) {} }
        // The month takes nothing off a voucher and has no bundle; every table must have a row to be tried.
        try store.queue.write { try $0.execute(sql: Self.aTaking + Self.aBundle) }
        return try body(store.queue)
    }

    private static let aTaking =
        "INSERT INTO recovery_takings SELECT recovery_id, run_number, invoice_id, 1 FROM recoveries LIMIT 1;"
    private static let aBundle = """
        INSERT INTO bundles SELECT 1, 2, 1, '2026-W41', sha256, 1, 2, 3, 4 FROM files LIMIT 1;
        INSERT INTO bundle_reviews VALUES (1, 'P-1', 'x-1', 2, 'X-1', '2026-10-01', '2026-10-02', 'approved', 'AAP-1');
        """

    /// What the store says to a statement; nil when it does it.
    private func refusal(_ sql: String, _ arguments: StatementArguments = []) throws -> String? {
        try withStore { queue in
            do {
                try queue.write { try $0.execute(sql: sql, arguments: arguments) }
                return nil
            } catch let error as DatabaseError {
                return error.message ?? ""
            }
        }
    }

    @Test(arguments: Schema.appendOnly) func whatIsPostedIsNeverChanged(_ table: String) throws {
        let columns = try withStore { try $0.read { try $0.columns(in: table).map { $0.name } } }
        for column in columns {
            #expect(
                try refusal("UPDATE \(table) SET \(column) = \(column)") == "\(table): what is posted is never changed")
        }
    }

    @Test(arguments: Schema.appendOnly) func whatIsPostedIsNeverRemoved(_ table: String) throws {
        #expect(try refusal("DELETE FROM \(table)") == "\(table): what is posted is never removed")
    }

    @Test(arguments: Schema.appendOnly) func whatIsPostedIsNeverReplaced(_ table: String) throws {
        #expect(
            try refusal("INSERT OR REPLACE INTO \(table) SELECT * FROM \(table) LIMIT 1")
                == "\(table): what is posted is never removed")
    }

    /// A row that would be accepted - one of the store's with these values in place of its own - and single values that
    /// make it one that is refused.
    struct Row: Sendable {
        var table: String
        var fresh: [String: String]
        /// What must be there first.
        var needs = ""
        var wrong: [(change: [String: String], refusal: String)]
    }

    private static let anotherRecovery =
        "INSERT INTO recoveries SELECT 900, run_number, 1, amount FROM recoveries LIMIT 1;"

    static let rows = [
        Row(
            table: "runs",
            fresh: ["run_number": "3", "run_id": "'2026-10-20-0003'", "hash": "'h'"],
            wrong: [
                (["run_number": "0"], "CHECK"), (["run_number": "1"], "UNIQUE"), (["run_id": "'2026-10-12-0001'"], "UNIQUE"),
                (["as_of": "'12.10.2026'"], "CHECK"), (["paid": "paid + 1"], "CHECK"), (["billed": "-1"], "CHECK"),
                (["hash": "(SELECT min(hash) FROM runs)"], "UNIQUE"), (["program": "NULL"], "NOT NULL"),
                (["reversed": "'much'"], "cannot store TEXT"),
            ]),
        Row(
            table: "registers", fresh: ["name": "'new.csv'"],
            wrong: [
                (["run_number": "9"], "FOREIGN KEY"), (["name": "'rates.csv'"], "UNIQUE"), (["row_count": "-1"], "CHECK"),
            ]),
        Row(
            table: "files", fresh: ["file_id": "900", "sha256": "'new'"],
            wrong: [
                (["run_number": "9"], "FOREIGN KEY"), (["status": "'read'"], "CHECK"), (["is_settled": "2"], "CHECK"),
                (["is_settled": "1", "sha256": "(SELECT sha256 FROM files WHERE is_settled)"], "UNIQUE"),
            ]),
        Row(
            table: "invoices", fresh: ["invoice_id": "900", "invoice_number": "'NEW-1'", "number_key": "'new-1'"],
            wrong: [
                (["run_number": "9"], "FOREIGN KEY"), (["file_id": "800"], "FOREIGN KEY"), (["provider_id": "''"], "CHECK"),
                (["invoice_number": "''", "number_key": "''"], "CHECK"), (["number_key": "'NEW-1'"], "CHECK"),
                (["form": "'DCF-2107'"], "CHECK"), (["total": "-1"], "CHECK"),
                (["replaces": "'NEW-1'", "replaces_key": "'new-1'"], "CHECK"), (["replaces_key": "'x'"], "CHECK"),
                (["invoice_number": "invoice_number", "number_key": "number_key"], "UNIQUE"),
                (
                    [
                        "provider_id": "(SELECT provider_id FROM invoices WHERE replaces <> '')",
                        "replaces": "(SELECT replaces FROM invoices WHERE replaces <> '')",
                        "replaces_key": "(SELECT replaces_key FROM invoices WHERE replaces <> '')",
                    ], "UNIQUE"
                ),
            ]),
        Row(
            table: "lines", fresh: ["line_number": "900"],
            wrong: [
                (["invoice_id": "800"], "FOREIGN KEY"), (["line_number": "1"], "UNIQUE"), (["line_number": "0"], "CHECK"),
                (["hours": "0"], "CHECK"), (["hours": "100000"], "CHECK"), (["rate": "0"], "CHECK"),
                (["amount": "0"], "CHECK"), (["amount": "1.5"], "cannot store REAL"),
            ]),
        Row(
            table: "decisions", fresh: ["run_number": "2", "disposition": "'denied'", "paid_hours": "0", "paid_amount": "0"],
            wrong: [
                (["run_number": "9"], "FOREIGN KEY"), (["run_number": "1"], "UNIQUE"), (["line_number": "900"], "FOREIGN KEY"),
                (["disposition": "'approved'"], "CHECK"), (["disposition": "'paid'"], "CHECK"),
                (["disposition": "'reduced'", "paid_amount": "-1"], "CHECK"), (["paid_amount": "1"], "CHECK"),
                (["held_amount": "1"], "CHECK"), (["disposition": "'pended'"], "CHECK"),
                (["disposition": "'pended'", "held_amount": "5", "paid_hours": "1"], "CHECK"),
                (["disposition": "'reversed'", "paid_amount": "1"], "CHECK"),
                (["disposition": "'withdrawn'", "paid_hours": "1"], "CHECK"), (["is_capped": "2"], "CHECK"),
            ]),
        Row(
            table: "dispositions", fresh: ["disposition_id": "900"],
            wrong: [
                (["run_number": "9"], "FOREIGN KEY"), (["invoice_id": "800"], "FOREIGN KEY"), (["action": "'pay'"], "CHECK"),
                (["action": "'deny'", "rule": "'worker-day'"], "CHECK"), (["action": "'release'", "rule": "''"], "CHECK"),
                (["decided_by": "''"], "CHECK"), (["reason": "''"], "CHECK"),
            ]),
        Row(
            table: "opening_balances", fresh: ["service": "'new'"],
            wrong: [
                (["service": "service"], "UNIQUE"), (["form": "'X'"], "CHECK"), (["hours": "-1"], "CHECK"),
                (["amount": "-1"], "CHECK"),
            ]),
        Row(
            table: "subjects", fresh: ["id": "'new'"],
            wrong: [
                (["run_number": "9"], "FOREIGN KEY"), (["id": "id"], "UNIQUE"), (["kind": "'worker'"], "CHECK"),
            ]),
        Row(
            table: "agreement_changes", fresh: ["rule": "'new'"],
            wrong: [
                (["run_number": "9"], "FOREIGN KEY"), (["rule": "rule"], "UNIQUE"), (["is_found": "2"], "CHECK"),
            ]),
        Row(
            table: "reports", fresh: ["name": "'new.csv'"],
            wrong: [(["run_number": "9"], "FOREIGN KEY"), (["name": "name"], "UNIQUE")]),
        Row(
            table: "recoveries", fresh: ["recovery_id": "900", "invoice_id": "1"],
            wrong: [
                (["run_number": "9"], "FOREIGN KEY"), (["invoice_id": "800"], "FOREIGN KEY"), (["amount": "0"], "CHECK"),
                (["invoice_id": "invoice_id"], "UNIQUE"),
            ]),
        Row(
            table: "recovery_takings", fresh: ["invoice_id": "1"],
            wrong: [
                (["run_number": "9"], "FOREIGN KEY"), (["invoice_id": "800"], "FOREIGN KEY"), (["amount": "0"], "CHECK"),
                (["recovery_id": "800"], "FOREIGN KEY"), (["invoice_id": "invoice_id"], "UNIQUE"),
                (["amount": "1000000"], "more would be taken than is owed"),
            ]),
        Row(
            table: "bundles", fresh: ["sequence": "2", "file_id": "2"],
            wrong: [
                (["run_number": "9"], "FOREIGN KEY"), (["file_id": "800"], "FOREIGN KEY"), (["sequence": "1"], "UNIQUE"),
                (["sequence": "0"], "CHECK"), (["file_id": "file_id"], "UNIQUE"), (["week": "'2026-41'"], "CHECK"),
                (["manifest_sha256": "'x'"], "CHECK"), (["amount": "-1"], "CHECK"), (["hours": "-1"], "CHECK"),
            ]),
        Row(
            table: "bundle_reviews", fresh: ["number_key": "'new-1'", "invoice_number": "'NEW-1'"],
            wrong: [
                (["run_number": "9"], "FOREIGN KEY"), (["sequence": "8"], "FOREIGN KEY"), (["number_key": "'NEW-1'"], "CHECK"),
                (["number_key": "number_key", "invoice_number": "invoice_number"], "UNIQUE"),
                (["decision": "'maybe'"], "CHECK"), (["provider_id": "''"], "CHECK"), (["reviewer": "''"], "CHECK"),
            ]),
        Row(
            table: "run_hashes", fresh: ["table_name": "'new'"],
            wrong: [
                (["run_number": "9"], "FOREIGN KEY"), (["table_name": "table_name"], "UNIQUE"),
                (["row_count": "row_count + 1"], "CHECK"),
            ]),
        Row(
            table: "open_items", fresh: ["invoice_id": "1", "line_number": "1"],
            wrong: [
                (["line_number": "900"], "FOREIGN KEY"), (["invoice_id": "invoice_id", "line_number": "line_number"], "UNIQUE"),
            ]),
        Row(
            table: "child_invoices", fresh: ["child_id": "'new'"],
            wrong: [
                (["invoice_id": "900"], "FOREIGN KEY"), (["child_id": "child_id"], "UNIQUE"),
                (["last_date": "'2000-01-01'"], "CHECK"),
            ]),
        Row(
            table: "balances", fresh: ["service": "'new'"],
            wrong: [
                (["service": "service"], "UNIQUE"), (["hours": "-1"], "CHECK"), (["amount": "-1"], "CHECK"),
                (["line_count": "-1"], "CHECK"), (["is_capped": "2"], "CHECK"),
            ]),
        Row(
            table: "service_months", fresh: ["month": "'2026-01'"],
            wrong: [(["month": "month"], "UNIQUE"), (["line_count": "-1"], "CHECK")]),
        Row(
            table: "worker_days", fresh: ["worker": "'new'"],
            wrong: [(["worker": "worker"], "UNIQUE"), (["hours": "-1"], "CHECK")]),
        Row(
            table: "paid_beside_held", fresh: ["invoice_id": "1", "line_number": "1"],
            wrong: [
                (["line_number": "900"], "FOREIGN KEY"), (["invoice_id": "invoice_id", "line_number": "line_number"], "UNIQUE"),
            ]),
        Row(
            table: "open_recoveries", fresh: ["recovery_id": "900"], needs: anotherRecovery,
            wrong: [
                (["recovery_id": "800"], "FOREIGN KEY"), (["recovery_id": "recovery_id"], "UNIQUE"), (["amount": "0"], "CHECK"),
            ]),
        Row(
            table: "agreement_findings", fresh: ["rule": "'new'"],
            wrong: [(["rule": "rule"], "UNIQUE"), (["month": "NULL"], "NOT NULL")]),
    ]

    @Test(arguments: rows.indices) func onlyRowsThatCanBeAreAccepted(_ index: Int) throws {
        let row = Self.rows[index]
        #expect(try refusal(row, [:]) == nil, "\(row.table): the fresh row")
        for (change, expected) in row.wrong {
            let found = try refusal(row, change)
            #expect(found?.contains(expected) == true, "\(row.table) \(change): \(found ?? "accepted")")
        }
    }

    private func refusal(_ row: Row, _ change: [String: String]) throws -> String? {
        let columns = try withStore { try $0.read { try $0.columns(in: row.table).map { $0.name } } }
        let values = columns.map { change[$0] ?? row.fresh[$0] ?? $0 }
        return try refusal(
            row.needs + "INSERT INTO \(row.table) SELECT \(values.joined(separator: ", ")) FROM \(row.table) LIMIT 1")
    }

    @Test func everyTableIsLookedAt() throws {
        let tables = try withStore { queue in
            try queue.read {
                try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            }
        }
        #expect(tables == (Schema.appendOnly + Schema.derived).sorted())
        #expect(Set(Self.rows.map { $0.table }) == Set(tables).subtracting(["finished_runs"]))
    }

    @Test func aRunIsFinishedOnceAndOnlyIfItIsPosted() throws {
        #expect(try refusal("INSERT INTO finished_runs VALUES (9)")?.contains("FOREIGN KEY") == true)
        #expect(try refusal("INSERT INTO finished_runs VALUES (2)")?.contains("UNIQUE") == true)
    }
}
