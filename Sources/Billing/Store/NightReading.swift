import GRDB

extension Store {
    /// Receives the night's invoices, and takes up what earlier nights left: held lines, corrections, what staff
    /// decided.
    ///
    /// - Returns: what earlier nights paid.
    func takeUpEarlierNights(_ night: inout Night, _ rows: [DispositionRow]) throws(Stop) -> History {
        try Self.guarding(path) {
            try queue.read { database in
                let received = try NightReading.history(of: night.invoices, &night.symbols, database)
                night.receive(received)
                var reading = NightReading(database, night.pack.services)
                try reading.loadHeld(&night)
                try reading.loadReplaced(received, &night)
                try reading.loadReplacers(&night)
                try reading.find(rows, &night).apply(rows, to: &night)
                for missing in night.missingSubjects() where try reading.isKnown(missing.subject, missing.id, night) {
                    night.registers.addFault(missing.subject, missing.id)
                }
                let history = try HistoryReading(database: database).history(for: &night)
                try requireTotals(night, history, database)
                return history
            }
        }
    }
}

/// Reads from the store what a night takes up of earlier ones.
struct NightReading {
    let database: Database
    /// Where the store's invoices stand in the night.
    private var invoices: [Int: Int] = [:]
    private var linesByKey: [LineKey: Int] = [:]
    private var services: ServiceWords
    /// What the night itself received; found out when it is first asked.
    private var receivedTonight: Set<InvoiceKey>?

    private struct LineKey: Hashable {
        var invoice: Int
        var number: Int
    }

    init(_ database: Database, _ services: ServiceCatalogue) {
        self.database = database
        self.services = ServiceWords(services)
    }

    /// What earlier nights received under the numbers of these invoices and of those that they replace.
    static func history(of invoices: [NightInvoice], _ symbols: inout Symbols, _ database: Database) throws
        -> InvoiceHistory
    {
        var history = InvoiceHistory()
        let received = try Statement(
            database,
            """
            SELECT i.invoice_id, i.content, i.replaces_key, f.name || ' of ' || r.as_of
            FROM invoices i JOIN files f USING (file_id) JOIN runs r ON r.run_number = i.run_number
            WHERE i.provider_id = ? AND i.number_key = ?
            """)
        let replacer = try Statement(
            database, "SELECT number_key FROM invoices WHERE provider_id = ? AND replaces_key = ?")
        var asked: Set<InvoiceKey> = []
        var waiting = invoices.flatMap { entry in
            [entry.invoice.key] + (entry.invoice.replaces.isEmpty
                ? [] : [InvoiceKey(entry.invoice.provider, entry.invoice.replaces)])
        }
        while let key = waiting.popLast() {
            guard !key.number.isEmpty, asked.insert(key).inserted else { continue }
            received.bind(key.provider, symbols).bind(key.number, symbols)
            if try received.step() {
                let replaces = received.symbol(2, &symbols)
                history.received[key] = .init(
                    storeID: received.int(0), content: received.text(1), place: received.text(3), replaces: replaces)
                received.reset()
                waiting.append(InvoiceKey(key.provider, replaces))
            }
            replacer.bind(key.provider, symbols).bind(key.number, symbols)
            if try replacer.step() {
                history.replacers[key] = replacer.symbol(0, &symbols)
                replacer.reset()
            }
        }
        return history
    }

    private static let lineColumns = """
        l.invoice_id, l.line_number, l.place, l.child_id, l.service_date, l.service, l.worker, l.family_id,
        l.activity, l.description, l.hours, l.rate, l.amount,
        d.disposition, d.paid_hours, d.paid_amount, d.findings, d.deciding_rule, d.service, o.held_since, d.is_capped,
        d.contract_rate
        """

    private static let lineJoin = """
        JOIN decisions d ON d.invoice_id = l.invoice_id AND d.line_number = l.line_number
          AND d.run_number = (SELECT max(run_number) FROM decisions x
            WHERE x.invoice_id = l.invoice_id AND x.line_number = l.line_number)
        LEFT JOIN open_items o ON o.invoice_id = l.invoice_id AND o.line_number = l.line_number
        """

    /// Puts every line that is held on the night's docket.
    mutating func loadHeld(_ night: inout Night) throws {
        let statement = try Statement(
            database,
            """
            SELECT \(Self.lineColumns) FROM open_items h
            CROSS JOIN lines l ON l.invoice_id = h.invoice_id AND l.line_number = h.line_number
            \(Self.lineJoin) ORDER BY h.invoice_id, h.line_number
            """)
        while try statement.step() { try append(statement, .pended, &night) }
    }

    /// Takes back the invoices that tonight's received ones replace: paid lines are reversed, held ones withdrawn.
    mutating func loadReplaced(_ history: InvoiceHistory, _ night: inout Night) throws {
        let statement = try Statement(
            database,
            "SELECT \(Self.lineColumns) FROM lines l \(Self.lineJoin) WHERE l.invoice_id = ? ORDER BY l.line_number")
        for index in night.invoices.indices where night.invoices[index].status.isReceived {
            let invoice = night.invoices[index].invoice
            if night.invoices[index].isEarlier || invoice.replaces.isEmpty { continue }
            guard let replaced = history.received[InvoiceKey(invoice.provider, invoice.replaces)] else { continue }
            let entry = try self.invoice(replaced.storeID, &night)
            night.invoices[entry].status = .replaced
            statement.bind(replaced.storeID)
            while try statement.step() {
                let line = try append(statement, .undecided, &night)
                let disposition = night.priors[line]!.disposition
                if disposition.isPayment || disposition == .pended { night.undo(line, by: Replaced.id) }
            }
        }
    }

    /// Adds the invoices of earlier nights that replace one of tonight's, through the chain: what is given back is
    /// netted into the last.
    mutating func loadReplacers(_ night: inout Night) throws {
        let statement = try Statement(
            database, "SELECT invoice_id FROM invoices WHERE provider_id = ? AND replaces_key = ?")
        var keys = night.invoices.filter { $0.status == .replaced && !$0.isEarlier }.map { $0.invoice.key }
        while let key = keys.popLast() {
            statement.bind(key.provider, night.symbols).bind(key.number, night.symbols)
            guard try statement.step() else { continue }
            let id = statement.int(0)
            statement.reset()
            keys.append(night.invoices[try invoice(id, &night)].invoice.key)
        }
    }

    /// Finds the lines that dispositions name, among tonight's and the store's, with what was kept of them.
    mutating func find(_ rows: [DispositionRow], _ night: inout Night) throws -> StaffDecisions {
        var tonight: [InvoiceKey: Int] = [:]
        for index in night.invoices.indices
        where night.invoices[index].status.isReceived && !night.invoices[index].isEarlier {
            tonight[night.invoices[index].invoice.key] = index
        }
        let invoice = try Statement(
            database, "SELECT invoice_id FROM invoices WHERE provider_id = ? AND number_key = ?")
        let line = try Statement(
            database,
            "SELECT \(Self.lineColumns) FROM lines l \(Self.lineJoin) WHERE l.invoice_id = ? AND l.line_number = ?")
        var lines: [DispositionRow: Int] = [:]
        var kept: [Int: [DispositionRow.Kept]] = [:]
        for row in rows {
            guard let number = Int(row.lineNumber), number > 0 else { continue }
            let name = night.symbols.intern(row.invoiceNumber.lowercased())
            let key = InvoiceKey(night.symbols.intern(row.provider), name)
            if let index = tonight[key] {
                lines[row] = night.invoices[index].invoice.lines.first { Int(night.lines[$0].number) == number }
                continue
            }
            invoice.bind(row.provider).bind(row.invoiceNumber.lowercased())
            guard try invoice.step() else { continue }
            let id = invoice.int(0)
            invoice.reset()
            line.bind(id).bind(number)
            guard try line.step() else { continue }
            let index = try append(line, .undecided, &night)
            line.reset()
            lines[row] = index
            if kept[index] == nil { kept[index] = try dispositions(of: id, number).map { $0.kept } }
        }
        return StaffDecisions(lines: lines, kept: kept)
    }

    /// Adds a line of the store to the night, once; returns its place.
    @discardableResult
    private mutating func append(_ row: Statement, _ origin: Origin, _ night: inout Night) throws -> Int {
        let key = LineKey(invoice: row.int(0), number: row.int(1))
        if let known = linesByKey[key] { return known }
        let invoice = try self.invoice(key.invoice, &night)
        let serviceText = row.symbol(5, &night.symbols)
        night.lines.append(
            InvoiceLine(
                invoice: Int32(invoice), number: Int32(clamping: key.number), child: row.symbol(3, &night.symbols),
                worker: row.symbol(6, &night.symbols), family: row.symbol(7, &night.symbols),
                activity: row.symbol(8, &night.symbols), description: row.symbol(9, &night.symbols),
                serviceText: serviceText, service: services.find(serviceText, in: night.symbols), day: row.day(4),
                hours: Hours(hundredths: try row.quantity(10)), rate: Rate(cents: try row.quantity(11)),
                amount: Money(cents: try row.quantity(12)), place: Int32(clamping: row.int(2)), unread: []))
        night.origins.append(origin)
        night.decisions.append(Decision(disposition: .pended, findings: []))
        let index = night.lines.count - 1
        linesByKey[key] = index
        night.priors[index] = Prior(
            disposition: Disposition(word: row.text(13)) ?? .denied, findings: Self.findings(row.text(16)),
            decidingRule: Catalogue.find(row.text(17)), paidHours: Hours(hundredths: try row.quantity(14)),
            paidAmount: Money(cents: try row.quantity(15)), service: row.text(18),
            heldSince: row.text(19).isEmpty ? nil : row.day(19),
            released: try released(key.invoice, key.number), isCapped: row.int(20) == 1,
            contractRate: row.optionalInt(21).map { Rate(cents: $0) })
        return index
    }

    /// The line rules among names joined by `;`.
    static func findings(_ text: String) -> FindingSet {
        text.split(separator: ";").reduce(into: []) { set, name in
            if let id = Catalogue.find(String(name)), Catalogue.isLine(id) { set.insert(FindingSet(id)) }
        }
    }

    /// The pend rules that staff released on a line and that hold since it was last reopened.
    private func released(_ invoice: Int, _ line: Int) throws -> FindingSet {
        try dispositions(of: invoice, line).reduce(into: []) { set, entry in
            if entry.kept.action == .reopen { set = [] }
            if entry.kept.action == .release { set.formUnion(Self.findings(entry.kept.rule)) }
        }
    }

    private func dispositions(of invoice: Int, _ line: Int) throws -> [(run: Int, kept: DispositionRow.Kept)] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT run_number, action, rule, decided_by, decided_on, reason FROM dispositions
                    WHERE invoice_id = ? AND line_number = ? ORDER BY disposition_id
                    """), arguments: [invoice, line]
        ).map { row in
            (
                row["run_number"],
                DispositionRow.Kept(
                    action: DispositionRow.Action(rawValue: row["action"]) ?? .deny, rule: row["rule"],
                    decidedBy: row["decided_by"], decidedOn: row["decided_on"], reason: row["reason"])
            )
        }
    }

    /// The place in the night of an invoice of the store, which is added when it is not there yet.
    private mutating func invoice(_ id: Int, _ night: inout Night) throws -> Int {
        if let known = invoices[id] { return known }
        let statement = try Statement(
            database,
            """
            SELECT i.provider_id, i.invoice_number, i.number_key, i.form, i.agreement_id, i.billing_month,
              i.invoice_date, i.total, i.replaces, i.replaces_key, i.place, i.content, i.run_number, r.as_of, f.name,
              EXISTS (SELECT 1 FROM invoices x WHERE x.provider_id = i.provider_id AND x.replaces_key = i.number_key)
            FROM invoices i JOIN runs r USING (run_number) JOIN files f USING (file_id) WHERE i.invoice_id = ?
            """)
        statement.bind(id)
        guard try statement.step() else {
            throw Stop(.unusableData, "The store names an invoice that it does not hold; run invoice-batch verify.")
        }
        let month = Day(iso: statement.text(5) + "-01") ?? .first
        let invoice = Invoice(
            provider: statement.symbol(0, &night.symbols), number: statement.symbol(1, &night.symbols),
            numberKey: statement.symbol(2, &night.symbols), formText: statement.symbol(3, &night.symbols),
            agreement: statement.symbol(4, &night.symbols), replacesText: statement.symbol(8, &night.symbols),
            form: statement.text(3) == Form.aap.description ? .aap : .dcf2106, billingMonth: month.month,
            date: statement.day(6), total: Money(cents: try statement.quantity(7)),
            replaces: statement.symbol(9, &night.symbols), lines: 0..<0, place: statement.int(10), findings: [])
        let entry = NightInvoice(
            invoice: invoice, file: nil, fileName: statement.text(14),
            status: statement.int(15) == 1 ? .replaced : .accepted,
            receivedOn: statement.day(13), receivedRun: statement.int(12), storeID: id, content: statement.text(11))
        statement.reset()
        night.invoices.append(entry)
        invoices[id] = night.invoices.count - 1
        if !invoice.replaces.isEmpty {
            night.invoices[night.invoices.count - 1].replacesUnknown = try !isReceived(invoice, night)
        }
        return night.invoices.count - 1
    }

    /// Whether the invoice that this one replaces was received, tonight or before.
    private mutating func isReceived(_ invoice: Invoice, _ night: Night) throws -> Bool {
        let key = InvoiceKey(invoice.provider, invoice.replaces)
        let received = receivedTonight ?? Set(night.invoices.filter { $0.status.isReceived }.map { $0.invoice.key })
        receivedTonight = received
        if received.contains(key) { return true }
        return try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM invoices WHERE provider_id = ? AND number_key = ?)",
            arguments: [night.symbols[key.provider], night.symbols[key.number]]) ?? false
    }
}
