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
        var map = SymbolMap(symbols: [.none])
        map.symbols.reserveCapacity(other.count)
        for index in 1..<max(1, other.count) {
            map.symbols.append(other.withBytes(of: Symbol(index: UInt32(index))) { intern($0) })
        }
        return map
    }
}
