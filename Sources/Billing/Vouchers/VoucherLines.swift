/// Adds up what a run pays and takes back, by invoice, service month, service and rate: the lines of vouchers.
struct VoucherLines {
    private struct Key: Equatable {
        var month: Month
        /// The service's code; as billed where no policy knows it.
        var service: String
        var rate: Rate
    }

    private struct Sum {
        var hours = Hours.zero
        var amount = Money.zero
    }

    /// By invoice.
    private let sums: [[(key: Key, sum: Sum)]]

    init(_ night: Night) {
        var sums = [[(key: Key, sum: Sum)]](repeating: [], count: night.invoices.count)
        night.forEachMoneyMove { line, invoice in
            let key = Key(
                month: night.lines[line].day.month, service: night.voucherCode(of: line),
                rate: night.paidRate(of: line))
            // An invoice has a few of them, and its lines mostly the last one's.
            let place = sums[invoice].lastIndex { $0.key == key } ?? sums[invoice].count
            if place == sums[invoice].count { sums[invoice].append((key, Sum())) }
            sums[invoice][place].sum.hours += night.decisions[line].paidHours
            sums[invoice][place].sum.amount += night.decisions[line].paidAmount
        }
        self.sums = sums
    }

    /// The lines of an invoice's voucher by month, service and rate; what cancels out has none.
    func lines(of invoice: Int) -> [VoucherLine] {
        let groups = sums[invoice].filter { $0.sum.amount != .zero }
        let sorted = groups.sorted { a, b in
            if a.key.month != b.key.month { return a.key.month < b.key.month }
            if a.key.service != b.key.service {
                return a.key.service.utf8.lexicographicallyPrecedes(b.key.service.utf8)
            }
            return a.key.rate < b.key.rate
        }
        return sorted.map { key, sum in
            VoucherLine(
                service: key.service, month: key.month, hours: sum.hours, rate: key.rate, amount: sum.amount)
        }
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
