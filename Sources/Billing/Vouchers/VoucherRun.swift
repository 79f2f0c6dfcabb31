/// The vouchers of a run, and the money that providers owe back (spec: vouchers.csv). A pure function of the decided
/// night and of what was owed before it.
///
/// A voucher is made of every positive row of payments.csv. Negative rows are owed back: they are taken off the
/// provider's vouchers, tonight's own first, the oldest debt first, until one cent is left on a voucher.
struct VoucherRun: Sendable {
    /// In the order of payments.csv.
    private(set) var vouchers: [Voucher] = []
    /// Invoices that are owed money and can't be vouchered.
    private(set) var refusals: [Refusal] = []
    /// All that was owed before the vouchers or became so tonight, the oldest first.
    private(set) var recoverables: [Recoverable]

    /// Why an invoice that is owed money has no voucher.
    struct Refusal: Hashable, Sendable {
        /// The invoice's place among the night's.
        var invoice: Int
        var amount: Money
        var sentence: Sentence
    }

    /// - Parameter owed: what providers owe from earlier nights, the oldest first.
    init(_ night: Night, _ payments: [Payment], owed: [Recoverable]) {
        recoverables = owed
        for payment in payments where payment.amount < .zero {
            let invoice = night.invoices[payment.invoice].invoice
            recoverables.append(
                Recoverable(
                    id: nil, provider: invoice.provider, invoiceNumber: invoice.number, invoice: payment.invoice,
                    since: night.asOf, owed: -payment.amount, left: -payment.amount))
        }
        var debts = Dictionary(grouping: recoverables.indices) { recoverables[$0].provider }
        let groups = VoucherLines(night)
        for payment in payments where payment.amount > .zero {
            if let sentence = Self.refusal(of: payment, night) {
                refusals.append(Refusal(invoice: payment.invoice, amount: payment.amount, sentence: sentence))
                continue
            }
            let provider = night.invoices[payment.invoice].invoice.provider
            let takings = take(payment.amount - Money(cents: 1), from: &debts[provider, default: []])
            vouchers.append(
                Voucher(
                    invoice: payment.invoice, supplier: night.registers.provider(provider)?.supplierID ?? .none,
                    lines: groups.lines(of: payment.invoice), takings: takings))
        }
    }

    /// Takes up to `limit` off what a provider owes, the oldest first.
    private mutating func take(_ limit: Money, from debts: inout [Int]) -> [Taking] {
        var rest = limit
        var takings: [Taking] = []
        while rest > .zero, let oldest = debts.first {
            let amount = min(rest, recoverables[oldest].left)
            takings.append(Taking(recoverable: oldest, amount: amount))
            recoverables[oldest].left = recoverables[oldest].left - amount
            rest = rest - amount
            if recoverables[oldest].left == .zero { debts.removeFirst() }
        }
        return takings
    }

    private static func refusal(of payment: Payment, _ night: Night) -> Sentence? {
        let invoice = night.invoices[payment.invoice].invoice
        let number = night.symbols[invoice.number]
        if night.registers.provider(invoice.provider)?.supplierID.isEmpty ?? true {
            return VoucherRefused.noSupplier(
                provider: night.symbols[invoice.provider], invoice: number, amount: payment.amount)
        }
        let limit = night.pack.vouchers.invoiceNumberLength
        return number.count > limit
            ? VoucherRefused.numberTooLong(invoice: number, limit: limit, amount: payment.amount) : nil
    }
}
