import GRDB

extension Store {
    /// The bundles of AAP that were accepted, by sequence number: the hash of the manifest, and as what it came.
    func acceptedBundles() throws(Stop) -> [Int: (manifestHash: String, name: String)] {
        try Self.guarding(path) {
            try queue.read { database in
                let statement = try Statement(
                    database,
                    """
                    SELECT b.sequence, b.manifest_sha256, f.name || ' of ' || r.as_of
                    FROM bundles b JOIN files f USING (file_id) JOIN runs r ON r.run_number = b.run_number
                    """)
                var bundles: [Int: (manifestHash: String, name: String)] = [:]
                while try statement.step() { bundles[statement.int(0)] = (statement.text(1), statement.text(2)) }
                return bundles
            }
        }
    }

    /// Lets AAP's reviews in bundles, tonight's and those of earlier nights, count as those of the register do.
    func addBundleReviews(to night: inout Night) throws(Stop) {
        let reviews = try Self.guarding(path) {
            try queue.read { database in
                try Self.findEarlierBundles(of: &night, database)
                return try Self.bundleReviews(of: &night, database)
            }
        }
        // The latest bundle's first: of reviews of one day the last counts.
        for entry in reviews.sorted(by: { $0.sequence > $1.sequence }) {
            night.registers.reviews.add(entry.review, of: entry.key.number, provider: entry.key.provider)
        }
    }

    /// Tells of the invoices of earlier nights in which bundle they came.
    private static func findEarlierBundles(of night: inout Night, _ database: Database) throws {
        guard try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM bundles)") == true else { return }
        let statement = try Statement(
            database,
            """
            SELECT b.week, b.sequence FROM invoices i JOIN bundles b ON b.file_id = i.file_id WHERE i.invoice_id = ?
            """)
        for index in night.invoices.indices where night.invoices[index].isEarlier {
            guard night.invoices[index].invoice.form == .aap, let id = night.invoices[index].storeID else { continue }
            statement.bind(id)
            guard try statement.step() else { continue }
            night.earlierBundles[index] = (statement.text(0), statement.int(1))
            statement.reset()
        }
    }

    private typealias Stored = (sequence: Int, key: InvoiceKey, review: Review)

    private static func bundleReviews(of night: inout Night, _ database: Database) throws -> [Stored] {
        var asked = Set(night.invoices.filter { $0.invoice.form == .aap }.map { $0.invoice.key })
        var reviews: [Stored] = []
        for bundle in night.acceptedBundles {
            for review in bundle.reviews {
                let key = InvoiceKey(night.symbols.intern(review.provider), night.symbols.intern(review.numberKey))
                if asked.contains(key) { reviews.append((bundle.manifest!.sequence, key, review.review)) }
            }
        }
        guard try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM bundle_reviews)") == true else {
            return reviews
        }
        let statement = try Statement(
            database,
            """
            SELECT sequence, decision, review_date, received_date FROM bundle_reviews
            WHERE provider_id = ? AND number_key = ?
            """)
        while let key = asked.popFirst() {
            statement.bind(key.provider, night.symbols).bind(key.number, night.symbols)
            while try statement.step() {
                let review = Review(
                    returned: statement.text(1) == "returned", date: statement.day(2), received: statement.day(3))
                reviews.append((statement.int(0), key, review))
            }
        }
        return reviews
    }
}

/// Posts the bundles that a night accepted, with AAP's reviews in them.
enum BundlePosting {
    static func post(
        _ night: Night, _ database: Database, bundles: RowDigest, reviews: RowDigest
    ) throws {
        if night.acceptedBundles.isEmpty { return }
        let bundle = try Statement(
            database, "INSERT INTO bundles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", digest: bundles)
        let review = try Statement(
            database, "INSERT INTO bundle_reviews VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", digest: reviews)
        for entry in night.acceptedBundles {
            let manifest = entry.manifest!
            let file = try Int.fetchOne(
                database, sql: "SELECT file_id FROM files WHERE run_number = ? AND name = ?",
                arguments: [night.runNumber, night.files[entry.file].name])
            try bundle.bind(manifest.sequence).bind(night.runNumber).bind(file).bind(manifest.week.description)
                .bind(entry.manifestHash).bind(manifest.totals.invoices).bind(manifest.totals.lines)
                .bind(manifest.totals.hours.hundredths).bind(manifest.totals.amount.cents).run()
            for row in entry.reviews.sorted(by: {
                ($0.provider, $0.numberKey) < ($1.provider, $1.numberKey)
            }) {
                try review.bind(manifest.sequence).bind(row.provider).bind(row.numberKey).bind(night.runNumber)
                    .bind(row.number).bind(row.received.description).bind(row.date.description).bind(row.decision)
                    .bind(row.reviewer).run()
            }
        }
    }
}
