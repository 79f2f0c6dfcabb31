/// What the invoices of a bundle come to: the sums that both sides of the hand-over must agree in.
public struct BundleTotals: Hashable, Sendable {
    public var invoices = 0
    public var lines = 0
    public var hours = Hours.zero
    public var amount = Money.zero

    static func += (a: inout BundleTotals, b: BundleTotals) {
        a.invoices += b.invoices
        a.lines += b.lines
        a.hours += b.hours
        a.amount += b.amount
    }

    /// Adds an invoice with these lines.
    mutating func add(_ lines: some Collection<InvoiceLine>) {
        invoices += 1
        self.lines += lines.count
        for line in lines {
            if !line.unread.contains(.hours) { hours += line.hours }
            if !line.unread.contains(.amount) { amount += line.amount }
        }
    }

    /// `2 invoices, 10 lines, 15.00 h, $1,059.45`
    var inWords: String {
        "\(invoices.counted("invoice")), \(lines.counted("line")), \(hours.worded), \(amount.dollars)"
    }
}

extension FileReading {
    /// What the invoices that were read come to.
    var totals: BundleTotals {
        invoices.reduce(into: BundleTotals()) { $0.add(lines[$1.lines]) }
    }
}
