/// What became of an invoice when it came (spec: invoices.csv).
enum InvoiceStatus: String, Sendable {
    /// Received, its lines are decided.
    case accepted
    /// Never received; the agency mends it and sends it again.
    case rejected
    /// Received before with the same content; not decided again.
    case skipped
    /// Received, but replaced by another; its lines are not decided, or no longer count.
    case replaced

    /// Whether the invoice counts as received.
    var isReceived: Bool { self == .accepted || self == .replaced }
}

/// What became of a file of the inbox (spec: files.csv).
enum FileStatus: String, Sendable {
    /// It could be read, whatever became of its invoices.
    case accepted
    case rejected
    /// The same bytes were read before, and nothing in them was rejected.
    case skipped
}

/// What an invoice is known by: its provider and its number without regard to letter case.
struct InvoiceKey: Hashable, Sendable {
    var provider: Symbol
    /// In small letters.
    var number: Symbol

    init(_ provider: Symbol, _ number: Symbol) {
        self.provider = provider
        self.number = number
    }

    /// In one word, which takes half as long as in two.
    func hash(into hasher: inout Hasher) { hasher.combine(UInt64(provider.index) << 32 | UInt64(number.index)) }
}

extension Invoice {
    /// What the invoice is known by.
    var key: InvoiceKey { InvoiceKey(provider, numberKey) }
}
