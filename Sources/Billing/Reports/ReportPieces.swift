/// The reports of a run as pieces that can be written side by side: each file is one, the files of many providers are
/// some.
struct ReportPieces: Sendable {
    enum Piece: Sendable {
        case file(any Report.Type)
        case set(any ReportSet.Type, rows: Range<Int>)
    }

    /// In the order in which run.json names their files.
    let all: [Piece]
    private let outcome: Outcome

    /// How many parts a set is written in where threads share the work: enough that none waits long for the last.
    private static let parts = 12

    init(_ reports: Reports, _ outcome: Outcome, isShared: Bool) {
        self.outcome = outcome
        let whole = [outcome.rows.indices]
        let providers = isShared ? Self.parts(of: outcome) : whole
        let inbox = isShared ? Self.parts(of: outcome.night.files) : [outcome.night.files.indices]
        func parts(_ set: any ReportSet.Type) -> [Range<Int>] {
            switch set.parting {
            case .whole: whole
            case .byProvider: providers
            case .byFile: inbox
            }
        }
        all =
            reports.files.map { .file($0) }
            + reports.sets.flatMap { set in parts(set).map { .set(set, rows: $0) } }
    }

    private static func parts(of files: [InboxFile]) -> [Range<Int>] {
        (0..<parts).map { files.count * $0 / parts..<files.count * ($0 + 1) / parts }.filter { !$0.isEmpty }
    }

    /// The rows of decisions.csv in parts of about the same size, each with all rows of its providers.
    private static func parts(of outcome: Outcome) -> [Range<Int>] {
        let night = outcome.night
        func provider(_ place: Int) -> Symbol {
            night.provider(ofLine: Int(outcome.rows[place]))
        }
        var parts: [Range<Int>] = []
        var start = 0
        for number in 1...Self.parts {
            var end = max(start, outcome.rows.count * number / Self.parts)
            while end > start, end < outcome.rows.count, provider(end) == provider(end - 1) { end += 1 }
            if end > start { parts.append(start..<end) }
            start = end
        }
        return parts
    }

    /// Writes every piece into the folder of its place.
    func write(threads: Int, into folders: [ReportFolder]) throws(Disk.Fault) {
        nonisolated(unsafe) let folders = folders
        let order = threads > 1 ? taking : Array(all.indices)
        try SharedWork.each(all.count, threads: threads) { (place) throws(Disk.Fault) in
            let number = order[place]
            switch all[number] {
            case .file(let report):
                try folders[number].write(report.fileName) { (file) throws(Disk.Fault) in
                    try report.write(outcome, to: file)
                }
            case .set(let set, let rows): try set.write(outcome, rows, into: folders[number])
            }
        }
    }

    /// The pieces in an order in which the parts of the sets take turns: two threads that both make folders in the same
    /// place would wait for each other.
    private var taking: [Int] {
        var counts: [ObjectIdentifier: Int] = [:]
        let parts = all.indices.map { index in
            guard case .set(let set, _) = all[index] else { return (part: 0, index: index) }
            counts[ObjectIdentifier(set), default: 0] += 1
            return (part: counts[ObjectIdentifier(set)]!, index: index)
        }
        return parts.sorted { ($0.part, $0.index) < ($1.part, $1.index) }.map { $0.index }
    }
}
