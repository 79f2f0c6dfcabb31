import GRDB

extension Store {
    /// Receives the night's invoices, and takes up what earlier nights left: held lines, corrections, what staff
    /// decided.
    ///
    /// - Parameters:
    ///   - carried: what was read of earlier nights whatever comes in.
    ///   - threads: how many look for its texts.
    /// - Returns: what earlier nights paid.
    func takeUpEarlierNights(
        _ night: inout Night, _ rows: [DispositionRow], _ carried: [CarriedForward], threads: Int = 1
    ) throws(Stop) -> History {
        try Self.guarding(path) {
            try queue.read { database in
                let received = try NightReading.history(of: night.invoices, &night.symbols, database)
                night.receive(received)
                var reading = try NightReading(database, night.pack.services)
                var history = History()
                reading.reserve(carried.reduce(0) { $0 + $1.lines.count }, &night)
                let known = night.symbols.known(carried.map { $0.symbols }, threads: threads)
                for (piece, known) in zip(carried, known) {
                    let texts = night.symbols.absorb(piece.symbols, known)
                    try reading.takeUpHeld(piece, texts, &night)
                    history.add(piece.history, texts)
                }
                try reading.loadReplaced(received, &night)
                try reading.loadReplacers(&night)
                try reading.find(rows, &night).apply(rows, to: &night)
                for missing in night.missingSubjects() where try reading.isKnown(missing.subject, missing.id, night) {
                    night.registers.addFault(missing.subject, missing.id)
                }
                var ofHistory = try HistoryReading(database, night.pack.services)
                try ofHistory.complete(&history, for: &night)
                try requireTotals(night, history, database)
                return history
            }
        }
    }
}

/// Reads from the store what a night takes up of earlier ones.
struct NightReading {
    let database: Database
    /// Where the store's invoices and lines stand in the night; found out when it is first asked.
    private var places: Places?
    /// What the night itself received; found out when it is first asked.
    private var receivedTonight: Set<InvoiceKey>?
    private var stored: StoredLineReading
    private let invoiceByNumber: Statement

    private struct LineKey: Hashable {
        var invoice: Int
        var number: Int
    }

    private struct Places {
        var invoices: [Int: Int] = [:]
        var lines: [LineKey: Int] = [:]

        init(_ night: borrowing Night) {
            let invoicesOfNight = night.invoices
            for (place, entry) in invoicesOfNight.enumerated() {
                if let id = entry.storeID { invoices[id] = place }
            }
            for (index, line) in night.lines.enumerated() {
                guard let id = invoicesOfNight[Int(line.invoice)].storeID else { continue }
                lines[LineKey(invoice: id, number: Int(line.number))] = index
            }
        }
    }

    init(_ database: Database, _ services: ServiceCatalogue) throws {
        self.database = database
        stored = try StoredLineReading(database, services)
        invoiceByNumber = try Statement(
            database, "SELECT invoice_id FROM invoices WHERE provider_id = ? AND number_key = ?")
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
            database,
            "SELECT number_key FROM invoices WHERE provider_id = ? AND replaces_key = ? AND replaces_key <> ''")
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
                    storeID: received.int(0), content: ContentHash(hex: received.text(1)), place: received.text(3),
                    replaces: replaces)
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

    /// Makes room for so many held lines.
    fileprivate mutating func reserve(_ lines: Int, _ night: inout Night) {
        night.priors.reserve(lines, lines: night.lines.count + lines)
    }

    /// Puts every line that is held on the night's docket.
    mutating func takeUpHeld(_ carried: borrowing CarriedForward, _ texts: SymbolMap, _ night: inout Night) throws {
        let places = try carried.invoices.map { try add(texts[$0], &night) }
        for (index, line) in carried.lines.enumerated() {
            var line = texts[line]
            line.invoice = Int32(places[Int(line.invoice)])
            add(line, carried.priors[index], .pended, &night)
        }
    }

    /// Takes back the invoices that tonight's received ones replace: paid lines are reversed, held ones withdrawn.
    mutating func loadReplaced(_ history: InvoiceHistory, _ night: inout Night) throws {
        let statement = try Statement(
            database,
            "SELECT \(StoredLineReading.columns) FROM lines l \(StoredLineReading.join) WHERE l.invoice_id = ? ORDER BY l.line_number")
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
            database,
            "SELECT invoice_id FROM invoices WHERE provider_id = ? AND replaces_key = ? AND replaces_key <> ''")
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
        let line = try Statement(
            database,
            "SELECT \(StoredLineReading.columns) FROM lines l \(StoredLineReading.join) WHERE l.invoice_id = ? AND l.line_number = ?")
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
            invoiceByNumber.bind(row.provider).bind(row.invoiceNumber.lowercased())
            guard try invoiceByNumber.step() else { continue }
            let id = invoiceByNumber.int(0)
            invoiceByNumber.reset()
            line.bind(id).bind(number)
            guard try line.step() else { continue }
            let index = try append(line, .undecided, &night)
            line.reset()
            lines[row] = index
            if kept[index] == nil { kept[index] = try stored.dispositions(of: id, number) }
        }
        return StaffDecisions(lines: lines, kept: kept)
    }

    /// Adds the line that a row holds to the night, once; returns its place.
    @discardableResult
    private mutating func append(_ row: Statement, _ origin: Origin, _ night: inout Night) throws -> Int {
        let key = LineKey(invoice: row.int(0), number: row.int(1))
        if places == nil { places = Places(night) }
        if let known = places!.lines[key] { return known }
        let invoice = try self.invoice(key.invoice, &night)
        let line = try stored.line(row, invoice: invoice, &night.symbols)
        return add(line, try stored.prior(row), origin, &night)
    }

    @discardableResult
    private mutating func add(_ line: InvoiceLine, _ prior: Prior, _ origin: Origin, _ night: inout Night) -> Int {
        let index = night.lines.count
        night.lines.append(line)
        night.origins.append(origin)
        night.decisions.append(Decision([]))
        night.priors.add(prior, line: index)
        let id = night.invoices[Int(line.invoice)].storeID!
        places?.lines[LineKey(invoice: id, number: Int(line.number))] = index
        return index
    }

    /// The place in the night of an invoice of the store, which is added when it is not there yet.
    private mutating func invoice(_ id: Int, _ night: inout Night) throws -> Int {
        if places == nil { places = Places(night) }
        if let known = places!.invoices[id] { return known }
        return try add(try stored.invoice(id, &night.symbols), &night)
    }

    private mutating func add(_ entry: NightInvoice, _ night: inout Night) throws -> Int {
        let place = night.invoices.count
        places?.invoices[entry.storeID!] = place
        night.invoices.append(entry)
        if !entry.invoice.replaces.isEmpty {
            night.invoices[place].replacesUnknown = try !isReceived(entry.invoice, night)
        }
        return place
    }

    /// Whether the invoice that this one replaces was received, tonight or before.
    private mutating func isReceived(_ invoice: Invoice, _ night: Night) throws -> Bool {
        let key = InvoiceKey(invoice.provider, invoice.replaces)
        let received = receivedTonight ?? Set(night.invoices.filter { $0.status.isReceived }.map { $0.invoice.key })
        receivedTonight = received
        if received.contains(key) { return true }
        invoiceByNumber.bind(key.provider, night.symbols).bind(key.number, night.symbols)
        defer { invoiceByNumber.reset() }
        return try invoiceByNumber.step()
    }
}
