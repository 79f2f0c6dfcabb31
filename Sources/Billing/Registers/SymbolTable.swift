/// A value per symbol, in an array: looking one up is one read.
struct SymbolTable<Value: Sendable>: Sendable {
    private var values: [Value] = []
    /// What symbols have that were never set.
    private let absent: Value

    init(absent: Value) { self.absent = absent }

    subscript(symbol: Symbol) -> Value {
        get {
            let index = Int(symbol.index)
            return index < values.count ? values[index] : absent
        }
        set {
            let index = Int(symbol.index)
            if index >= values.count {
                values.reserveCapacity(index + 1 > values.capacity ? max(1024, index * 2) : 0)
                values.append(contentsOf: repeatElement(absent, count: index + 1 - values.count))
            }
            values[index] = newValue
        }
    }
}

/// Where the thing of an id stands among its like.
struct SymbolIndex: Sendable {
    private var table = SymbolTable<Int32>(absent: -1)

    /// The place of the thing that the symbol names; nil when there is none.
    subscript(symbol: Symbol) -> Int? {
        let place = table[symbol]
        return place < 0 ? nil : Int(place)
    }

    mutating func set(_ symbol: Symbol, to place: Int) { table[symbol] = Int32(place) }
}
