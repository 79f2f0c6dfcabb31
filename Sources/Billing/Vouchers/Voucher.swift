/// One voucher: what accounting is asked to pay on one invoice of this run.
struct Voucher: Hashable, Sendable {
    /// The invoice's place among the night's.
    var invoice: Int
    /// The provider's number in the state's accounting system.
    var supplier: Symbol
    /// What the run pays on the invoice, one line per service, service month, rate and fiscal year. A line is negative
    /// where a correction takes more back than it pays.
    var lines: [VoucherLine]
    /// What is taken off for earlier money to recover, the oldest first.
    var takings: [Taking]

    /// What is to be paid; never below one cent.
    var amount: Money {
        lines.reduce(Money.zero) { $0 + $1.amount } - takings.reduce(Money.zero) { $0 + $1.amount }
    }
}

/// One line of a voucher.
struct VoucherLine: Hashable, Sendable {
    /// The service's code; as billed where no policy knows it.
    var service: String
    /// The month of the services.
    var month: Month
    var hours: Hours
    /// The rate that the hours are paid at.
    var rate: Rate
    var amount: Money

    /// `PP 2026-09 12.50 h`, of a longer service the beginning; it holds nothing that tells a child.
    func description(_ settings: VoucherSettings) -> String {
        let rest = " \(month) \(hours.worded)"
        return String(service.prefix(settings.descriptionLength - rest.count)) + rest
    }
}

/// What a voucher bears of money to recover.
struct Taking: Hashable, Sendable {
    /// The place of what is recovered among `VoucherRun.recoverables`.
    var recoverable: Int
    /// More than nothing.
    var amount: Money
}
