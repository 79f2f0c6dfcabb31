/// What one provider is told of a run: its lines that the run decided or took back, and what was recovered of it.
///
/// On every line, every invoice and in all: billed − taken off − held = paid. A line that is taken back stands with all
/// its amounts negated.
struct Advice: Sendable {
    var provider: Symbol
    /// In the order of decisions.csv.
    var invoices: [AdviceInvoice]
    /// What tonight's vouchers of the provider bear of money to recover.
    var recovered: [Recovered]
    /// What the provider still owes after tonight.
    var owed: [Recoverable]
    /// What is vouchered tonight.
    var vouchered: Money
    /// Invoices that are owed money but have no voucher.
    var refused: [VoucherRun.Refusal]

    var sum: AdviceAmounts { invoices.reduce(into: AdviceAmounts()) { $0 += $1.sum } }
    /// The part of the sum that was taken back.
    var takenBack = AdviceAmounts()

    struct Recovered: Sendable {
        /// The invoice whose voucher bears it, by its place among the night's.
        var invoice: Int
        var recoverable: Recoverable
        var amount: Money
    }
}

struct AdviceInvoice: Sendable {
    /// Its place among the night's invoices.
    var invoice: Int
    /// Places among the night's lines.
    var lines: [Int]
    var sum: AdviceAmounts
}

/// billed − taken off − held = paid.
struct AdviceAmounts: Hashable, Sendable {
    var billed = Money.zero
    var takenOff = Money.zero
    var held = Money.zero
    var paid = Money.zero
    var paidHours = Hours.zero

    static func += (a: inout AdviceAmounts, b: AdviceAmounts) {
        a.billed += b.billed
        a.takenOff += b.takenOff
        a.held += b.held
        a.paid += b.paid
        a.paidHours += b.paidHours
    }

    static func - (a: AdviceAmounts, b: AdviceAmounts) -> AdviceAmounts {
        AdviceAmounts(
            billed: a.billed - b.billed, takenOff: a.takenOff - b.takenOff, held: a.held - b.held,
            paid: a.paid - b.paid, paidHours: a.paidHours - b.paidHours)
    }
}

extension Night {
    /// A line's amounts as its provider is told them.
    func adviceAmounts(of index: Int) -> AdviceAmounts {
        let decision = decisions[index]
        let billed = lines[index].amount
        switch decision.disposition {
        case .reversed:
            // What was billed less what was paid is what was taken off when the line was decided.
            return AdviceAmounts(
                billed: -billed, takenOff: -(billed + decision.paidAmount), held: .zero, paid: decision.paidAmount,
                paidHours: decision.paidHours)
        case .withdrawn:
            return AdviceAmounts(billed: -billed, takenOff: .zero, held: -billed, paid: .zero)
        default:
            return AdviceAmounts(
                billed: billed, takenOff: adjusted(index), held: decision.heldAmount, paid: decision.paidAmount,
                paidHours: decision.paidHours)
        }
    }

    /// How a line came into the advice, in words; empty for one that came tonight.
    func adviceOrigin(of index: Int) -> String {
        switch origins[index] {
        case .received, .undecided: ""
        case .pended: "held before"
        case .reopened: "reopened"
        case .undone: decisions[index].disposition == .reversed ? "paid before, taken back" : "held before, taken back"
        }
    }
}

extension Outcome {
    /// The advices of all providers with a line that the run decided or took back, in order of their ids.
    ///
    /// - Parameter part: the rows of decisions.csv that are meant; nil: all.
    func advices(_ part: Range<Int>? = nil) -> [Advice] {
        let night = night
        var advices: [Advice] = []
        for row in rows[part ?? rows.indices] {
            let index = Int(row)
            let invoice = Int(night.lines[index].invoice)
            let provider = night.invoices[invoice].invoice.provider
            if advices.last?.provider != provider {
                advices.append(
                    Advice(provider: provider, invoices: [], recovered: [], owed: [], vouchered: .zero, refused: []))
            }
            let last = advices.count - 1
            if advices[last].invoices.last?.invoice != invoice {
                advices[last].invoices.append(AdviceInvoice(invoice: invoice, lines: [], sum: AdviceAmounts()))
            }
            let place = advices[last].invoices.count - 1
            advices[last].invoices[place].lines.append(index)
            let amounts = night.adviceAmounts(of: index)
            advices[last].invoices[place].sum += amounts
            if night.origins[index] == .undone { advices[last].takenBack += amounts }
        }
        addMoney(to: &advices)
        return advices
    }

    private func addMoney(to advices: inout [Advice]) {
        let places = Dictionary(uniqueKeysWithValues: advices.enumerated().map { ($0.element.provider, $0.offset) })
        func place(_ invoice: Int) -> Int? { places[night.invoices[invoice].invoice.provider] }
        for voucher in vouchers.vouchers {
            guard let place = place(voucher.invoice) else { continue }
            advices[place].vouchered += voucher.amount
            advices[place].recovered += voucher.takings.map {
                .init(
                    invoice: voucher.invoice, recoverable: vouchers.recoverables[$0.recoverable], amount: $0.amount)
            }
        }
        for refusal in vouchers.refusals { place(refusal.invoice).map { advices[$0].refused.append(refusal) } }
        for entry in vouchers.recoverables where entry.left > .zero {
            if let place = places[entry.provider] { advices[place].owed.append(entry) }
        }
    }
}
