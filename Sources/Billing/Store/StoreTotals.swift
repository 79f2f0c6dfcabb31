import GRDB

extension Store {
    /// What was read of the store adds up to what its runs posted: a byte that changed on the disk since is found here
    /// rather than paid upon. Only what the night reads anyway is added up; `verify` looks at all.
    func requireTotals(_ night: Night, _ history: History, _ database: Database) throws {
        let paid = try Int.fetchOne(database, sql: "SELECT coalesce(sum(paid - reversed), 0) FROM runs") ?? 0
        let held =
            try Int.fetchOne(database, sql: "SELECT held_after FROM runs ORDER BY run_number DESC LIMIT 1") ?? 0
        let balances = history.accounts.reduce(0) { $0 + $1.amount.cents }
        var open = 0
        night.priors.forEach { line, prior in
            if prior.disposition == .pended { open += night.lines[line].amount.cents }
        }
        guard (balances, open) == (paid, held) else {
            throw Stop(
                .unusableData,
                "The store \(path) does not add up: its balances come to \(Money(cents: balances).dollars) paid and "
                    + "\(Money(cents: open).dollars) held, its runs to \(Money(cents: paid).dollars) and "
                    + "\(Money(cents: held).dollars). Nothing was posted; invoice-batch verify names the place.")
        }
    }
}
