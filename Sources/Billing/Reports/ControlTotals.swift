/// Counts and cents of a run, and the proof that they balance (spec: Control totals).
public struct ControlTotals: Codable, Hashable, Sendable {
    /// How many things, and what they bill.
    struct Count: Codable, Hashable, Sendable {
        public var count = 0
        public var cents = 0

        mutating func add(_ amount: Money, count: Int = 1) {
            self.count += count
            cents += amount.cents
        }
    }

    /// Files or invoices by what became of them.
    struct Received: Codable, Hashable, Sendable {
        public var received = Count()
        public var accepted = Count()
        public var rejected = Count()
        public var skipped = Count()
        public var replaced = Count()
    }

    /// Lines by what became of their money. Billed are the lines of tonight's accepted invoices.
    struct Lines: Codable, Hashable, Sendable {
        public var received = Count()
        public var accepted = Count()
        public var rejected = Count()
        public var skipped = Count()
        public var replaced = Count()
        public var billed = Count()
        public var paid = Count()
        public var adjusted = Count()
        public var held = Count()
        public var reversed = Count()
        public var withdrawn = Count()
    }

    var files = Received()
    var invoices = Received()
    var lines = Lines()
    /// From night to night: held before + reopened + billed = paid + adjusted + withdrawn + held after.
    var heldBefore = Count()
    var reopened = Count()
    var heldAfter = Count()
    /// Every line, every invoice, the run and the night-to-night sum balance.
    var balanced = false
}

extension ControlTotals {
    /// Adds up a decided night.
    init(_ night: Night) {
        for file in night.files {
            let invoices = night.invoices[file.invoices]
            let amount = invoices.reduce(Money.zero) { $0 + (night.billedAmount(of: $1.invoice) ?? .zero) }
            files.received.add(amount)
            switch file.status {
            case .accepted: files.accepted.add(amount)
            case .rejected: files.rejected.add(amount)
            case .skipped: files.skipped.add(amount)
            }
        }
        for entry in night.invoices where entry.isReported { add(entry, night) }
        var everyLineBalances = true
        for index in night.lines.indices where night.origins[index] != .undecided {
            everyLineBalances = add(index, night) && everyLineBalances
        }
        let before = heldBefore.cents + reopened.cents + lines.billed.cents
        let after = lines.paid.cents + lines.adjusted.cents + lines.withdrawn.cents + heldAfter.cents
        balanced = everyLineBalances && before == after && everyInvoiceBalances(night)
    }

    private mutating func add(_ entry: NightInvoice, _ night: Night) {
        let amount = night.billedAmount(of: entry.invoice) ?? .zero
        let count = entry.invoice.lines.count
        invoices.received.add(amount)
        lines.received.add(amount, count: count)
        switch entry.status {
        case .accepted:
            invoices.accepted.add(amount)
            lines.accepted.add(amount, count: count)
        case .rejected:
            invoices.rejected.add(amount)
            lines.rejected.add(amount, count: count)
        case .skipped:
            invoices.skipped.add(amount)
            lines.skipped.add(amount, count: count)
        case .replaced:
            invoices.replaced.add(amount)
            lines.replaced.add(amount, count: count)
        }
    }

    /// Counts a line; tells whether billed = paid + adjustments + held.
    private mutating func add(_ index: Int, _ night: Night) -> Bool {
        let decision = night.decisions[index]
        let amount = night.lines[index].amount
        switch night.origins[index] {
        case .received: lines.billed.add(amount)
        case .reopened: reopened.add(amount)
        case .pended: heldBefore.add(amount)
        case .undone:
            if decision.disposition == .reversed {
                lines.reversed.add(-decision.paidAmount)
            } else {
                lines.withdrawn.add(amount)
                heldBefore.add(amount)
            }
            return true
        case .undecided: return true
        }
        let adjusted = night.adjusted(index)
        if decision.disposition.isPayment { lines.paid.add(decision.paidAmount) }
        if adjusted != .zero { lines.adjusted.add(adjusted) }
        if decision.disposition == .pended {
            lines.held.add(decision.heldAmount)
            heldAfter.add(decision.heldAmount)
        }
        return amount == decision.paidAmount + adjusted + decision.heldAmount
    }

    private func everyInvoiceBalances(_ night: Night) -> Bool {
        night.invoices.allSatisfy { entry in
            guard entry.isReported, entry.status == .accepted else { return true }
            let lines = entry.invoice.lines
            let after = lines.reduce(Money.zero) {
                $0 + night.decisions[$1].paidAmount + night.adjusted($1) + night.decisions[$1].heldAmount
            }
            return night.billedAmount(of: entry.invoice) == after
        }
    }
}
