import GRDB

/// Brings the working tables up to date with a night's decisions, so that the next night need not read the history.
struct WorkingTables {
    let database: Database
    let outcome: Outcome
    /// How the findings on agreements differ from those of the run before.
    let changes: [AgreementChanges.Change]

    private var night: Night { outcome.night }

    func update() throws {
        try updateOpenItems()
        try updateBalances()
        try updateServiceMonths()
        try updateWorkerDays()
        try updatePaidBesideHeld()
        try updateAgreementFindings()
    }

    /// Calls `body` with every line on which money moved, and +1 for a payment or -1 for a reversal.
    private func forEachMoved(_ body: (_ index: Int, _ sign: Int) throws -> Void) rethrows {
        let night = night
        for index in night.lines.indices {
            if night.origins[index] == .undone {
                if night.decisions[index].disposition == .reversed { try body(index, -1) }
            } else if night.origins[index].isDecided, night.decisions[index].disposition.isPayment {
                try body(index, 1)
            }
        }
    }

    /// What a night changes of a row that counts and adds up.
    private struct Change {
        var lines = 0
        var hours = 0
        var amount = 0
    }

    private func updateBalances() throws {
        let night = night
        var changes: [Balances.Account: Change] = [:]
        try forEachMoved { index, sign in
            guard let account = night.account(of: index) else {
                throw Stop(.programFault, "A paid line has a service that the policy pack does not know. Nothing was posted.")
            }
            let decision = night.decisions[index]
            changes[account, default: Change()].lines += sign
            changes[account]!.hours += decision.paidHours.hundredths
            changes[account]!.amount += decision.paidAmount.cents
        }
        let rows = try CountedRows(
            database, "balances", counts: ["line_count", "hours", "amount"],
            keys: ["agreement_id", "service", "child_id", "form", "is_capped"], isEmpty: night.runNumber == 1)
        let accounts = changes.keys.sorted { night.symbols.isBefore($0.agreement, $1.agreement) }
        for account in accounts {
            let change = changes[account]!
            try rows.add { row in
                row.bind(change.lines).bind(change.hours).bind(change.amount)
                    .bind(account.agreement, night.symbols).bind(night.pack.services.name(account.service))
                    .bind(account.child, night.symbols).bind(account.form.description).bind(account.isCapped ? 1 : 0)
            }
        }
    }

    private func updateServiceMonths() throws {
        let night = night
        var changes: [History.ServiceMonth: Int] = [:]
        forEachMoved { index, sign in changes[night.serviceMonth(of: index), default: 0] += sign }
        let rows = try CountedRows(
            database, "service_months", counts: ["line_count"], keys: ["month", "agreement_id", "provider_id", "form"],
            isEmpty: night.runNumber == 1)
        let months = changes.keys.sorted { a, b in
            a.month != b.month ? a.month < b.month : night.symbols.isBefore(a.agreement, b.agreement)
        }
        for key in months where changes[key] != 0 {
            try rows.add { row in
                row.bind(changes[key]!).bind(key.month.description).bind(key.agreement, night.symbols)
                    .bind(key.provider, night.symbols).bind(key.form.description)
            }
        }
    }

    /// Day by day, and on each day by provider and worker: in the order of the table.
    private func updateWorkerDays() throws {
        let night = night
        var moved: [Int32] = []
        forEachMoved { index, _ in
            if !night.lines[index].worker.isEmpty { moved.append(Int32(index)) }
        }
        var workers = WorkerTally(night, moved)
        let rows = try CountedRows(
            database, "worker_days", counts: ["hours"], keys: ["service_date", "provider_id", "worker"],
            isEmpty: night.runNumber == 1)
        let order = night.sortedByDay(moved)
        var start = 0
        while start < order.count {
            let day = night.lines[Int(order[start])].day
            let end = order[start...].firstIndex { night.lines[Int($0)].day != day } ?? order.count
            for index in order[start..<end] {
                workers.add(night.decisions[Int(index)].paidHours.hundredths, ofLine: Int(index), night)
            }
            for worker in workers.take() {
                try rows.add { row in
                    row.bind(worker.hours).bind(day).bind(worker.provider, night.symbols)
                        .bind(worker.worker, night.symbols)
                }
            }
            start = end
        }
    }

    /// What this run reported of agreements takes the place of what the last one did.
    private func updateAgreementFindings() throws {
        let delete = try Statement(
            database, "DELETE FROM agreement_findings WHERE agreement_id = ? AND rule = ? AND month = ?")
        let insert = try Statement(database, "INSERT INTO agreement_findings VALUES (?, ?, ?)")
        for change in changes {
            let key = change.key
            try (change.isFound ? insert : delete).bind(key.agreement).bind(key.rule).bind(key.month).run()
        }
    }
}
