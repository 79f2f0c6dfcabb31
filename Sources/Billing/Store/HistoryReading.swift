import GRDB

/// Reads what earlier nights paid, as far as the night's lines and agreements ask.
struct HistoryReading {
    let database: Database

    func history(for night: inout Night) throws -> History {
        var history = History()
        try readAccounts(&history, &night)
        let hasLines = try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM lines)") ?? false
        if hasLines {
            try readStanding(&history, &night)
            try readWorkerDays(&history, night)
        }
        try readMonths(&history, &night, night.pack.settings.agreements.dueMonths(asOf: night.asOf))
        let statement = try Statement(database, "SELECT agreement_id, rule, month FROM agreement_findings")
        while try statement.step() {
            guard let rule = Catalogue.find(statement.text(1)) else { continue }
            history.agreementFindings.insert(
                .init(
                    agreement: statement.symbol(0, &night.symbols), rule: rule,
                    month: Day(iso: statement.text(2) + "-01")?.month))
        }
        try readOwed(&history, &night)
        try readSettledProviders(&history, &night)
        return history
    }

    private func readOwed(_ history: inout History, _ night: inout Night) throws {
        let statement = try Statement(
            database,
            """
            SELECT o.recovery_id, i.provider_id, i.invoice_number, r.as_of, o.amount
            FROM open_recoveries o JOIN recoveries USING (recovery_id) JOIN invoices i USING (invoice_id)
            JOIN runs r ON r.run_number = recoveries.run_number ORDER BY o.recovery_id
            """)
        while try statement.step() {
            let amount = Money(cents: statement.int(4))
            history.owed.append(
                Recoverable(
                    id: statement.int(0), provider: statement.symbol(1, &night.symbols),
                    invoiceNumber: statement.symbol(2, &night.symbols), invoice: nil, since: statement.day(3),
                    owed: amount, left: amount))
        }
    }

    /// Whose invoices the files hold that come again tonight, for their acknowledgements.
    private func readSettledProviders(_ history: inout History, _ night: inout Night) throws {
        let statement = try Statement(
            database,
            """
            SELECT DISTINCT i.provider_id FROM files f JOIN invoices i USING (file_id)
            WHERE f.sha256 = ? AND f.is_settled = 1 ORDER BY i.provider_id
            """)
        for file in night.files where file.status == .skipped && history.settledProviders[file.sha256] == nil {
            statement.bind(file.sha256)
            while try statement.step() {
                history.settledProviders[file.sha256, default: []].append(statement.symbol(0, &night.symbols))
            }
        }
    }

    private func readAccounts(_ history: inout History, _ night: inout Night) throws {
        let statement = try Statement(
            database, "SELECT agreement_id, service, child_id, form, is_capped, line_count, hours, amount FROM balances")
        var words = ServiceWords(night.pack.services)
        while try statement.step() {
            guard let service = words.find(statement.symbol(1, &night.symbols), in: night.symbols) else {
                throw Stop(
                    .unusableData,
                    "The policy pack does not list the service \(statement.text(1)), on which the store holds payments; "
                        + "put it back into the policy of its dates.")
            }
            let account = Balances.Account(
                agreement: statement.symbol(0, &night.symbols), service: service,
                child: statement.symbol(2, &night.symbols),
                form: statement.text(3) == Form.aap.description ? .aap : .dcf2106, isCapped: statement.int(4) == 1)
            history.accounts.append(
                (
                    account, try statement.quantity(5), Hours(hundredths: try statement.quantity(6)),
                    Money(cents: try statement.quantity(7))
                ))
        }
    }

    /// Paid lines on the children and days of tonight's lines.
    private func readStanding(_ history: inout History, _ night: inout Night) throws {
        let undone = Set(night.lines.indices.filter { night.origins[$0] == .undone }.map { lineKey(of: $0, night) })
        let statement = try Statement(
            database,
            """
            SELECT l.invoice_id, l.line_number, i.provider_id, l.service, l.worker, l.hours, l.activity, l.description,
              d.service, i.invoice_number, l.service_date
            FROM child_invoices c
            CROSS JOIN lines l ON l.invoice_id = c.invoice_id
            CROSS JOIN invoices i ON i.invoice_id = c.invoice_id
            CROSS JOIN decisions d ON d.invoice_id = l.invoice_id AND d.line_number = l.line_number
              AND d.run_number = (SELECT max(run_number) FROM decisions x
                WHERE x.invoice_id = l.invoice_id AND x.line_number = l.line_number)
            WHERE c.child_id = ?1 AND c.last_date >= ?2 AND c.first_date <= ?3
              AND l.child_id = c.child_id AND l.service_date BETWEEN ?2 AND ?3 AND d.disposition IN ('paid', 'reduced')
            ORDER BY l.invoice_id, l.line_number
            """)
        var words = ServiceWords(night.pack.services)
        var places: [Int: Int] = [:]
        for (index, entry) in night.invoices.enumerated() {
            if let id = entry.storeID { places[id] = index }
        }
        for asked in daysByChild(night) {
            statement.bind(asked.child, night.symbols).bind(asked.days.min()!).bind(asked.days.max()!)
            while try statement.step() {
                let key = LineKey(invoice: statement.int(0), line: statement.int(1))
                let day = statement.day(10)
                if !asked.days.contains(day) || undone.contains(key) { continue }
                var entry = try earlierLine(statement, asked.child, day, &words, &night)
                // One that is not on tonight's docket is told apart by its id, as a negative number.
                entry.work.invoice = places[key.invoice] ?? -key.invoice
                history.standing.append(entry)
            }
        }
    }

    /// The children of tonight's lines with their days, in the order in which they first come.
    private func daysByChild(_ night: Night) -> [(child: Symbol, days: Set<Day>)] {
        var places: [Symbol: Int] = [:]
        var asked: [(child: Symbol, days: Set<Day>)] = []
        for index in night.lines.indices where night.origins[index].isDecided {
            let line = night.lines[index]
            let place = places[line.child] ?? asked.count
            if place == asked.count {
                places[line.child] = place
                asked.append((line.child, []))
            }
            asked[place].days.insert(line.day)
        }
        return asked
    }

    /// The row that a statement is at, as work on the child and day of one of tonight's lines.
    private func earlierLine(
        _ row: Statement, _ child: Symbol, _ day: Day, _ words: inout ServiceWords, _ night: inout Night
    ) throws -> StandingWork.Earlier {
        let provider = row.symbol(2, &night.symbols)
        let service = words.find(row.symbol(8, &night.symbols), in: night.symbols)
        let work = StandingWork.Work(
            provider: provider, child: child, day: day,
            service: service.map { .known($0) } ?? .billed(row.symbol(3, &night.symbols)),
            worker: row.symbol(4, &night.symbols), hours: Hours(hundredths: try row.quantity(5)),
            activity: row.symbol(6, &night.symbols), description: row.symbol(7, &night.symbols), invoice: 0)
        let mark = StandingWork.Mark(
            provider: provider, invoiceNumber: row.symbol(9, &night.symbols), line: row.int(1))
        return StandingWork.Earlier(work: work, mark: mark)
    }

    private struct LineKey: Hashable {
        var invoice: Int
        var line: Int
    }

    private func lineKey(of index: Int, _ night: Night) -> LineKey {
        let line = night.lines[index]
        return LineKey(invoice: night.invoices[Int(line.invoice)].storeID ?? -1, line: Int(line.number))
    }

    private func readWorkerDays(_ history: inout History, _ night: Night) throws {
        let statement = try Statement(
            database, "SELECT hours FROM worker_days WHERE provider_id = ? AND worker = ? AND service_date = ?")
        for index in night.lines.indices where night.origins[index].isDecided {
            let key = night.workerDay(of: index)
            if key.worker.isEmpty || history.workerDays[key] != nil { continue }
            statement.bind(key.provider, night.symbols).bind(key.worker, night.symbols).bind(key.day.description)
            guard try statement.step() else {
                history.workerDays[key] = .zero
                continue
            }
            history.workerDays[key] = Hours(hundredths: try statement.quantity(0))
            statement.reset()
        }
        for index in night.lines.indices where night.decisions[index].disposition == .reversed {
            history.workerDays[night.workerDay(of: index)]? += night.decisions[index].paidHours
        }
    }

    private func readMonths(_ history: inout History, _ night: inout Night, _ months: [Month]) throws {
        let invoices = try Statement(
            database, "SELECT DISTINCT agreement_id, provider_id FROM invoices WHERE billing_month = ?")
        let lines = try Statement(
            database, "SELECT agreement_id, provider_id, form, line_count FROM service_months WHERE month = ?")
        for month in months {
            invoices.bind(month.description)
            while try invoices.step() {
                history.invoiceMonths.insert(
                    .init(
                        agreement: invoices.symbol(0, &night.symbols), provider: invoices.symbol(1, &night.symbols),
                        month: month))
            }
            lines.bind(month.description)
            while try lines.step() {
                let key = History.ServiceMonth(
                    agreement: lines.symbol(0, &night.symbols), provider: lines.symbol(1, &night.symbols),
                    form: lines.text(2) == Form.aap.description ? .aap : .dcf2106, month: month)
                history.serviceMonths[key] = try lines.quantity(3)
            }
        }
    }
}

extension Night {
    /// What tells a line to a person.
    func mark(of index: Int) -> StandingWork.Mark {
        let line = lines[index]
        let invoice = invoices[Int(line.invoice)].invoice
        return .init(provider: invoice.provider, invoiceNumber: invoice.number, line: Int(line.number))
    }

    /// The worker's day that a line belongs to.
    func workerDay(of index: Int) -> History.WorkerDay {
        let line = lines[index]
        return .init(provider: invoices[Int(line.invoice)].invoice.provider, worker: line.worker, day: line.day)
    }
}
