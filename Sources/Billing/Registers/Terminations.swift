/// An early end of an agreement (48-22-2, Terminating an Agreement Prior to the Completion of Services).
struct Termination: Hashable, Sendable {
    var notice: Day
    var termination: Day
}

/// terminations.csv: the early ends.
struct Terminations: Sendable {
    static let file = "terminations.csv"
    static let columns = ["agreement_id", "notice_date", "termination_date", "by"]

    /// By agreement, the earliest first; of those of one day the one with the earliest notice.
    private var byAgreement = Grouped<Termination>()

    private enum Party: UInt8, RegisterWord {
        case department, provider
        static let words: [StaticString] = ["DCF", "provider"]
    }

    static func read(_ reader: inout RegisterReader, agreements: Agreements) throws -> Terminations {
        var rows: [(owner: Int32, row: Termination)] = []
        try reader.open(file, columns: columns)
        while try reader.next() {
            let agreement = reader.id(0)
            let termination = Termination(notice: reader.day(1), termination: reader.day(2))
            _ = reader.word(3, Party.self)
            let owner = agreements.index[agreement]
            reader.expectKnown(owner != nil, 0, in: Agreements.file)
            guard reader.closes(.agreement), let owner else { continue }
            rows.append((Int32(owner), termination))
        }
        var terminations = Terminations(byAgreement: Grouped(owners: agreements.rows.count, rows))
        terminations.byAgreement.sortEach { ($0.termination, $0.notice) < ($1.termination, $1.notice) }
        return terminations
    }

    /// The one that counts: the earliest.
    func termination(ofAgreement agreement: Int) -> Termination? {
        let range = byAgreement.range(of: agreement)
        return range.isEmpty ? nil : byAgreement.rows[range.lowerBound]
    }
}
