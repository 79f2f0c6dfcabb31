/// Finds services by the words that a file uses for them; each word is looked at once.
struct ServiceWords {
    private let catalogue: ServiceCatalogue
    /// A service's number; what a word that means none has, and one that was not yet looked at.
    private var known = SymbolTable<Int16>(absent: notLookedAt)
    private static let none: Int16 = -1
    private static let notLookedAt: Int16 = -2

    init(_ catalogue: ServiceCatalogue) { self.catalogue = catalogue }

    /// The service that the word means, nil when it means none.
    mutating func find(_ word: Symbol, in symbols: Symbols) -> Service? {
        let found = known[word]
        if found >= 0 { return Service(index: UInt8(found)) }
        if found == Self.none { return nil }
        let service = catalogue.find(symbols[word])
        known[word] = service.map { Int16($0.index) } ?? Self.none
        return service
    }
}
