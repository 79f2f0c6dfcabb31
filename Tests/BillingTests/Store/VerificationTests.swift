import Foundation
import GRDB
import Testing

@testable import Billing

/// Whatever is changed in a store, `verify` names the place.
@Suite struct VerificationTests {
    private let month: PostedMonth

    init() throws { month = try PostedMonth.shared.get() }

    /// The sentence with which `verify` refuses a store; nil when it proves it.
    private func complaint(_ store: String, out: String? = nil) -> Stop? {
        do throws(Stop) {
            _ = try Verification.verify(store, out: out ?? month.out)
            return nil
        } catch {
            return error
        }
    }

    @Test func aStoreThatNobodyTouchedIsProved() throws {
        let (folder, store) = try month.copy()
        defer { withExtendedLifetime(folder) {} }
        let proof = try Verification.verify(store, out: month.out)
        #expect(proof.lines[0] == "\(store) is as it was posted.")
        #expect(proof.text.contains("the last is 2026-10-19-0002"))
        #expect(proof.text.contains(" files of 2 runs are those that were posted"))
    }

    @Test func aStoreWithoutRunsIsProved() throws {
        let folder = try Folder()
        _ = try Store.open(folder.path("new.sqlite"))
        let proof = try Verification.verify(folder.path("new.sqlite"), out: nil)
        #expect(proof.text.contains("runs       0"))
    }

    /// What is done to the store, and what the sentence names.
    static let tampering: [(sql: String, names: String)] = [
        ("UPDATE runs SET program = 'another' WHERE run_number = 1", "runs, run 2026-10-12-0001: found other values"),
        ("UPDATE runs SET previous_hash = 'x' WHERE run_number = 2", "runs, run 2026-10-19-0002: found another previous"),
        ("UPDATE runs SET paid = paid + 100, adjusted = adjusted - 100 WHERE run_number = 2", "runs, run 2026-10-19-0002"),
        ("DELETE FROM registers WHERE run_number = 1 AND name = 'rates.csv'", "registers, run 2026-10-12-0001, register"),
        ("UPDATE registers SET sha256 = 'x' WHERE run_number = 2 AND name = 'rates.csv'", "register rates.csv: found other"),
        ("UPDATE files SET name = 'other.csv' WHERE file_id = 3", "files, run 2026-10-12-0001, file_id 3: found other"),
        ("UPDATE invoices SET total = total + 1 WHERE invoice_id = 7", "invoices, run 2026-10-12-0001, invoice_id 7"),
        ("UPDATE lines SET worker = 'W-9' WHERE invoice_id = 7 AND line_number = 2", "lines, run 2026-10-12-0001, "
            + "invoice_id 7 line_number 2: found other values"),
        ("UPDATE lines SET amount = 1 WHERE invoice_id = 72 AND line_number = 1", "lines, run 2026-10-19-0002, invoice_id"),
        ("DELETE FROM decisions WHERE invoice_id = 7 AND line_number = 3", "decisions, run 2026-10-12-0001, invoice_id 7"),
        ("UPDATE decisions SET findings = '' WHERE findings <> '' AND run_number = 2", "decisions, run 2026-10-19-0002, inv"),
        ("UPDATE decisions SET paid_amount = paid_amount + 1 WHERE disposition = 'paid' AND run_number = 1",
            "decisions, run 2026-10-12-0001, invoice_id 1 line_number 1: found other values"),
        ("UPDATE dispositions SET decided_by = 'FIN-9' WHERE disposition_id = 2", "dispositions, run 2026-10-19-0002, "
            + "disposition_id 2"),
        ("DELETE FROM dispositions", "dispositions, run 2026-10-19-0002, after its last row: found 0 rows"),
        ("UPDATE opening_balances SET hours = hours + 1", "opening_balances, run 2026-10-12-0001, agreement_id"),
        ("DELETE FROM subjects WHERE kind = 'child' AND id = (SELECT max(id) FROM subjects WHERE kind = 'child')",
            "subjects, run 2026-10-12-0001"),
        ("UPDATE agreement_changes SET is_found = 0 WHERE run_number = 1", "agreement_changes, run 2026-10-12-0001"),
        ("UPDATE reports SET sha256 = 'x' WHERE run_number = 1 AND name = 'run.json'", "reports, run 2026-10-12-0001, run"),
        ("UPDATE recoveries SET amount = amount - 1", "recoveries, run 2026-10-19-0002, recovery_id 1: found other values"),
        ("INSERT INTO recovery_takings SELECT recovery_id, 2, invoice_id, 1 FROM recoveries", "recovery_takings, run "
            + "2026-10-19-0002, recovery_id 1"),
        ("INSERT INTO bundles SELECT 1, 2, 1, '2026-W41', sha256, 1, 1, 1, 1 FROM files LIMIT 1", "bundles, run "
            + "2026-10-19-0002, sequence 1: found 1 rows, expected the 0 posted"),
        ("INSERT INTO bundles SELECT 1, 1, 1, '2026-W41', sha256, 1, 1, 1, 1 FROM files LIMIT 1; INSERT INTO "
            + "bundle_reviews VALUES (1, 'P-1', 'x-1', 1, 'X-1', '2026-10-01', '2026-10-02', 'approved', 'AAP-1')",
            "bundles, run 2026-10-12-0001, sequence 1"),
        ("UPDATE open_recoveries SET amount = amount - 1", "open_recoveries, row 1 in the order of its key"),
        ("UPDATE run_hashes SET sha256 = 'x' WHERE run_number = 2 AND table_name = 'lines'", "run_hashes, run "
            + "2026-10-19-0002, lines: found another hash"),
        ("UPDATE run_hashes SET row_marks = zeroblob(length(row_marks)) WHERE run_number = 2 AND table_name = 'files'",
            "run_hashes, run 2026-10-19-0002, files, file_id"),
        ("DELETE FROM run_hashes WHERE run_number = 2 AND table_name = 'lines'", "run_hashes, run 2026-10-19-0002, lines"),
        ("DELETE FROM finished_runs WHERE run_number = 1", "finished_runs, run 2026-10-12-0001: found no row"),
        ("INSERT INTO open_items " + Schema.openItemRows(of: "(SELECT 1 AS invoice_id, 1 AS line_number, '2026-10-12' AS "
            + "held_since)"), "open_items, invoice_id 1 line_number 1: found a row"),
        ("DELETE FROM open_items", "open_items, invoice_id"),
        ("UPDATE open_items SET held_since = '2026-10-01'", "found held_since 2026-10-01, expected 2026-10-1"),
        ("UPDATE open_items SET place = place + 1", ": found another place, expected that of the line"),
        ("UPDATE open_items SET description = description || ' '", ": found another description, expected"),
        ("UPDATE open_items SET amount = amount + 1", ": found another amount, expected"),
        ("UPDATE open_items SET decided_service = ''", ": found another decided_service, expected"),
        ("UPDATE open_items SET is_capped = 1 - is_capped", ": found another is_capped, expected"),
        ("UPDATE open_items SET findings = deciding_rule || ';x'", ": found another findings, expected"),
        ("UPDATE open_items SET deciding_rule = ''", ": found another deciding_rule, expected"),
        ("UPDATE open_items SET contract_rate = CASE WHEN contract_rate IS NULL THEN 0 END",
            ": found another contract_rate, expected"),
        ("UPDATE balances SET hours = hours + 1 WHERE agreement_id = 'A-1002'", "balances, row"),
        ("DELETE FROM balances WHERE agreement_id = 'A-1002'", "(agreement_id A-1002 service"),
        ("INSERT INTO balances VALUES ('A-1', 's', 'c', 'AAP', 1, 1, 1, 1)", "balances, row 1 in the order of its key"),
        ("UPDATE service_months SET line_count = line_count - 1 WHERE agreement_id = 'A-1002'", "service_months, row"),
        ("UPDATE worker_days SET hours = 0", "worker_days, row 1 in the order of its key (service_date 20"),
        ("UPDATE worker_days SET hours = hours + 4611686018427387904 WHERE worker = (SELECT max(worker) FROM worker_days)",
            "worker_days, row"),
        ("DELETE FROM worker_days WHERE worker = (SELECT max(worker) FROM worker_days)", "worker_days, row"),
        ("UPDATE child_invoices SET last_date = '2030-01-01' WHERE invoice_id = 12", "child_invoices, row"),
        ("DELETE FROM child_invoices WHERE invoice_id = 9", "(invoice_id 9 first_date"),
        ("UPDATE run_hashes SET row_count = row_count + 1 WHERE run_number = 1",
            "run_hashes, run 2026-10-12-0001, registers: found row_count"),
        (rewritten("decisions", "line_number, run_number)", "line_number, run_number DESC)"), "decisions, "),
        (rewritten("worker_days", "provider_id, worker)", "provider_id, worker DESC)"), "worker_days, row"),
        (schema("UPDATE sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM sqlite_schema WHERE name IN "
            + "('invoices_by_file', 'invoices_by_agreement')) - rootpage "
            + "WHERE name IN ('invoices_by_file', 'invoices_by_agreement')"),
            "the file itself: found \"row 1 missing from index"),
        (schema("UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'balances') "
            + "WHERE name = 'service_months'"), "the file itself: found \"*** in database main"),
        (unstrict("lines", "SET worker = CAST(worker AS BLOB) WHERE invoice_id = 12"), "non-TEXT value in lines.worker"),
        (unstrict("decisions", "SET paid_amount = CAST(paid_amount AS BLOB) WHERE invoice_id = 12"),
            "the file itself: found \"non-INTEGER value in decisions.paid_amount"),
        (unstrict("decisions", "SET service = CAST(service AS BLOB) WHERE invoice_id = 12"), "value in decisions.service"),
        (unstrict("worker_days", "SET hours = CAST(hours AS BLOB)"), "non-INTEGER value in worker_days.hours"),
        (unstrict("child_invoices", "SET last_date = CAST(last_date AS BLOB)"), "value in child_invoices.last_date"),
        (unstrict("service_months", "SET line_count = CAST(line_count AS BLOB)"), "value in service_months.line_count"),
        (unstrict("invoices", "SET total = CAST(total AS BLOB) WHERE invoice_id = 12"), "value in invoices.total"),
        (unstrict("open_items", "SET held_since = CAST(held_since AS BLOB)"), "value in open_items.held_since"),
        ("CREATE TABLE another (a INTEGER) STRICT; INSERT INTO another VALUES (1); "
            + unstrict("another", "SET a = x'31'"), "non-INTEGER value in another.a"),
        ("DELETE FROM paid_beside_held", "paid_beside_held, row 1 in the order of its key (invoice_id"),
        ("UPDATE paid_beside_held SET hours = hours + 1", "paid_beside_held, row 1 in the order of its key (invoice_id"),
        ("UPDATE paid_beside_held SET decided_service = ''", "paid_beside_held, row 1 in the order of its key (invoice_id"),
        ("UPDATE paid_beside_held SET description = 'x'", "paid_beside_held, row 1 in the order of its key (invoice_id"),
        ("INSERT INTO paid_beside_held " + Schema.paidRows(of: "(SELECT 1 AS invoice_id, 1 AS line_number)"), "paid_beside_held, row 1 in the order of its key (invoice_id 1"),
        ("DELETE FROM agreement_findings", "agreement_findings, row 1 in the order of its key (agreement_id"),
    ]

    /// Changes how the file is described, as SQLite allows with a word.
    private static func schema(_ sql: String) -> String {
        "PRAGMA writable_schema = ON; \(sql); PRAGMA writable_schema = RESET;"
    }

    /// Changes values of a table to such of another kind, which read the same, as if it were not strict.
    private static func unstrict(_ table: String, _ change: String) -> String {
        func exchange(_ old: String, _ new: String) -> String {
            schema("UPDATE sqlite_schema SET sql = replace(sql, '\(old)', '\(new)') WHERE name = '\(table)'")
        }
        return "\(exchange(") STRICT", ") /**/")) UPDATE \(table) \(change); \(exchange(") /**/", ") STRICT"))"
    }

    /// Writes a table's rows anew in another order than that of its key, which then says again what it said.
    private static func rewritten(_ table: String, _ key: String, _ other: String) -> String {
        func exchange(_ old: String, _ new: String) -> String {
            schema("UPDATE sqlite_schema SET sql = replace(sql, '\(old)', '\(new)') WHERE name = '\(table)'")
        }
        return """
            CREATE TEMP TABLE kept AS SELECT * FROM \(table); DELETE FROM \(table);
            \(exchange(key, other)) INSERT INTO \(table) SELECT * FROM kept; \(exchange(other, key)) DROP TABLE kept;
            """
    }

    @Test(arguments: tampering) func whatWasChangedIsNamed(_ sql: String, _ names: String) throws {
        let (folder, store) = try month.copy()
        defer { withExtendedLifetime(folder) {} }
        try PostedMonth.tamper(store, sql)
        let stop = complaint(store)
        #expect(stop?.code == .unusableData)
        #expect(stop?.message.contains(names) == true, "\(stop?.message ?? "it was proved")")
        #expect(stop?.message.firstMatch(of: /\b[CW]-\d/) == nil, "no child or worker is named")
        for threads in [1, 3] {
            let shared = #expect(throws: Stop.self) {
                try Verification.verify(
                    store, out: month.out, threads: threads, LineReading.Shares(invoices: 1, room: 0))
            }
            #expect(shared?.message == stop?.message, "however the work is shared")
        }
    }

    @Test(arguments: [1, 2, 5], [1, 7, 1000])
    func howTheWorkIsSharedChangesNothing(_ threads: Int, _ invoices: Int) throws {
        let (folder, store) = try month.copy()
        defer { withExtendedLifetime(folder) {} }
        let proof = try Verification.verify(store, out: month.out)
        for room in [0, 1000, 1 << 20] {
            let shares = LineReading.Shares(invoices: invoices, room: room)
            #expect(try Verification.verify(store, out: month.out, threads: threads, shares) == proof)
        }
    }

    @Test func aRunThatIsPostedWhileConnectionsAreOpenedIsSeenByAll() throws {
        let month = try SampleMonth()
        try month.run(1)
        var hasRun = false
        let proof = try Verification.verify(
            month.folder.path("store.sqlite"), out: nil, threads: 2, LineReading.Shares()
        ) { opened in
            guard opened == 1, !hasRun else { return }
            hasRun = (try? month.run(2)) != nil
        }
        #expect(hasRun)
        #expect(proof.text.contains("the last is 2026-10-19-0002"))
    }

    /// Their rows are read one after the other, and nothing else is looked at.
    @Test(arguments: Soundness.large) func aLargeTableHasNoIndexBesideItsKey(_ table: String) throws {
        let (folder, store) = try month.copy()
        defer { withExtendedLifetime(folder) {} }
        let others = try DatabaseQueue(path: store).read {
            try String.fetchAll($0, sql: "SELECT name FROM pragma_index_list(?) WHERE origin <> 'pk'", arguments: [table])
        }
        #expect(others == [])
    }

    @Test func everyTableIsTamperedWith() {
        let named = Set(Self.tampering.map { $0.sql.split(separator: " ") }.flatMap { $0.map(String.init) })
        for table in Schema.appendOnly + Schema.derived { #expect(named.contains(table), "\(table)") }
    }

    @Test func aGuardThatWasTakenAwayIsNamed() throws {
        let (folder, store) = try month.copy()
        defer { withExtendedLifetime(folder) {} }
        try DatabaseQueue(path: store).write { try $0.execute(sql: "DROP TRIGGER lines_is_never_changed") }
        #expect(complaint(store)?.message.contains("trigger lines_is_never_changed: found nothing") == true)
    }

    @Test func aRunThatWasTakenAwayWholeIsMissedByItsReports() throws {
        let (folder, store) = try month.copy()
        defer { withExtendedLifetime(folder) {} }
        let tables = Schema.appendOnly.filter { !["lines", "opening_balances"].contains($0) }
        let rows = tables.map { "DELETE FROM \($0) WHERE run_number = 2;" }.reversed().joined()
        try PostedMonth.tamper(
            store, "DELETE FROM lines WHERE invoice_id IN (SELECT invoice_id FROM invoices WHERE run_number = 2);" + rows)
        #expect(complaint(store)?.code == .unusableData)
    }

    @Test(arguments: ["decisions.csv", "run.json", "payments.csv"]) func aReportThatWasChangedIsNamed(_ name: String) throws {
        let own = try Folder()
        try FileManager.default.copyItem(atPath: month.out, toPath: own.path("out"))
        let (folder, store) = try month.copy()
        defer { withExtendedLifetime(folder) {} }
        let path = own.path("out/2026-10-12-0001/\(name)")
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: path))
        #expect(complaint(store, out: own.path("out"))?.message.contains("2026-10-12-0001, \(name): found other bytes") == true)
        try FileManager.default.removeItem(atPath: path)
        #expect(complaint(store, out: own.path("out"))?.message.contains("\(name): found no such file") == true)
        try FileManager.default.removeItem(atPath: own.path("out/2026-10-12-0001"))
        #expect(complaint(store, out: own.path("out")) == nil, "a run's directory may be put away")
    }

    @Test func anOldBackupIsKnownByItsReports() throws {
        let old = try SampleMonth()
        try old.run(1)
        #expect(complaint(old.folder.path("store.sqlite"))?.message.contains("latest on 2026-10-19-0002") == true)
    }

    @Test func whatIsNoStoreIsRefused() throws {
        let folder = try Folder()
        #expect(complaint(folder.path("absent"))?.code == .missingInput)
        try Data().write(to: folder.url.appending(path: "empty"))
        #expect(complaint(folder.path("empty"))?.code == .unusableData)
        try Data(repeating: 7, count: 5000).write(to: folder.url.appending(path: "noise"))
        #expect(complaint(folder.path("noise"))?.code == .unusableData)
    }

    /// SQLite quotes the schema that it can't read, line after line; a sentence of ours is one line.
    @Test func aDamagedSchemaIsToldInOneSentence() throws {
        let month = try SampleMonth()
        try month.run(1)
        let path = month.folder.path("store.sqlite")
        var bytes = try Data(contentsOf: URL(filePath: path))
        let word = try #require(bytes.range(of: Data("WHEN 'paid' THEN".utf8)))
        bytes[word.lowerBound - 1] = UInt8(ascii: "\"")
        try bytes.write(to: URL(filePath: path))
        let stop = #expect(throws: Stop.self) { try month.run(2) }
        #expect(stop?.code == .unusableData)
        #expect(stop?.message.contains("is no sound store (malformed database schema") == true)
        #expect(stop?.message.contains("\n") == false && (stop?.message.count ?? 1000) < 400)
    }
}
