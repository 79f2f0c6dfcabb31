/// A rate of a Contract Funding Face Sheet, in force until the contract's next one.
struct ContractRate: Sendable {
    var from: Day
    var rate: Rate
}

/// rates.csv: what an hour costs under each contract.
struct Rates: Sendable {
    static let file = "rates.csv"
    static let columns = ["contract_id", "effective_from", "hourly_rate"]

    /// By contract, in order of their first days.
    private var byContract = Grouped<ContractRate>()

    private struct Key: Hashable {
        var contract: Symbol
        var from: Day
    }

    static func read(_ reader: inout RegisterReader, contracts: Contracts) throws -> Rates {
        var rows: [(owner: Int32, row: ContractRate)] = []
        var keys = Set<Key>()
        try reader.open(file, columns: columns)
        while try reader.next() {
            let contract = reader.id(0)
            let from = reader.day(1)
            let rate = Rate(cents: reader.money(2).cents)
            if reader.isSound {
                let isNew = keys.insert(Key(contract: contract, from: from)).inserted
                reader.expectNew(isNew, key: "contract_id and effective_from")
            }
            let owner = contracts.index[contract]
            reader.expectKnown(owner != nil, 0, in: Contracts.file)
            guard reader.closes(.contract), let owner else { continue }
            rows.append((Int32(owner), ContractRate(from: from, rate: rate)))
        }
        var rates = Rates(byContract: Grouped(owners: contracts.rows.count, rows))
        rates.byContract.sortEach { $0.from < $1.from }
        return rates
    }

    /// The rate in force on a day; nil before the contract's first.
    func rate(ofContract contract: Int, on day: Day) -> Rate? {
        var rate: Rate?
        for place in byContract.range(of: contract) where byContract.rows[place].from <= day {
            rate = byContract.rows[place].rate
        }
        return rate
    }
}
