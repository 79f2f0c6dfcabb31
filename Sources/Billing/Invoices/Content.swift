/// What an invoice says, part by part: two invoices that say the same have the same parts in the same order.
protocol ContentDigest {
    mutating func add(_ number: Int)
    mutating func add(_ text: Symbol)
}

extension Invoice {
    /// The hash of all that the invoice says: every value as read, the number without letter case, the lines by line
    /// number. Two files that say the same in other layouts have the same content (spec: rule invoice-number-reused).
    ///
    /// - Parameter lines: the invoice's lines.
    func contentHash(_ lines: ArraySlice<InvoiceLine>, _ symbols: borrowing Symbols) -> ContentHash {
        var digest = TextDigest(symbols: copy symbols)
        tellContent(lines, to: &digest)
        return ContentHash(hex: digest.rows.finish())
    }

    /// Tells all that the invoice says, value by value.
    ///
    /// - Parameter lines: the invoice's lines.
    func tellContent(_ lines: ArraySlice<InvoiceLine>, to digest: inout some ContentDigest) {
        for text in [provider, numberKey, agreement, replaces] { digest.add(text) }
        digest.add(Int(form?.rawValue ?? .max))
        digest.add(Int(billingMonth?.number ?? 0))
        digest.add(Int(date?.number ?? 0))
        digest.add(total?.cents ?? 0)
        if Self.areAscending(lines) {
            for line in lines { line.tellContent(to: &digest) }
        } else {
            for line in lines.sorted(by: { $0.number < $1.number }) { line.tellContent(to: &digest) }
        }
    }

    private static func areAscending(_ lines: ArraySlice<InvoiceLine>) -> Bool {
        var last = Int32.min
        for line in lines {
            if line.number < last { return false }
            last = line.number
        }
        return true
    }
}

extension InvoiceLine {
    fileprivate func tellContent(to digest: inout some ContentDigest) {
        digest.add(Int(number))
        digest.add(Int(day.number))
        digest.add(hours.hundredths)
        digest.add(rate.cents)
        digest.add(amount.cents)
        if let service { digest.add(Int(service.index)) } else { digest.add(serviceText) }
        digest.add(child)
        digest.add(worker)
        digest.add(family)
        digest.add(activity)
        digest.add(description)
    }
}

/// By the texts themselves: the same on every night.
private struct TextDigest: ContentDigest {
    let symbols: Symbols
    let rows = RowDigest()

    func add(_ number: Int) { rows.add(number) }
    func add(_ text: Symbol) { symbols.withBytes(of: text) { rows.add($0) } }
}
