extension Invoice {
    /// The hash of all that the invoice says: every value as read, the number without letter case, the lines by line
    /// number. Two files that say the same in other layouts have the same content (spec: rule invoice-number-reused).
    ///
    /// - Parameter lines: the invoice's lines.
    func contentHash(_ lines: ArraySlice<InvoiceLine>, _ symbols: borrowing Symbols) -> String {
        let digest = RowDigest()
        for symbol in [provider, numberKey, agreement, replaces] { symbols.withBytes(of: symbol) { digest.add($0) } }
        digest.add(Int(form?.rawValue ?? .max))
        digest.add(Int(billingMonth?.number ?? 0))
        digest.add(Int(date?.number ?? 0))
        digest.add(total?.cents ?? 0)
        for line in lines.sorted(by: { $0.number < $1.number }) {
            digest.add(Int(line.number))
            digest.add(Int(line.day.number))
            digest.add(line.hours.hundredths)
            digest.add(line.rate.cents)
            digest.add(line.amount.cents)
            if let service = line.service {
                digest.add(Int(service.index))
            } else {
                symbols.withBytes(of: line.serviceText) { digest.add($0) }
            }
            for symbol in [line.child, line.worker, line.family, line.activity, line.description] {
                symbols.withBytes(of: symbol) { digest.add($0) }
            }
        }
        return digest.finish()
    }
}
