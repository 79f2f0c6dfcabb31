/// A written explanation on file.
struct Explanation: Hashable, Sendable {
    enum Kind: UInt8, RegisterWord {
        case lateCompletion, partialCompletion
        static let words: [StaticString] = ["late_completion", "partial_completion"]
    }

    var kind: Kind
    var received: Day
}

/// explanations.csv: the agencies' written explanations.
struct Explanations: Sendable {
    static let file = "explanations.csv"
    static let columns = ["agreement_id", "kind", "received_date"]

    private(set) var byAgreement = Grouped<Explanation>()

    static func read(_ reader: inout RegisterReader, agreements: Agreements) throws -> Explanations {
        var rows: [(owner: Int32, row: Explanation)] = []
        try reader.open(file, columns: columns)
        while try reader.next() {
            let agreement = reader.id(0)
            let kind = reader.word(1, Explanation.Kind.self)
            let received = reader.day(2)
            let owner = agreements.index[agreement]
            reader.expectKnown(owner != nil, 0, in: Agreements.file)
            guard reader.closes(.agreement), let owner, let kind else { continue }
            rows.append((Int32(owner), Explanation(kind: kind, received: received)))
        }
        return Explanations(byAgreement: Grouped(owners: agreements.rows.count, rows))
    }

    /// Whether an explanation of that kind was received by a day.
    func has(_ kind: Explanation.Kind, agreement: Int, by day: Day) -> Bool {
        byAgreement.range(of: agreement).contains {
            byAgreement.rows[$0].kind == kind && byAgreement.rows[$0].received <= day
        }
    }
}
