import GRDB

/// Works out anew the tables that follow from the decisions, and compares them row by row in the order of their keys.
struct WorkingTableProof {
    let database: Database

    /// A table, what it should hold, and which of its columns tell a row to people without naming a child or a worker.
    private struct Table {
        var name: String
        var columns: [String]
        /// How many columns are the key; the rest are counts and sums, in which zero and no row are the same.
        var keys: Int
        var derived: String
        var shown: [Int]
    }

    /// Proves all tables, one after the other.
    ///
    /// - Parameters:
    ///   - known: tables that are known to be what follows from the decisions.
    ///   - compared: what came of comparing tables already.
    /// - Throws: `Difference`.
    func prove(known: Set<String>, _ compared: [String: Result<Void, any Error>]) throws {
        for table in Self.tables where !known.contains(table.name) {
            if let result = compared[table.name] { try result.get() } else { try prove(table) }
        }
    }

    /// Proves one table.
    ///
    /// - Throws: `Difference`.
    func prove(_ name: String) throws {
        for table in Self.tables where table.name == name { try prove(table) }
    }

    /// The tables that no sums are made of, the one that takes the longest first.
    static let small = tables.map { $0.name }.filter { !WorkingSketches.tables.contains($0) }

    private func prove(_ table: Table) throws {
        let list = table.columns.joined(separator: ", ")
        let order = table.columns.prefix(table.keys).joined(separator: ", ")
        let stored = try Statement(database, "SELECT \(list) FROM \(table.name) ORDER BY \(order)")
        let derived = try Statement(database, "SELECT \(list) FROM (\(table.derived)) ORDER BY \(order)")
        var hasStored = try stored.step()
        var hasDerived = try derived.step()
        var place = 1
        while hasStored || hasDerived {
            let order = !hasDerived ? -1 : !hasStored ? 1 : Self.compare(stored, derived, table.keys)
            if order < 0 {
                throw difference(table, stored, place, found: "a row", expected: "none: no decision leads to it")
            }
            if order > 0 {
                if !Self.isZero(derived, table) {
                    throw difference(table, derived, place, found: "no row", expected: "one with what was decided")
                }
            } else if let column = (table.keys..<table.columns.count).first(where: {
                stored.int(Int32($0)) != derived.int(Int32($0))
            }) {
                throw difference(
                    table, stored, place, found: "\(table.columns[column]) \(stored.int(Int32(column)))",
                    expected: "\(derived.int(Int32(column))), to which the decisions add up")
            }
            if order <= 0 {
                hasStored = try stored.step()
                place += 1
            }
            if order >= 0 { hasDerived = try derived.step() }
        }
    }

    private func difference(
        _ table: Table, _ row: Statement, _ place: Int, found: String, expected: String
    ) -> Difference {
        let cells = table.shown.map { "\(table.columns[$0]) \(row.text(Int32($0)))" }.joined(separator: " ")
        return Difference(
            table: table.name, run: "", row: "row \(place) in the order of its key (\(cells))", found: found,
            expected: expected)
    }

    /// -1, 0 or 1: how two rows' keys stand to each other, texts by bytes.
    private static func compare(_ a: Statement, _ b: Statement, _ keys: Int) -> Int {
        for key in 0..<Int32(keys) {
            if a.isInteger(key), b.isInteger(key) {
                if a.int(key) != b.int(key) { return a.int(key) < b.int(key) ? -1 : 1 }
                continue
            }
            let order = a.withText(key) { left in
                b.withText(key) { right in
                    left.elementsEqual(right) ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
                }
            }
            if order != 0 { return order }
        }
        return 0
    }

    private static func isZero(_ row: Statement, _ table: Table) -> Bool {
        table.keys < table.columns.count && (table.keys..<table.columns.count).allSatisfy { row.int(Int32($0)) == 0 }
    }

    /// Decisions on which money moved, with +1 for a payment and -1 for a reversal.
    private static let moved = """
        FROM decisions d
        CROSS JOIN lines l ON l.invoice_id = d.invoice_id AND l.line_number = d.line_number
        CROSS JOIN invoices i ON i.invoice_id = d.invoice_id
        WHERE d.disposition IN ('paid', 'reduced', 'reversed')
        """

    private static let count = "sum(CASE d.disposition WHEN 'reversed' THEN -1 ELSE 1 END)"

    private static let tables = [
        Table(
            name: "balances",
            columns: ["agreement_id", "service", "child_id", "form", "is_capped", "line_count", "hours", "amount"], keys: 5,
            derived: """
                SELECT i.agreement_id, d.service, l.child_id, i.form, d.is_capped, \(count) AS line_count,
                  sum(d.paid_hours) AS hours, sum(d.paid_amount) AS amount
                \(moved) GROUP BY i.agreement_id, d.service, l.child_id, i.form, d.is_capped
                """, shown: [0, 1, 3]),
        Table(
            name: "service_months", columns: ["month", "agreement_id", "provider_id", "form", "line_count"], keys: 4,
            derived: """
                SELECT substr(l.service_date, 1, 7) AS month, i.agreement_id, i.provider_id, i.form,
                  \(count) AS line_count
                \(moved) GROUP BY substr(l.service_date, 1, 7), i.agreement_id, i.provider_id, i.form
                """, shown: [0, 1, 2]),
        Table(
            name: "worker_days", columns: ["service_date", "provider_id", "worker", "hours"], keys: 3,
            derived: """
                SELECT i.provider_id, l.worker, l.service_date, sum(d.paid_hours) AS hours
                \(moved) AND l.worker <> '' GROUP BY i.provider_id, l.worker, l.service_date
                """, shown: [0, 1]),
        Table(
            name: "child_invoices", columns: ["child_id", "invoice_id", "first_date", "last_date"], keys: 4,
            derived: """
                SELECT child_id, invoice_id, min(service_date) AS first_date, max(service_date) AS last_date
                FROM lines GROUP BY child_id, invoice_id
                """, shown: [1, 2, 3]),
        Table(
            name: "paid_beside_held", columns: Schema.paidBesideHeldColumns, keys: Schema.paidBesideHeldColumns.count,
            derived: Schema.paidBesideHeldRows, shown: [0, 1]),
        Table(
            name: "agreement_findings", columns: ["agreement_id", "rule", "month"], keys: 3,
            derived: """
                SELECT agreement_id, rule, month FROM (
                  SELECT agreement_id, rule, month, is_found, max(run_number) FROM agreement_changes
                  GROUP BY agreement_id, rule, month)
                WHERE is_found = 1
                """, shown: [0, 1, 2]),
        Table(
            name: "open_recoveries", columns: ["recovery_id", "amount"], keys: 1,
            derived: """
                SELECT recovery_id, amount FROM (
                  SELECT recovery_id, r.amount - coalesce((
                    SELECT sum(t.amount) FROM recovery_takings t WHERE t.recovery_id = r.recovery_id), 0) AS amount
                  FROM recoveries r)
                WHERE amount > 0
                """, shown: [0]),
    ]
}
