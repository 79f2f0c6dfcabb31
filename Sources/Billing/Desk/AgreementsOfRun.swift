import Glibc

/// Reads the agreements.csv of a published run: what every agreement's services were allowed, paid, held and left.
struct AgreementsOfRun {
    /// The rows wanted; nil: whatever it is.
    var agreements: Set<String>?
    var provider: String?

    private static let columns = AgreementsReport.columns.split(separator: ",").map(String.init)

    /// - Parameters:
    ///   - path: the file.
    ///   - sha256: of the file as it was published.
    /// - Throws: `missingInput` when it is gone, `unusableData` when it is another than was published.
    func rows(_ path: String, sha256: String) throws(Stop) -> [BalanceSheet.Row] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0, let status = FileStatusOnDisk(descriptor: descriptor), status.isRegularFile else {
            if descriptor >= 0 { close(descriptor) }
            throw Stop(
                .missingInput,
                "The last run's report \(path) is not there any more. Name the directory of the reports with --out, or "
                    + "start a run.")
        }
        defer { close(descriptor) }
        do {
            let source = ByteSource(fileDescriptor: descriptor, size: status.size)
            let hash = try FileScan.scan(source).hash.map { Int($0).hex }.joined()
            guard hash == sha256 else {
                throw Stop(
                    .unusableData,
                    "The report \(path) is not as the run published it (SHA-256 \(hash.prefix(8))…, published was "
                        + "\(sha256.prefix(8))…). Bring it back from the backup, or start a run and ask again.")
            }
            return try rows(source, path)
        } catch let stop as Stop {
            throw stop
        } catch let fault as ReadFault {
            throw Stop(.cannotRead, "The report \(path) can't be read (\(fault.reason)).")
        } catch {
            throw Stop(.programFault, "The report \(path) met a fault of the program: \(error).")
        }
    }

    private func rows(_ source: ByteSource, _ path: String) throws -> [BalanceSheet.Row] {
        var reader = CSVReader(source, encoding: .utf8)
        guard try reader.readHeader(known: Self.columns) == Self.columns else {
            throw Stop(.unusableData, "The report \(path) has other columns than this program's; start a run and ask again.")
        }
        var rows: [BalanceSheet.Row] = []
        while try reader.nextRow() {
            func text(_ column: Int) -> String { String(decoding: reader.cell(column), as: UTF8.self) }
            func number(_ column: Int) -> Int { PlainNotation.money(reader.cell(column))?.cents ?? 0 }
            func hours(_ column: Int) -> Hours { Hours(hundredths: number(column)) }
            func money(_ column: Int) -> Money { Money(cents: number(column)) }
            if let agreements, !agreements.contains(text(0)) { continue }
            if let provider, text(2) != provider { continue }
            rows.append(
                BalanceSheet.Row(
                    agreement: text(0), version: text(1), provider: text(2), service: text(3), start: text(4),
                    expectedEnd: Day(iso: reader.cell(5)), maxHours: hours(6), paidHours: hours(7),
                    heldHours: hours(8), leftHours: hours(9), ceiling: money(10), paidAmount: money(11),
                    heldAmount: money(12), leftAmount: money(13), pace: nil))
        }
        return rows
    }
}
