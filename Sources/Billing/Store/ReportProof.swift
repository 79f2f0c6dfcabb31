import GRDB
import Glibc

/// Compares the published reports with the hashes that were posted of them, some at a time.
struct ReportProof {
    private let runs: [VerifiedRun]
    /// Where the runs' directories are now; nil: where they were published.
    private let out: String?
    /// Of which run, and from which report on: as many as one share has, or to the last of the run.
    private var shares: [(run: Int, from: String)] = []
    private(set) var count = Count()

    /// What is looked at.
    struct Count {
        var files = 0
        var directories = 0
        /// Runs whose directory is no longer there.
        var absent = 0
    }

    /// How many reports are compared at a time.
    private static let share = 32

    init(_ database: Database, _ runs: [VerifiedRun], out: String?) throws {
        self.runs = runs
        self.out = out
        let statement = try Statement(database, "SELECT name FROM reports WHERE run_number = ? ORDER BY name")
        for (place, run) in runs.enumerated() {
            guard FileStatusOnDisk(directory(of: run)) != nil else {
                count.absent += 1
                continue
            }
            count.directories += 1
            statement.bind(run.number)
            var number = 0
            while try statement.step() {
                if number % Self.share == 0 { shares.append((place, statement.text(0))) }
                number += 1
            }
            count.files += number
        }
    }

    private func directory(of run: VerifiedRun) -> String { "\(out ?? run.outDirectory)/\(run.runID)" }

    /// How many shares there are to be compared.
    var shareCount: Int { shares.count }

    /// Compares the reports of a share.
    ///
    /// - Throws: `Difference`.
    func prove(_ share: Int, _ database: Database) throws {
        let run = runs[shares[share].run]
        let directory = directory(of: run)
        let statement = try Statement(
            database, "SELECT name, sha256 FROM reports WHERE run_number = ? AND name >= ? ORDER BY name LIMIT ?")
        statement.bind(run.number).bind(shares[share].from).bind(Self.share)
        while try statement.step() {
            let name = statement.text(0)
            guard let file = FileStatusOnDisk.sha256(ofFile: "\(directory)/\(name)") else {
                throw Difference(
                    table: "reports", run: run.runID, row: name, found: "no such file in \(directory)",
                    expected: "the one posted")
            }
            guard file.hash == statement.text(1) else {
                throw Difference(
                    table: "reports", run: run.runID, row: name, found: "other bytes in \(directory)/\(name)",
                    expected: "those posted")
            }
        }
    }

    /// `latest` points to the last finished run: else the store is older than its reports.
    ///
    /// - Throws: `Difference`.
    func requireLatest() throws {
        guard let last = runs.last, last.isFinished else { return }
        let link = "\(out ?? last.outDirectory)/latest"
        var bytes = [UInt8](repeating: 0, count: 1024)
        let length = bytes.withUnsafeMutableBytes { readlink(link, $0.baseAddress!, $0.count) }
        guard length > 0 else { return }
        let target = String(decoding: bytes[..<length], as: UTF8.self)
        guard target == last.runID else {
            throw Difference(
                table: "runs", run: last.runID, row: "", found: "\(link) on \(target)",
                expected: "this run, the store's last")
        }
    }
}
