/// An agency.
struct Provider: Sendable {
    var id: Symbol
    var legalName: Symbol
    /// Its number in the state's accounting system; `none` where it has none.
    var supplierID: Symbol
    var isPlacingAgency: Bool
    /// It is an agency of this program's own state.
    var isInState: Bool
}

/// providers.csv: the agencies.
struct Providers: Sendable {
    static let file = "providers.csv"
    static let columns = ["provider_id", "legal_name", "fein", "kind", "state", "supplier_id"]

    private(set) var rows: [Provider] = []
    private(set) var index = SymbolIndex()

    private enum Kind: UInt8, RegisterWord {
        case childPlacingAgency, clinicalProvider
        static let words: [StaticString] = ["child_placing_agency", "clinical_provider"]
    }

    /// A provider with a bad row stands in the register all the same: its lines are held, not refused.
    static func read(_ reader: inout RegisterReader) throws -> Providers {
        var providers = Providers()
        try reader.open(file, columns: columns)
        while try reader.next() {
            let id = reader.id(0)
            let legalName = reader.text(1)
            _ = reader.text(2)
            let kind = reader.word(3, Kind.self)
            let isInState = reader.isHomeState(4)
            let supplierID = reader.textIfAny(5)
            let isNew = providers.index[id] == nil
            reader.expectNew(isNew, key: "provider_id")
            _ = reader.closes(.provider)
            guard isNew else { continue }
            providers.index.set(id, to: providers.rows.count)
            providers.rows.append(
                Provider(
                    id: id, legalName: legalName, supplierID: supplierID,
                    isPlacingAgency: kind == .childPlacingAgency, isInState: isInState))
        }
        return providers
    }
}
