import Crypto

/// The chain of runs: each run's hash takes up the one before it and every row that it posted.
enum Chain {
    /// What the first run follows.
    static let start = String(repeating: "0", count: 64)

    /// - Parameters:
    ///   - run: the hash of the run's own row, the hash before it included.
    ///   - tables: the hashes of its rows in the other tables, in the order of `Schema.hashed`.
    static func hash(run: String, tables: [String]) -> String {
        var hasher = SHA256()
        for part in [run] + tables { hasher.update(data: Array(part.utf8)) }
        return hasher.finalize().map { Int($0).hex }.joined()
    }
}
