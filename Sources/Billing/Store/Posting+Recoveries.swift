import GRDB

extension Posting {
    /// Money that tonight's run took back beyond what it paid, and what its vouchers bear of such money.
    func insertRecoveries() throws {
        var id = try Int.fetchOne(database, sql: "SELECT coalesce(max(recovery_id), 0) FROM recoveries") ?? 0
        let recoveries = try insert("recoveries", 4)
        var ids: [Int] = []
        for entry in outcome.vouchers.recoverables {
            if let known = entry.id {
                ids.append(known)
                continue
            }
            id += 1
            ids.append(id)
            try recoveries.bind(id).bind(night.runNumber).bind(night.storeID(ofInvoice: entry.invoice!)!)
                .bind(entry.owed.cents).run()
        }
        let takings = try insert("recovery_takings", 4)
        let taken = outcome.vouchers.vouchers.flatMap { voucher in
            voucher.takings.map { (ids[$0.recoverable], night.storeID(ofInvoice: voucher.invoice)!, $0.amount.cents) }
        }
        for (recovery, invoice, amount) in taken.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
            try takings.bind(recovery).bind(night.runNumber).bind(invoice).bind(amount).run()
        }
        try updateOpenRecoveries(ids)
    }

    /// What is still owed; follows from the two posted tables.
    private func updateOpenRecoveries(_ ids: [Int]) throws {
        let delete = try Statement(database, "DELETE FROM open_recoveries WHERE recovery_id = ?")
        let insert = try Statement(database, "INSERT INTO open_recoveries VALUES (?, ?)")
        for (id, entry) in zip(ids, outcome.vouchers.recoverables) {
            if entry.id != nil, entry.left == entry.owed { continue }
            try delete.bind(id).run()
            if entry.left > .zero { try insert.bind(id).bind(entry.left.cents).run() }
        }
    }
}
