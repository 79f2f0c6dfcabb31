import GRDB

/// What is proved beside invoices' lines, by threads that share it: the other tables' hashes, what the large working
/// tables add up to, the small ones, and the reports. Which is found first changes nothing of what is told first.
struct OtherProof {
    private(set) var hashes: [String: [Int: RunDigests.Finding]] = [:]
    private(set) var sums: [String: WorkingSketches.Sum] = [:]
    /// What came of comparing the tables that are not added up.
    private(set) var compared: [String: Result<Void, any Error>] = [:]
    /// Whether every value of the tables that are added up is of its column's kind.
    private(set) var isOfKind = true
    private var reports: ReportProof
    /// What is wrong with a share of the reports.
    private var faults: [Int: any Error] = [:]

    init(_ connections: SharedConnections, _ reports: ReportProof) throws {
        self.reports = reports
        let found = Locked(self)
        let (small, large) = (WorkingTableProof.small, WorkingSketches.tables)
        let first = small.count + 1 + large.count
        // What takes one thread the longest comes first.
        try SharedWork.each(first + reports.shareCount, threads: connections.all.count) { piece in
            try connections.use { database in
                if piece < small.count {
                    let result = Result { try WorkingTableProof(database: database).prove(small[piece]) }
                    found.withLock { $0.compared[small[piece]] = result }
                } else if piece == small.count {
                    let hashes = try ChainProof.hashes(database)
                    found.withLock { $0.hashes = hashes }
                } else if piece < first {
                    let table = large[piece - small.count - 1]
                    let (sum, isOfKind) = try WorkingSketches.sum(of: table, database)
                    found.withLock {
                        $0.sums[table] = sum
                        if !isOfKind { $0.isOfKind = false }
                    }
                } else {
                    let share = piece - first
                    do { try reports.prove(share, database) } catch { found.withLock { $0.faults[share] = error } }
                }
            }
        }
        self = found.withLock { $0 }
    }

    /// - Throws: `Difference`.
    func requireReports() throws -> ReportProof.Count {
        if let first = faults.min(by: { $0.key < $1.key }) { throw first.value }
        try reports.requireLatest()
        return reports.count
    }
}
