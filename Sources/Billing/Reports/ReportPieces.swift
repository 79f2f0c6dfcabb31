/// The reports of a run as pieces that can be written side by side: each file is one, the files of many providers are
/// some.
struct ReportPieces: Sendable {
    enum Piece: Sendable {
        case file(any Report.Type)
        case set(any ReportSet.Type, RowPart)
    }

    /// In the order in which run.json names their files.
    let all: [Piece]
    private let outcome: Outcome

    /// How many parts a set is written in where threads share the work: enough that none waits long for the last.
    private static let parts = 12

    init(_ reports: Reports, _ outcome: Outcome, isShared: Bool) {
        self.outcome = outcome
        let parts = RowPart.parts(of: outcome, count: isShared ? Self.parts : 1)
        all =
            reports.files.map { .file($0) }
            + reports.sets.flatMap { set in parts.map { part in .set(set, part) } }
    }

    /// Writes every piece into the folder of its place.
    func write(threads: Int, into folders: [ReportFolder]) throws(Disk.Fault) {
        nonisolated(unsafe) let folders = folders
        try SharedWork.each(all.count, threads: threads) { (number) throws(Disk.Fault) in
            switch all[number] {
            case .file(let report):
                try folders[number].write(report.fileName) { (file) throws(Disk.Fault) in
                    try report.write(outcome, to: file)
                }
            case .set(let set, let part): try set.write(outcome, part, into: folders[number])
            }
        }
    }
}
