import GRDB

/// What is proved beside invoices' lines, by threads that share it: the other tables' hashes, what the working tables
/// add up to, and the reports. Which is found first changes nothing of what is told first.
struct OtherProof {
    private(set) var hashes: [String: [Int: RunDigests.Finding]] = [:]
    private(set) var sums: [String: WorkingSketches.Sum] = [:]
    private var reports: ReportProof
    /// What is wrong with a share of the reports.
    private var faults: [Int: any Error] = [:]

    init(_ connections: SharedConnections, _ reports: ReportProof) throws {
        self.reports = reports
        let found = Locked(self)
        let tables = WorkingSketches.tables
        try SharedWork.each(1 + tables.count + reports.shareCount, threads: connections.all.count) { piece in
            try connections.use { database in
                if piece == 0 {
                    let hashes = try ChainProof.hashes(database)
                    found.withLock { $0.hashes = hashes }
                } else if piece <= tables.count {
                    let table = tables[piece - 1]
                    let sum = try WorkingSketches.sum(of: table, database)
                    found.withLock { $0.sums[table] = sum }
                } else {
                    let share = piece - 1 - tables.count
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
