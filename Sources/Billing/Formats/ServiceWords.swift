/// Finds services by the words that a file uses for them; each word is looked at once.
struct ServiceWords {
    private let catalogue: ServiceCatalogue
    private var known: [Symbol: Service?] = [:]
    private var last: (word: Symbol, service: Service?) = (.none, nil)

    init(_ catalogue: ServiceCatalogue) { self.catalogue = catalogue }

    /// The service that the word means, nil when it means none.
    mutating func find(_ word: Symbol, in symbols: Symbols) -> Service? {
        if word == last.word { return last.service }
        let service: Service?
        if let found = known[word] {
            service = found
        } else {
            service = catalogue.find(symbols[word])
            known[word] = .some(service)
        }
        last = (word, service)
        return service
    }
}
