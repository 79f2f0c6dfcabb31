/// agreement_children.csv: the children on each agreement, in all its versions.
struct AgreementChildren: Sendable {
    static let file = "agreement_children.csv"
    static let columns = ["agreement_id", "child_id"]

    private(set) var byAgreement = Grouped<Symbol>()

    static func read(
        _ reader: inout RegisterReader, agreements: Agreements, children: Children
    ) throws -> AgreementChildren {
        var rows: [(owner: Int32, row: Symbol)] = []
        var keys = Set<UInt64>()
        keys.reserveCapacity(agreements.rows.count * 2)
        try reader.open(file, columns: columns)
        while try reader.next() {
            let agreement = reader.id(0)
            let child = reader.id(1)
            let key = UInt64(agreement.index) << 32 | UInt64(child.index)
            reader.expectNew(keys.insert(key).inserted, key: "agreement_id and child_id")
            let owner = agreements.index[agreement]
            reader.expectKnown(owner != nil, 0, in: Agreements.file)
            reader.expectKnown(children.index[child] != nil, 1, in: Children.file)
            guard reader.closes(.agreement), let owner else { continue }
            rows.append((Int32(owner), child))
        }
        return AgreementChildren(byAgreement: Grouped(owners: agreements.rows.count, rows))
    }

    func isOn(_ child: Symbol, agreement: Int) -> Bool {
        byAgreement.range(of: agreement).contains { byAgreement.rows[$0] == child }
    }
}
