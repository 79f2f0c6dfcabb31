import GRDB

/// Works out anew the hash of every run from the rows that it posted, each table being read once.
struct ChainProof {
    let database: Database
    let runs: [VerifiedRun]

    /// What was found in each table.
    let tables: [String: [Int: RunDigests.Finding]]

    private typealias Found = (name: String, finding: RunDigests.Finding)

    /// - Returns: how many rows were hashed.
    /// - Throws: `Difference`.
    func prove() throws -> Int {
        let findings = Schema.hashed.map { tables[$0] ?? [:] }
        let own = try ownHashes()
        var previous = Chain.start
        for (index, run) in runs.enumerated() {
            try requireNext(run, after: previous, place: index)
            let posted = try postedHashes(run.number)
            let found: [Found] = zip(Schema.hashed, findings).compactMap { name, runs in
                let finding = runs[run.number] ?? RunDigests.Finding(hash: RowDigest().finish())
                let isOptional = Schema.hashedWhereThereAreAny.contains(name)
                return isOptional && finding.rows == 0 && posted[name] == nil ? nil : (name, finding)
            }
            let hash = Chain.hash(run: own[index], tables: found.map { $0.finding.hash })
            try compare(run, hash, found, posted)
            previous = run.hash
        }
        return findings.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1.rows } }
    }

    private func requireNext(_ run: VerifiedRun, after previous: String, place: Int) throws {
        guard run.number == place + 1 else {
            throw Difference(
                table: "runs", run: run.runID, row: "", found: "number \(run.number)", expected: "\(place + 1), the next")
        }
        guard run.previousHash == previous else {
            throw Difference(
                table: "runs", run: run.runID, row: "", found: "another previous_hash",
                expected: "the hash of the run before it")
        }
    }

    /// Names what is wrong where a run's hash is: the table whose rows no longer have the hash that was posted, and the
    /// first of them.
    private func compare(
        _ run: VerifiedRun, _ hash: String, _ found: [Found],
        _ posted: [String: (rows: Int, sha256: String)]
    ) throws {
        for (name, finding) in found where posted[name]?.sha256 != finding.hash {
            if hash == run.hash {
                throw Difference(
                    table: "run_hashes", run: run.runID, row: name, found: "another hash", expected: "that of its rows")
            }
            let count = posted[name]?.rows ?? 0
            throw Difference(
                table: name, run: run.runID, row: finding.row ?? (finding.rows < count ? "after its last row" : ""),
                found: finding.rows == count ? "other values" : "\(finding.rows) rows",
                expected: finding.rows == count ? "those posted" : "the \(count) posted")
        }
        guard hash == run.hash else {
            throw Difference(
                table: "runs", run: run.runID, row: "", found: "other values in its row", expected: "those posted")
        }
        for (name, finding) in found {
            if let count = posted[name]?.rows, count != finding.rows {
                throw Difference(
                    table: "run_hashes", run: run.runID, row: name, found: "row_count \(count)",
                    expected: "\(finding.rows), as many as there are")
            }
            if let row = finding.row {
                throw Difference(
                    table: "run_hashes", run: run.runID, row: "\(name), \(row)", found: "another mark",
                    expected: "that of the row")
            }
        }
        guard posted.count == found.count else {
            throw Difference(
                table: "run_hashes", run: run.runID, row: "", found: "\(posted.count) rows",
                expected: "\(found.count), one for each table")
        }
    }

    private func postedHashes(_ run: Int) throws -> [String: (rows: Int, sha256: String)] {
        let statement = try Statement(
            database, "SELECT table_name, row_count, sha256 FROM run_hashes WHERE run_number = ?")
        statement.bind(run)
        var hashes: [String: (rows: Int, sha256: String)] = [:]
        while try statement.step() { hashes[statement.text(0)] = (statement.int(1), statement.text(2)) }
        return hashes
    }

    /// The hashes of the runs' own rows.
    private func ownHashes() throws -> [String] {
        let statement = try Statement(database, "SELECT * FROM runs ORDER BY run_number")
        let kinds = statement.kinds
        var hashes: [String] = []
        while try statement.step() {
            let digest = RowDigest()
            // The hash itself comes last.
            statement.add(0..<statement.columnCount - 1, kinds, to: digest)
            hashes.append(digest.finish())
        }
        return hashes
    }

    /// What is found in all tables but those of `LineReading`.
    static func hashes(_ database: Database) throws -> [String: [Int: RunDigests.Finding]] {
        var hashes: [String: [Int: RunDigests.Finding]] = [:]
        for table in tables {
            let statement = try Statement(database, table.sql)
            let kinds = statement.kinds
            var digests = try RunDigests(database, of: table.name)
            while try statement.step() {
                digests.add(
                    statement, 1..<statement.columnCount, kinds, run: statement.int(0), describe: table.describe)
            }
            hashes[table.name] = digests.finish()
        }
        return hashes
    }
}

extension ChainProof {
    /// What is read of a table: its run, its posted columns in their order, and what its row is called.
    private struct Table: Sendable {
        var name: String
        /// The run, then the columns.
        var sql: String
        /// Tells a row to people, given the row.
        var describe: @Sendable (Statement) -> String
    }

    /// The tables that a run's hash takes up beside lines and decisions.
    private static let tables: [Table] = [
        Table(name: "registers", sql: "SELECT run_number, * FROM registers ORDER BY run_number, name") {
            "register \($0.text(2))"
        },
        Table(name: "files", sql: "SELECT run_number, * FROM files ORDER BY file_id") { "file_id \($0.int(1))" },
        Table(name: "invoices", sql: "SELECT run_number, * FROM invoices ORDER BY invoice_id") {
            "invoice_id \($0.int(1))"
        },
        Table(name: "dispositions", sql: "SELECT run_number, * FROM dispositions ORDER BY disposition_id") {
            "disposition_id \($0.int(1))"
        },
        Table(
            name: "opening_balances",
            sql: "SELECT 1, * FROM opening_balances ORDER BY agreement_id, service, child_id, form"
        ) { "agreement_id \($0.text(1)) service \($0.text(2))" },
        Table(name: "subjects", sql: "SELECT run_number, * FROM subjects ORDER BY kind, id") { "a \($0.text(1))" },
        Table(
            name: "agreement_changes",
            sql: "SELECT run_number, * FROM agreement_changes ORDER BY run_number, agreement_id, rule, month"
        ) { "agreement_id \($0.text(2)) rule \($0.text(3))" },
        Table(name: "reports", sql: "SELECT run_number, * FROM reports ORDER BY run_number, name") { $0.text(2) },
        Table(name: "recoveries", sql: "SELECT run_number, * FROM recoveries ORDER BY recovery_id") {
            "recovery_id \($0.int(1))"
        },
        Table(
            name: "recovery_takings",
            sql: "SELECT run_number, * FROM recovery_takings ORDER BY run_number, recovery_id, invoice_id"
        ) { "recovery_id \($0.int(1)) invoice_id \($0.int(3))" },
        Table(name: "bundles", sql: "SELECT run_number, * FROM bundles ORDER BY sequence") {
            "sequence \($0.int(1))"
        },
        Table(
            name: "bundle_reviews",
            sql: "SELECT run_number, * FROM bundle_reviews ORDER BY sequence, provider_id, number_key"
        ) { "sequence \($0.int(1)) provider_id \($0.text(2)) invoice_number \($0.text(5))" },
    ]
}
