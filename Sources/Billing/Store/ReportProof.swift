import GRDB
import Glibc

/// Compares the published reports with the hashes that were posted of them.
struct ReportProof {
    let database: Database
    let runs: [VerifiedRun]
    /// Where the runs' directories are now; nil: where they were published.
    let out: String?

    /// What was looked at.
    struct Count {
        var files = 0
        var directories = 0
        /// Runs whose directory is no longer there.
        var absent = 0
    }

    /// - Throws: `Difference`.
    func prove() throws -> Count {
        var count = Count()
        let statement = try Statement(database, "SELECT name, sha256 FROM reports WHERE run_number = ? ORDER BY name")
        for run in runs {
            let directory = "\(out ?? run.outDirectory)/\(run.runID)"
            guard FileStatusOnDisk(directory) != nil else {
                count.absent += 1
                continue
            }
            count.directories += 1
            statement.bind(run.number)
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
                count.files += 1
            }
        }
        try requireLatest()
        return count
    }

    /// `latest` points to the last finished run: else the store is older than its reports.
    private func requireLatest() throws {
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
