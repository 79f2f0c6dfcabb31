import GRDB
import Glibc

/// Reads what earlier nights paid, as far as the night's lines and agreements ask.
struct HistoryReading {
    private let database: Database
    private var services: ServiceWords
    private let standing: Statement
    private let decision: Statement
    private let workerDay: Statement

    init(_ database: Database, _ services: ServiceCatalogue) throws {
        self.database = database
        self.services = ServiceWords(services)
        standing = try Statement(
            database,
            """
            SELECT \(Self.columns) FROM child_invoices c
            CROSS JOIN invoices i ON i.invoice_id = c.invoice_id
            CROSS JOIN lines l ON l.invoice_id = c.invoice_id
            WHERE c.child_id = ?1 AND c.last_date >= ?2 AND c.first_date <= ?3
              AND l.child_id = c.child_id AND l.service_date BETWEEN ?2 AND ?3
            ORDER BY c.invoice_id, l.line_number
            """)
        decision = try Statement(
            database,
            """
            SELECT disposition, service FROM decisions WHERE invoice_id = ? AND line_number = ?
            ORDER BY run_number DESC LIMIT 1
            """)
        workerDay = try Statement(
            database, "SELECT hours FROM worker_days WHERE provider_id = ? AND worker = ? AND service_date = ?")
    }

    /// Reads what is asked for by the agreements, whatever comes in, and what is owed.
    func readAgreements(_ history: inout History, _ symbols: inout Symbols, _ months: [Month]) throws {
        try readMonths(&history, &symbols, months)
        let statement = try Statement(database, "SELECT agreement_id, rule, month FROM agreement_findings")
        while try statement.step() {
            guard let rule = Catalogue.find(statement.text(1)) else { continue }
            history.agreementFindings.insert(
                .init(
                    agreement: statement.symbol(0, &symbols), rule: rule,
                    month: Day(iso: statement.text(2) + "-01")?.month))
        }
        try readOwed(&history, &symbols)
    }

    /// Reads what was paid on the children's and the workers' days of lines that are to be decided, as far as it can
    /// have anything in common with them.
    ///
    /// - Parameter provider: that of an invoice, by its place.
    mutating func read(
        _ history: inout History, _ symbols: inout Symbols, around lines: some Sequence<InvoiceLine>,
        providers provider: (Int32) -> Symbol
    ) throws {
        var sought = SoughtWork()
        for line in lines {
            let provider = provider(line.invoice)
            try readWorkerDay(&history, symbols, of: line, by: provider)
            sought.add(line, of: provider)
        }
        for child in sought.children { try readStanding(&history, &symbols, sought, child) }
    }

    /// Reads what is asked for by what came in, and leaves out what the night undoes.
    mutating func complete(_ history: inout History, for night: inout Night) throws {
        if try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM lines)") == true {
            // Around the held lines was read before.
            let others = night.lines.indices.filter { night.origins[$0].isDecided && night.origins[$0] != .pended }
            let lines = others.map { night.lines[$0] }
            let providers = night.invoices.map { $0.invoice.provider }
            try read(&history, &night.symbols, around: lines) { providers[Int($0)] }
            history.orderStanding()
            leaveOutUndone(&history, night)
        }
        try readSettledProviders(&history, &night)
    }

    private func leaveOutUndone(_ history: inout History, _ night: Night) {
        let undone = Set(night.lines.indices.filter { night.origins[$0] == .undone }.map { lineKey(of: $0, night) })
        if !undone.isEmpty {
            history.standing.removeAll { undone.contains(LineKey(invoice: $0.work.invoice, line: $0.mark.line)) }
        }
        var places: [Int: Int] = [:]
        for (index, entry) in night.invoices.enumerated() {
            if let id = entry.storeID { places[id] = index }
        }
        for index in history.standing.indices {
            // One that is not on tonight's docket is told apart by its id, as a negative number.
            let id = history.standing[index].work.invoice
            history.standing[index].work.invoice = places[id] ?? -id
        }
        for index in night.lines.indices where night.decisions[index].disposition == .reversed {
            history.workerDays[night.workerDay(of: index)]? += night.decisions[index].paidHours
        }
    }

    private func readOwed(_ history: inout History, _ symbols: inout Symbols) throws {
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
                    id: statement.int(0), provider: statement.symbol(1, &symbols),
                    invoiceNumber: statement.symbol(2, &symbols), invoice: nil, since: statement.day(3),
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

    /// Reads what was paid on every account.
    mutating func readAccounts(_ history: inout History, _ symbols: inout Symbols) throws {
        let row = try Statement(
            database, "SELECT agreement_id, service, child_id, form, is_capped, line_count, hours, amount FROM balances")
        // Rows of one agreement stand together, and each of its services mostly names the same children.
        var (agreement, service) = (Symbol.none, Symbol.none)
        var children: [Symbol] = []
        var next = 0
        while try row.step() {
            let last = (agreement, service)
            agreement = row.symbol(0, &symbols, likely: agreement)
            service = row.symbol(1, &symbols, likely: service)
            if last.0 != agreement { children.removeAll(keepingCapacity: true) }
            if last != (agreement, service) { next = 0 }
            let child = row.symbol(2, &symbols, likely: next < children.count ? children[next] : .none)
            if next == children.count { children.append(child) }
            next += 1
            guard let service = services.find(service, in: symbols) else {
                throw Stop(
                    .unusableData,
                    "The policy pack does not list the service \(row.text(1)), on which the store holds payments; "
                        + "put it back into the policy of its dates.")
            }
            let account = Balances.Account(
                agreement: agreement, service: service, child: child, form: Self.form(row, 3),
                isCapped: row.int(4) == 1)
            history.accounts.append(
                (
                    account, try row.quantity(5), Hours(hundredths: try row.quantity(6)),
                    Money(cents: try row.quantity(7))
                ))
        }
    }

    private static let aap: StaticString = "AAP"

    private static func form(_ row: Statement, _ column: Int32) -> Form {
        row.withText(column) { text in
            guard text.count == aap.utf8CodeUnitCount else { return false }
            return memcmp(text.baseAddress!, aap.utf8Start, text.count) == 0
        } ? .aap : .dcf2106
    }

    /// Reads the paid lines of a child, as far as they are sought.
    private mutating func readStanding(
        _ history: inout History, _ symbols: inout Symbols, _ sought: borrowing SoughtWork, _ asked: SoughtWork.Child
    ) throws {
        let row = standing
        row.bind(asked.child, symbols).bind(asked.first).bind(asked.last)
        while try row.step() {
            let day = row.day(9)
            guard sought.names(asked.child, day) else { continue }
            let provider = row.symbol(2, &symbols)
            let worker = row.symbol(4, &symbols)
            let hours = Hours(hundredths: try row.quantity(5))
            if sought.includes(asked.child, day, by: provider, worker, hours),
                let service = try paidService(row.int(0), row.int(1), &symbols)
            {
                history.standing.append(try paidLine(row, decidedAs: service, &symbols))
            }
        }
    }

    /// Reads the paid lines of invoices that the store keeps for held ones.
    mutating func readKept(
        _ history: inout History, _ symbols: inout Symbols, of invoices: ClosedRange<Int>
    ) throws {
        let row = try Statement(
            database,
            """
            SELECT \(Schema.paidBesideHeldColumns.joined(separator: ", ")) FROM paid_beside_held
            WHERE invoice_id BETWEEN ? AND ? ORDER BY invoice_id, line_number
            """)
        row.bind(invoices.lowerBound).bind(invoices.upperBound)
        while try row.step() {
            var line = try paidLine(row, decidedAs: row.symbol(11, &symbols), &symbols)
            line.isKept = true
            history.standing.append(line)
        }
    }

    /// What a paid line is read from, as `paid_beside_held` has it.
    private static let columns = """
        l.invoice_id, l.line_number, i.provider_id, l.service, l.worker, l.hours, l.activity, l.description,
        i.invoice_number, l.service_date, l.child_id
        """

    /// The line of a row, which is paid. It bears its invoice's id in the store.
    ///
    /// - Parameter service: for which it was paid.
    private mutating func paidLine(
        _ row: Statement, decidedAs service: Symbol, _ symbols: inout Symbols
    ) throws -> StandingWork.Earlier {
        let provider = row.symbol(2, &symbols)
        let work = StandingWork.Work(
            provider: provider, child: row.symbol(10, &symbols), day: row.day(9),
            service: services.find(service, in: symbols).map { .known($0) } ?? .billed(row.symbol(3, &symbols)),
            worker: row.symbol(4, &symbols), hours: Hours(hundredths: try row.quantity(5)),
            activity: row.symbol(6, &symbols), description: row.symbol(7, &symbols), invoice: row.int(0))
        let mark = StandingWork.Mark(provider: provider, invoiceNumber: row.symbol(8, &symbols), line: row.int(1))
        return StandingWork.Earlier(work: work, mark: mark)
    }

    /// The service for which a line was paid; nil where it was not.
    private func paidService(_ invoice: Int, _ line: Int, _ symbols: inout Symbols) throws -> Symbol? {
        decision.bind(invoice).bind(line)
        guard try decision.step() else { return nil }
        defer { decision.reset() }
        return Disposition(word: decision.text(0))?.isPayment == true ? decision.symbol(1, &symbols) : nil
    }

    private struct LineKey: Hashable {
        var invoice: Int
        var line: Int
    }

    private func lineKey(of index: Int, _ night: Night) -> LineKey {
        let line = night.lines[index]
        return LineKey(invoice: night.invoices[Int(line.invoice)].storeID ?? -1, line: Int(line.number))
    }

    /// Reads the hours that were paid to a line's worker on its day.
    func readWorkerDay(
        _ history: inout History, _ symbols: borrowing Symbols, of line: InvoiceLine, by provider: Symbol
    ) throws {
        let key = History.WorkerDay(provider: provider, worker: line.worker, day: line.day)
        if key.worker.isEmpty || history.workerDays[key] != nil { return }
        workerDay.bind(key.provider, symbols).bind(key.worker, symbols).bind(key.day)
        guard try workerDay.step() else {
            history.workerDays[key] = .zero
            return
        }
        history.workerDays[key] = Hours(hundredths: try workerDay.quantity(0))
        workerDay.reset()
    }

    private func readMonths(_ history: inout History, _ symbols: inout Symbols, _ months: [Month]) throws {
        let invoices = try Statement(
            database, "SELECT DISTINCT agreement_id, provider_id FROM invoices WHERE billing_month = ?")
        let lines = try Statement(
            database, "SELECT agreement_id, provider_id, form, line_count FROM service_months WHERE month = ?")
        for month in months {
            invoices.bind(month.description)
            while try invoices.step() {
                history.invoiceMonths.append(
                    .init(
                        agreement: invoices.symbol(0, &symbols), provider: invoices.symbol(1, &symbols), month: month))
            }
            lines.bind(month.description)
            while try lines.step() {
                let key = History.ServiceMonth(
                    agreement: lines.symbol(0, &symbols), provider: lines.symbol(1, &symbols),
                    form: Self.form(lines, 2), month: month)
                history.serviceMonths.append((key, try lines.quantity(3)))
            }
        }
    }
}
