/// A Core Contract (48-22-2, Core Contract Required).
struct Contract: Sendable {
    var id: Symbol
    var provider: Symbol
    var term: Interval
    /// When the provider was not in good standing.
    var suspension: Interval?
}

/// contracts.csv: the Core Contracts.
struct Contracts: Sendable {
    static let file = "contracts.csv"
    static let columns = ["contract_id", "provider_id", "start_date", "end_date", "suspended_from", "suspended_to"]

    private(set) var rows: [Contract] = []
    private(set) var index = SymbolIndex()

    static func read(_ reader: inout RegisterReader, providers: Providers) throws -> Contracts {
        var contracts = Contracts()
        try reader.open(file, columns: columns)
        while try reader.next() {
            let id = reader.id(0)
            let provider = reader.id(1)
            let start = reader.day(2)
            let end = reader.dayIfAny(3)
            let suspension = Self.suspension(from: reader.dayIfAny(4), to: reader.dayIfAny(5))
            let isNew = contracts.index[id] == nil
            reader.expectNew(isNew, key: "contract_id")
            reader.expectKnown(providers.index[provider] != nil, 1, in: Providers.file)
            _ = reader.closes(.contract)
            guard isNew else { continue }
            contracts.index.set(id, to: contracts.rows.count)
            contracts.rows.append(
                Contract(
                    id: id, provider: provider, term: Interval(first: start, last: end), suspension: suspension))
        }
        return contracts
    }

    /// One without a first day counts from the first day on: it holds rather than pays.
    private static func suspension(from: Day?, to: Day?) -> Interval? {
        from == nil && to == nil ? nil : Interval(first: from ?? .first, last: to)
    }
}
