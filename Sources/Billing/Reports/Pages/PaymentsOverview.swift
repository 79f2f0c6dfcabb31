/// An invoice on which money moved, with what was paid on it and what was taken back apart.
struct PaymentEntry {
    /// Where the page lists it.
    enum Kind: CaseIterable {
        /// Nothing of an earlier night was taken back.
        case plain
        /// Something was taken back, and more was paid.
        case correction
        /// As much or more was taken back than was paid: nothing goes out.
        case recovery
    }

    var payment: Payment
    var provider: String
    /// Paid tonight on the invoice's own lines.
    var paid = Money.zero
    /// Taken back of what earlier nights paid, on it or on what it replaces.
    var takenBack: Money { paid - payment.amount }

    var kind: Kind {
        if payment.amount <= .zero { return .recovery }
        return takenBack == .zero ? .plain : .correction
    }
}

/// All that the page of payments tells, added up once.
struct PaymentsOverview {
    let outcome: Outcome
    /// In the order of payments.csv.
    let entries: [PaymentEntry]

    var night: Night { outcome.night }

    init(_ outcome: Outcome) {
        self.outcome = outcome
        let night = outcome.night
        var paid: [Int: Money] = [:]
        for index in night.lines.indices
        where night.origins[index].isDecided && night.decisions[index].disposition.isPayment {
            paid[Int(night.lines[index].invoice), default: .zero] += night.decisions[index].paidAmount
        }
        entries = outcome.payments.map { payment in
            let provider = night.symbols[night.invoices[payment.invoice].invoice.provider]
            return PaymentEntry(payment: payment, provider: provider, paid: paid[payment.invoice] ?? .zero)
        }
    }

    /// An agency with what goes to it.
    struct Agency {
        var id: String
        var entries: [PaymentEntry]

        var amount: Money { entries.reduce(.zero) { $0 + $1.payment.amount } }
        var paid: Money { entries.reduce(.zero) { $0 + $1.paid } }
        var takenBack: Money { paid - amount }
        var hours: Hours { entries.reduce(.zero) { $0 + $1.payment.hours } }
        var lines: Int { entries.reduce(0) { $0 + $1.payment.linesPaid } }
    }

    /// Entries by agency; both in the order of payments.csv.
    func agencies(_ entries: [PaymentEntry]) -> [Agency] {
        var agencies: [Agency] = []
        for entry in entries {
            if agencies.last?.id != entry.provider { agencies.append(Agency(id: entry.provider, entries: [])) }
            agencies[agencies.count - 1].entries.append(entry)
        }
        return agencies
    }
}
