/// The symbols that texts of one table have in another.
struct SymbolMap {
    fileprivate var symbols: [Symbol]

    subscript(symbol: Symbol) -> Symbol { symbols[Int(symbol.index)] }

    subscript(invoice: Invoice) -> Invoice {
        var mapped = invoice
        mapped.provider = self[invoice.provider]
        mapped.number = self[invoice.number]
        mapped.numberKey = self[invoice.numberKey]
        mapped.formText = self[invoice.formText]
        mapped.agreement = self[invoice.agreement]
        mapped.replacesText = self[invoice.replacesText]
        mapped.replaces = self[invoice.replaces]
        return mapped
    }

    subscript(header: InvoiceHeader) -> InvoiceHeader {
        var mapped = header
        mapped.agreement = header.agreement.map { self[$0] }
        mapped.replaces = header.replaces.map { self[$0] }
        return mapped
    }

    subscript(line: InvoiceLine) -> InvoiceLine {
        var mapped = line
        mapped.child = self[line.child]
        mapped.worker = self[line.worker]
        mapped.family = self[line.family]
        mapped.activity = self[line.activity]
        mapped.description = self[line.description]
        mapped.serviceText = self[line.serviceText]
        return mapped
    }
}

extension Symbols {
    /// Adds the texts of another table, and tells which symbols they have here.
    mutating func absorb(_ other: Symbols) -> SymbolMap {
        absorb(other, [Symbol](repeating: .none, count: other.count)[...])
    }

    /// - Parameter known: the symbols that were found for the texts before; the empty one where none was.
    mutating func absorb(_ other: Symbols, _ known: ArraySlice<Symbol>) -> SymbolMap {
        var map = SymbolMap(symbols: Array(known))
        for index in 1..<max(1, other.count) where map.symbols[index].isEmpty {
            map.symbols[index] = other.withBytes(of: Symbol(index: UInt32(index))) { intern($0) }
        }
        return map
    }

    /// The symbols that the texts of other tables have here, the empty one where they have none: threads look for them
    /// side by side before one of them adds what is missing.
    func known(_ others: [Symbols], threads: Int) -> [ArraySlice<Symbol>] {
        /// Texts that a thread looks for at a time.
        let share = 1 << 13
        let starts = others.reduce(into: [0]) { starts, other in starts.append(starts.last! + other.count) }
        let parts = others.indices.flatMap { number in
            stride(from: 0, to: others[number].count, by: share)
                .map { (number: number, texts: $0..<min(others[number].count, $0 + share)) }
        }
        var known = [Symbol](repeating: .none, count: starts.last!)
        known.withUnsafeMutableBufferPointer { known in
            nonisolated(unsafe) let places = known
            SharedWork.each(parts.count, threads: threads) { part in
                let other = others[parts[part].number]
                let start = starts[parts[part].number]
                for index in parts[part].texts {
                    let text = Symbol(index: UInt32(index))
                    places[start + index] = other.withBytes(of: text) { find($0) } ?? .none
                }
            }
        }
        return others.indices.map { known[starts[$0]..<starts[$0 + 1]] }
    }
}
