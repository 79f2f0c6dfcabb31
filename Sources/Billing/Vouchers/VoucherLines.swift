/// Adds up what a run pays and takes back, by invoice, service month, service and rate: the lines of vouchers.
struct VoucherLines {
    private struct Key: Hashable {
        var month: Month
        /// The service's code; as billed where no policy knows it.
        var service: String
        var rate: Rate
    }

    private struct Sum {
        var hours = Hours.zero
        var amount = Money.zero
    }

    private var sums: [Int: [Key: Sum]] = [:]
    private let settings: VoucherSettings

    init(_ night: Night) {
        settings = night.pack.vouchers
        for move in night.moneyMoves() {
            let decision = night.decisions[move.line]
            let key = Key(
                month: night.lines[move.line].day.month, service: night.voucherCode(of: move.line),
                rate: night.paidRate(of: move.line))
            sums[move.invoice, default: [:]][key, default: Sum()].hours += decision.paidHours
            sums[move.invoice, default: [:]][key, default: Sum()].amount += decision.paidAmount
        }
    }

    /// The lines of an invoice's voucher by month, service and rate; what cancels out has none.
    func lines(of invoice: Int) -> [VoucherLine] {
        let groups = (sums[invoice] ?? [:]).filter { $0.value.amount != .zero }
        let sorted = groups.sorted { a, b in
            if a.key.month != b.key.month { return a.key.month < b.key.month }
            if a.key.service != b.key.service {
                return a.key.service.utf8.lexicographicallyPrecedes(b.key.service.utf8)
            }
            return a.key.rate < b.key.rate
        }
        return sorted.map { key, sum in
            VoucherLine(
                description: description(key, sum.hours), fiscalYear: settings.fiscalYear(of: key.month),
                hours: sum.hours, rate: key.rate, amount: sum.amount)
        }
    }

    /// `PP 2026-09 12.50 h`; of a longer service the beginning.
    private func description(_ key: Key, _ hours: Hours) -> String {
        let rest = " \(key.month) \(hours.worded)"
        return String(key.service.prefix(settings.descriptionLength - rest.count)) + rest
    }
}

extension Night {
    fileprivate func voucherCode(of index: Int) -> String {
        account(of: index).map { pack.services.code($0.service) } ?? reportedService(of: index)
    }

    /// The rate that a line was paid at: the lesser of the billed and the contract's.
    fileprivate func paidRate(of index: Int) -> Rate {
        let contract =
            origins[index] == .undone
            ? priors[index]?.contractRate : limits(of: index)?.contractRate
        return min(lines[index].rate, contract ?? lines[index].rate)
    }
}
