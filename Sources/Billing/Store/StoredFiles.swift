import GRDB

extension Store {
    /// The file under whose name, and the day as of which, these bytes were read before with nothing in them rejected;
    /// nil when they were not.
    func settledFile(_ sha256: String) throws(Stop) -> String? {
        try Self.guarding(path) {
            try queue.read { database in
                try String.fetchOne(
                    database.cachedStatement(
                        sql: """
                            SELECT f.name || ' of ' || r.as_of FROM files f JOIN runs r USING (run_number)
                            WHERE f.sha256 = ? AND f.is_settled = 1
                            """), arguments: [sha256])
            }
        }
    }

    /// Whether an earlier night read a file with these bytes, whatever became of it.
    func isKnownFile(_ sha256: String) throws(Stop) -> Bool {
        try Self.guarding(path) {
            try queue.read { database in
                try Bool.fetchOne(
                    database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM files WHERE sha256 = ?)"),
                    arguments: [sha256]) ?? false
            }
        }
    }

    /// The hashes of a run's inbox files.
    func fileHashes(ofRun number: Int) throws(Stop) -> Set<String> {
        try Self.guarding(path) {
            try queue.read { database in
                try Set(
                    String.fetchAll(
                        database, sql: "SELECT sha256 FROM files WHERE run_number = ?", arguments: [number]))
            }
        }
    }

    /// The opening balances are those of the first run, for good.
    ///
    /// - Throws: `unusableData` when they have changed.
    func requireSameOpeningBalances(
        _ balances: OpeningBalances, _ symbols: Symbols, _ services: ServiceCatalogue
    ) throws(Stop) {
        struct Row: Hashable {
            var cells: [String]
        }
        let kept: Set<Row>? = try Self.guarding(path) {
            try queue.read { database in
                guard try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM runs)") == true else { return nil }
                let statement = try Statement(
                    database,
                    "SELECT agreement_id, service, child_id, form, hours, amount, through_date FROM opening_balances")
                var rows: Set<Row> = []
                while try statement.step() {
                    rows.insert(
                        Row(
                            cells: [0, 1, 2, 3].map { statement.text($0) } + [
                                String(statement.int(4)), String(statement.int(5)), statement.text(6),
                            ]))
                }
                return rows
            }
        }
        guard let kept else { return }
        let given = Set(
            balances.rows.map { row in
                Row(cells: [
                    symbols[row.agreement], services.name(row.service), symbols[row.child], row.form.description,
                    String(row.hours.hundredths), String(row.amount.cents), row.through.description,
                ])
            })
        guard given == kept else {
            throw Stop(
                .unusableData,
                "opening_balances.csv is not what the store's first run found: \(given.subtracting(kept).count) rows are "
                    + "new or changed, \(kept.subtracting(given).count) are gone or changed. What was paid before the "
                    + "first run stays as it was; put the register back as it was then.")
        }
    }
}

extension OpeningBalances {
    /// The rows in the order of their keys' bytes, as the store keeps them.
    func ordered(_ symbols: Symbols, _ services: ServiceCatalogue) -> [OpeningBalance] {
        func key(_ row: OpeningBalance) -> [[UInt8]] {
            [symbols[row.agreement], services.name(row.service), symbols[row.child], row.form.description]
                .map { Array($0.utf8) }
        }
        return rows.map { (key: key($0), row: $0) }
            .sorted { a, b in
                for (left, right) in zip(a.key, b.key) where left != right {
                    return left.lexicographicallyPrecedes(right)
                }
                return false
            }
            .map { $0.row }
    }
}

extension OpeningBalance {
    /// What the balance counts towards; it counts as under a policy with a cap (spec: opening_balances.csv).
    var account: Balances.Account {
        Balances.Account(agreement: agreement, service: service, child: child, form: form, isCapped: true)
    }
}

extension NightReading {
    /// Whether a received invoice of an earlier night named the subject while the registers knew it.
    func isKnown(_ subject: FaultyRow.Subject, _ id: Symbol, _ night: Night) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM subjects WHERE kind = ? AND id = ?)"),
            arguments: [subject.rawValue, night.symbols[id]]) ?? false
    }
}
