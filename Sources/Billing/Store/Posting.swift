import Crypto
import GRDB

/// What is posted of a run beside the decided night.
struct PostedRun {
    var runID: String
    var program: String
    var inputs: String
    var outDirectory: String
    var inboxDirectory: String
    var archiveDirectory: String?
    /// Name and SHA-256 of every report.
    var reports: [(name: String, sha256: String)]
    var previousHash: String
}

/// Writes a decided night into the store, within the one transaction that makes it have happened.
struct Posting {
    let database: Database
    private(set) var outcome: Outcome
    private var run: PostedRun
    private var digests: [String: RowDigest] = [:]

    var night: Night { outcome.night }

    /// How many decisions are posted without a page of them being written before the commit.
    private static let largestInMemory = 50_000
    /// How many pages such a posting has in memory at most: 128 MiB.
    private static let mostPages = 32_768

    /// - Throws: `Stop` when the posted totals would not move by what was paid less what was reversed.
    ///
    /// - Parameter reports: name and SHA-256 of every report, asked for when all else is posted: they may be written
    ///   meanwhile.
    static func post(
        _ outcome: Outcome, _ run: PostedRun, _ database: Database,
        reports: () throws -> [(name: String, sha256: String)]
    ) throws {
        // A page that goes into the log before the commit is written there twice, and all behind it with it. Within a
        // transaction SQLite hears how many pages are kept, and neither ON nor OFF; at least those of its cache are.
        let isSmall = outcome.rows.count <= largestInMemory
        try database.execute(sql: "PRAGMA cache_spill = \(isSmall ? mostPages : 1)")
        var posting = Posting(database: database, outcome: outcome, run: run)
        for table in Schema.hashed { posting.digests[table] = RowDigest() }
        // Reading the night has found that the balances come to it.
        let before = try Int.fetchOne(database, sql: "SELECT coalesce(sum(paid - reversed), 0) FROM runs") ?? 0
        let own = try posting.insertRun()
        try posting.insertRegisters()
        try posting.insertReceived()
        try posting.insertDecisions()
        try posting.insertDispositions()
        try posting.insertOpeningBalances()
        try posting.insertSubjects()
        let changes = try AgreementChanges(database: database, outcome: outcome).all()
        try posting.insert(changes)
        try posting.insertRecoveries()
        try BundlePosting.post(
            posting.night, database, bundles: posting.digests["bundles"]!, reviews: posting.digests["bundle_reviews"]!)
        try WorkingTables(database: database, outcome: posting.outcome, changes: changes).update()
        let moved = try posting.postedTotal() - before
        let lines = outcome.totals.lines
        guard moved == lines.paid.cents - lines.reversed.cents else {
            throw Stop(
                .programFault,
                "The posted totals would move by \(Money(cents: moved).dollars), but "
                    + "\(Money(cents: lines.paid.cents - lines.reversed.cents).dollars) were paid less what was "
                    + "reversed. Nothing was posted; keep the inputs and report this.")
        }
        posting.run.reports = try reports()
        try posting.insertReports()
        try posting.completeRun(own)
        try posting.finishEarlierRuns()
    }

    private init(database: Database, outcome: Outcome, run: PostedRun) {
        self.database = database
        self.outcome = outcome
        self.run = run
    }

    private func postedTotal() throws -> Int {
        try Int.fetchOne(database, sql: "SELECT coalesce(sum(amount), 0) FROM balances") ?? 0
    }

    /// An insert whose values are taken up into the hash of its table.
    func insert(_ table: String, _ columns: Int) throws -> Statement {
        let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
        return try Statement(database, "INSERT INTO \(table) VALUES (\(marks))", digest: digests[table])
    }

    private func insertRegisters() throws {
        let statement = try insert("registers", 4)
        for register in night.registers.files.sorted(by: { $0.name < $1.name }) {
            try statement.bind(night.runNumber).bind(register.name).bind(register.rows).bind(register.sha256).run()
        }
    }

    /// Files, invoices that were received, and their lines. Gives each received invoice its id.
    private mutating func insertReceived() throws {
        var fileID = try Int.fetchOne(database, sql: "SELECT coalesce(max(file_id), 0) FROM files") ?? 0
        var invoiceID = try Int.fetchOne(database, sql: "SELECT coalesce(max(invoice_id), 0) FROM invoices") ?? 0
        let files = try insert("files", 7)
        let invoices = try insert("invoices", 15)
        let lines = try insert("lines", 13)
        let children = try Statement(database, "INSERT INTO child_invoices VALUES (?, ?, ?, ?)")
        let night = night
        var ids = [Int](repeating: 0, count: night.invoices.count)
        lines.expect(night.invoices.reduce(0) { $0 + ($1.status.isReceived ? $1.invoice.lines.count : 0) })
        for file in night.files {
            fileID += 1
            let isSettled = file.status == .accepted
                && night.invoices[file.invoices].allSatisfy { $0.status != .rejected }
            try files.bind(fileID).bind(night.runNumber).bind(file.name).bind(file.sha256).bind(file.format)
                .bind(file.status.rawValue).bind(isSettled ? 1 : 0).run()
            for index in file.invoices where night.invoices[index].status.isReceived {
                invoiceID += 1
                ids[index] = invoiceID
                try bind(invoices, night, index, invoiceID, fileID).run()
                for line in Self.inOrder(night.invoices[index].invoice.lines, night) {
                    try bind(lines, night, line, invoiceID).run()
                }
                for entry in Self.children(of: night.invoices[index].invoice.lines, night) {
                    try children.bind(entry.child, night.symbols).bind(invoiceID).bind(entry.first).bind(entry.last)
                        .run()
                }
            }
        }
        // Beside the invoices, which the reports read meanwhile: they would have to be copied.
        outcome.night.postedIDs = ids
    }

    /// The children of an invoice's lines, each with its first and its last day.
    private static func children(
        of lines: Range<Int>, _ night: borrowing Night
    ) -> [(child: Symbol, first: Day, last: Day)] {
        var places: [Symbol: Int] = [:]
        var children: [(child: Symbol, first: Day, last: Day)] = []
        for index in lines {
            let (child, day) = (night.lines[index].child, night.lines[index].day)
            guard let place = places[child] else {
                places[child] = children.count
                children.append((child, day, day))
                continue
            }
            children[place].first = min(children[place].first, day)
            children[place].last = max(children[place].last, day)
        }
        return children
    }

    /// An invoice's lines by their numbers, as they mostly stand.
    private static func inOrder(_ lines: Range<Int>, _ night: borrowing Night) -> [Int] {
        var isAscending = true
        for line in lines.dropFirst() where night.lines[line].number < night.lines[line - 1].number {
            isAscending = false
        }
        if isAscending { return Array(lines) }
        let numbers = lines.map { (number: night.lines[$0].number, line: $0) }
        return numbers.sorted { $0.number < $1.number }.map { $0.line }
    }

    private func bind(
        _ statement: Statement, _ night: borrowing Night, _ index: Int, _ id: Int, _ file: Int
    ) -> Statement {
        let entry = night.invoices[index]
        let invoice = entry.invoice
        return statement.bind(id).bind(night.runNumber).bind(file).bind(invoice.place)
            .bind(invoice.provider, night.symbols).bind(invoice.number, night.symbols)
            .bind(invoice.numberKey, night.symbols).bind((invoice.form ?? .dcf2106).description)
            .bind(invoice.agreement, night.symbols).bind((invoice.billingMonth ?? night.asOf.month).description)
            .bind(invoice.date ?? night.asOf).bind((invoice.total ?? .zero).cents)
            .bind(invoice.replacesText, night.symbols).bind(invoice.replaces, night.symbols).bind(entry.content.hex)
    }

    private func bind(_ statement: Statement, _ night: borrowing Night, _ index: Int, _ invoice: Int) -> Statement {
        let line = night.lines[index]
        return statement.bind(invoice).bind(Int(line.number)).bind(Int(line.place)).bind(line.child, night.symbols)
            .bind(line.day).bind(line.serviceText, night.symbols).bind(line.worker, night.symbols)
            .bind(line.family, night.symbols).bind(line.activity, night.symbols).bind(line.description, night.symbols)
            .bind(line.hours.hundredths).bind(line.rate.cents).bind(line.amount.cents)
    }

    private func insertDispositions() throws {
        var id = try Int.fetchOne(database, sql: "SELECT coalesce(max(disposition_id), 0) FROM dispositions") ?? 0
        let statement = try insert("dispositions", 9)
        for entry in night.dispositions.applied.sorted(by: { $0.row.place < $1.row.place }) {
            id += 1
            let line = night.lines[entry.line]
            try statement.bind(id).bind(night.runNumber).bind(night.storeID(ofInvoice: Int(line.invoice))!)
                .bind(Int(line.number)).bind(entry.row.action!.rawValue).bind(entry.row.ruleText)
                .bind(entry.row.decidedBy).bind(entry.row.decidedOn!.description).bind(entry.row.reason).run()
        }
    }

    /// What was paid before the first run is kept by that run.
    private func insertOpeningBalances() throws {
        guard night.runNumber == 1 else { return }
        let statement = try insert("opening_balances", 7)
        for row in night.registers.openingBalances.ordered(night.symbols, night.pack.services) {
            try statement.bind(row.agreement, night.symbols).bind(night.pack.services.name(row.service))
                .bind(row.child, night.symbols).bind(row.form.description).bind(row.hours.hundredths)
                .bind(row.amount.cents).bind(row.through.description).run()
        }
    }

    /// What tonight's received invoices name and the registers know, where no earlier night did: should it leave them,
    /// that is a fault.
    private func insertSubjects() throws {
        let isKnown = try Statement(database, "SELECT 1 FROM subjects WHERE kind = ? AND id = ?")
        let statement = try insert("subjects", 3)
        for (subject, ids) in night.knownSubjects().sorted(by: { $0.subject.rawValue < $1.subject.rawValue }) {
            for id in ids.sorted(by: { night.symbols.isBefore($0, $1) }) {
                isKnown.bind(subject.rawValue).bind(id, night.symbols)
                if try isKnown.step() {
                    isKnown.reset()
                    continue
                }
                try statement.bind(subject.rawValue).bind(id, night.symbols).bind(night.runNumber).run()
            }
        }
    }

    private func insert(_ changes: [AgreementChanges.Change]) throws {
        let statement = try insert("agreement_changes", 5)
        for change in changes {
            try statement.bind(night.runNumber).bind(change.key.agreement).bind(change.key.rule).bind(change.key.month)
                .bind(change.isFound ? 1 : 0).run()
        }
    }

    private func insertReports() throws {
        let statement = try insert("reports", 3)
        for report in run.reports.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            try statement.bind(night.runNumber).bind(report.name).bind(report.sha256).run()
        }
    }

    /// The run's own row, without its hash.
    ///
    /// - Returns: what the run's hash takes up of the row.
    private func insertRun() throws -> String {
        let own = RowDigest()
        let statement = try Statement(
            database, "INSERT INTO runs VALUES (\(Array(repeating: "?", count: 20).joined(separator: ", ")))", digest: own)
        let totals = outcome.totals
        statement.bind(night.runNumber).bind(run.runID).bind(night.asOf.description).bind(run.program)
            .bind(night.pack.hash).bind(run.inputs).bind(run.outDirectory).bind(run.inboxDirectory)
        if let archive = run.archiveDirectory { statement.bind(archive) } else { statement.bind(nil as Int?) }
        statement.bind(totals.lines.billed.count).bind(totals.lines.billed.cents).bind(totals.heldBefore.cents)
            .bind(totals.reopened.cents).bind(totals.lines.paid.cents).bind(totals.lines.adjusted.cents)
            .bind(totals.lines.withdrawn.cents).bind(totals.heldAfter.cents).bind(totals.lines.reversed.cents)
            .bind(run.previousHash)
        let hash = own.finish()
        try statement.bind(unhashed: "").run()
        return hash
    }

    /// Fills in the run's hash, which takes up the hash of the run before and of all that was posted. Beside it stand
    /// the hashes that it is made of.
    private func completeRun(_ own: String) throws {
        let names = Schema.hashed.filter { !Schema.hashedWhereThereAreAny.contains($0) || digests[$0]!.rows > 0 }
        let tables = names.map { digests[$0]!.finish() }
        let hash = Chain.hash(run: own, tables: tables)
        try Statement(database, "UPDATE runs SET hash = ? WHERE run_number = ?").bind(hash).bind(night.runNumber).run()
        let hashes = try Statement(database, "INSERT INTO run_hashes VALUES (?, ?, ?, ?, ?)")
        for (table, sha256) in zip(names, tables) {
            let digest = digests[table]!
            try hashes.bind(night.runNumber).bind(table).bind(digest.rows).bind(sha256).bind(blob: digest.marks).run()
        }
    }

    /// Whatever run a kill left to be finished was finished by this start.
    private func finishEarlierRuns() throws {
        let statement = try Statement(
            database, "INSERT OR IGNORE INTO finished_runs SELECT run_number FROM runs WHERE run_number < ?")
        try statement.bind(night.runNumber).run()
    }
}
