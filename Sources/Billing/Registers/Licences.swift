/// A provider's licence.
struct Licence: Sendable {
    /// It is a licence of this program's own state.
    var isInState: Bool
    var valid: Interval
}

/// licenses.csv: the licences of each provider.
struct Licences: Sendable {
    static let file = "licenses.csv"
    static let columns = ["provider_id", "license_number", "state", "valid_from", "valid_to"]

    private var byProvider = Grouped<Licence>()

    private struct Key: Hashable {
        var provider: Symbol
        var number: Symbol
        var from: Day
    }

    static func read(_ reader: inout RegisterReader, providers: Providers) throws -> Licences {
        var rows: [(owner: Int32, row: Licence)] = []
        var keys = Set<Key>()
        try reader.open(file, columns: columns)
        while try reader.next() {
            let provider = reader.id(0)
            let number = reader.text(1)
            let isInState = reader.isHomeState(2)
            let from = reader.day(3)
            let to = reader.dayIfAny(4)
            if reader.isSound {
                let isNew = keys.insert(Key(provider: provider, number: number, from: from)).inserted
                reader.expectNew(isNew, key: "provider_id, license_number and valid_from")
            }
            let owner = providers.index[provider]
            reader.expectKnown(owner != nil, 0, in: Providers.file)
            guard reader.closes(.provider), let owner else { continue }
            rows.append((Int32(owner), Licence(isInState: isInState, valid: Interval(first: from, last: to))))
        }
        return Licences(byProvider: Grouped(owners: providers.rows.count, rows))
    }

    /// Whether a licence of the provider is valid on a day: of whatever state, and of this one.
    func valid(ofProvider provider: Int, on day: Day) -> (anywhere: Bool, inState: Bool) {
        var valid = (anywhere: false, inState: false)
        for place in byProvider.range(of: provider) where byProvider.rows[place].valid.contains(day) {
            valid.anywhere = true
            if byProvider.rows[place].isInState { valid.inState = true }
        }
        return valid
    }
}
