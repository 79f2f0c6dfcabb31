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
        try updateAgreementFindings()
    }

    private func updateOpenItems() throws {
        let delete = try Statement(database, "DELETE FROM open_items WHERE invoice_id = ? AND line_number = ?")
        let insert = try Statement(database, "INSERT INTO open_items VALUES (?, ?, ?)")
        for index in night.lines.indices {
            let origin = night.origins[index]
            if origin == .undecided { continue }
            let isHeld = origin.isDecided && night.decisions[index].disposition == .pended
            if origin == .pended && isHeld { continue }
            let line = night.lines[index]
            let id = night.invoices[Int(line.invoice)].storeID!
            if origin == .pended || origin == .undone { try delete.bind(id).bind(Int(line.number)).run() }
            if isHeld { try insert.bind(id).bind(Int(line.number)).bind(night.heldSince(index).description).run() }
        }
    }

    /// Lines on which money moved, with +1 for a payment and -1 for a reversal.
    private var moved: [(index: Int, sign: Int)] {
        night.lines.indices.compactMap { index in
            if night.origins[index] == .undone {
                return night.decisions[index].disposition == .reversed ? (index, -1) : nil
            }
            guard night.origins[index].isDecided, night.decisions[index].disposition.isPayment else { return nil }
            return (index, 1)
        }
    }

    private func updateBalances() throws {
        struct Change {
            var lines = 0
            var hours = 0
            var amount = 0
        }
        var changes: [Balances.Account: Change] = [:]
        for (index, sign) in moved {
            guard let account = night.account(of: index) else {
                throw Stop(.programFault, "A paid line has a service that the policy pack does not know. Nothing was posted.")
            }
            changes[account, default: Change()].lines += sign
            changes[account]!.hours += night.decisions[index].paidHours.hundredths
            changes[account]!.amount += night.decisions[index].paidAmount.cents
        }
        let update = try Statement(
            database,
            """
            UPDATE balances SET line_count = line_count + ?, hours = hours + ?, amount = amount + ?
            WHERE agreement_id = ? AND service = ? AND child_id = ? AND form = ? AND is_capped = ?
            """)
        let insert = try Statement(database, "INSERT INTO balances VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        for (account, change) in changes {
            update.bind(change.lines).bind(change.hours).bind(change.amount)
            try bind(update, account).run()
            if database.changesCount > 0 { continue }
            try bind(insert, account).bind(change.lines).bind(change.hours).bind(change.amount).run()
        }
    }

    private func bind(_ statement: Statement, _ account: Balances.Account) -> Statement {
        statement.bind(account.agreement, night.symbols).bind(night.pack.services.name(account.service))
            .bind(account.child, night.symbols).bind(account.form.description).bind(account.isCapped ? 1 : 0)
    }

    private func updateServiceMonths() throws {
        var changes: [History.ServiceMonth: Int] = [:]
        for (index, sign) in moved { changes[night.serviceMonth(of: index), default: 0] += sign }
        let update = try Statement(
            database,
            """
            UPDATE service_months SET line_count = line_count + ?
            WHERE month = ? AND agreement_id = ? AND provider_id = ? AND form = ?
            """)
        let insert = try Statement(
            database,
            "INSERT INTO service_months (line_count, month, agreement_id, provider_id, form) VALUES (?, ?, ?, ?, ?)")
        for (key, change) in changes where change != 0 {
            for statement in [update, insert] {
                try statement.bind(change).bind(key.month.description).bind(key.agreement, night.symbols)
                    .bind(key.provider, night.symbols).bind(key.form.description).run()
                if database.changesCount > 0 { break }
            }
        }
    }

    private func updateWorkerDays() throws {
        var changes: [History.WorkerDay: Int] = [:]
        for (index, _) in moved {
            let key = night.workerDay(of: index)
            if !key.worker.isEmpty { changes[key, default: 0] += night.decisions[index].paidHours.hundredths }
        }
        let update = try Statement(
            database,
            """
            UPDATE worker_days SET hours = hours + ? WHERE provider_id = ? AND worker = ? AND service_date = ?
            """)
        let insert = try Statement(
            database, "INSERT INTO worker_days (hours, provider_id, worker, service_date) VALUES (?, ?, ?, ?)")
        for (key, change) in changes where change != 0 {
            for statement in [update, insert] {
                try statement.bind(change).bind(key.provider, night.symbols).bind(key.worker, night.symbols)
                    .bind(key.day.description).run()
                if database.changesCount > 0 { break }
            }
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
