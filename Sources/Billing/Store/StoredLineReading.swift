import GRDB

/// Reads lines of earlier nights, what became of them, and their invoices.
struct StoredLineReading {
    /// What a line is read from, with the decision that stands, and as an open item where it is one.
    static let columns = """
        l.invoice_id, l.line_number, l.place, l.child_id, l.service_date, l.service, l.worker, l.family_id,
        l.activity, l.description, l.hours, l.rate, l.amount,
        d.disposition, d.paid_hours, d.paid_amount, d.findings, d.deciding_rule, d.service, o.held_since, d.is_capped,
        d.contract_rate
        """

    /// The same, read from `open_items` alone.
    static let columnsOfOpenItem = """
        invoice_id, line_number, place, child_id, service_date, service, worker, family_id, activity, description,
        hours, rate, amount,
        'pended', 0, 0, findings, deciding_rule, decided_service, held_since, is_capped, contract_rate
        """

    static let join = """
        JOIN \(Schema.lastDecision)
        LEFT JOIN open_items o ON o.invoice_id = l.invoice_id AND o.line_number = l.line_number
        """

    private var services: ServiceWords
    private let invoice: Statement
    private let dispositions: Statement
    /// Whether staff ever decided anything; else no line is asked about.
    private let hasDispositions: Bool
    // Words that come again and again, each looked at once.
    private var findings = RecurringWords<FindingSet>()
    private var rules = RecurringWords<RuleID?>()
    private var texts = RecurringWords<String>()

    init(_ database: Database, _ services: ServiceCatalogue) throws {
        self.services = ServiceWords(services)
        invoice = try Statement(
            database,
            """
            SELECT i.provider_id, i.invoice_number, i.number_key, i.form, i.agreement_id, i.billing_month,
              i.invoice_date, i.total, i.replaces, i.replaces_key, i.place, i.content, i.run_number, r.as_of, f.name,
              EXISTS (SELECT 1 FROM invoices x
                WHERE x.provider_id = i.provider_id AND x.replaces_key = i.number_key AND x.replaces_key <> '')
            FROM invoices i JOIN runs r USING (run_number) JOIN files f USING (file_id) WHERE i.invoice_id = ?
            """)
        dispositions = try Statement(
            database,
            """
            SELECT action, rule, decided_by, decided_on, reason FROM dispositions
            WHERE invoice_id = ? AND line_number = ? ORDER BY disposition_id
            """)
        hasDispositions = try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM dispositions)") ?? false
    }

    /// The line of a row.
    ///
    /// - Parameter invoice: its invoice's place.
    mutating func line(_ row: Statement, invoice: Int, _ symbols: inout Symbols) throws -> InvoiceLine {
        let service = row.symbol(5, &symbols)
        return InvoiceLine(
            invoice: Int32(invoice), number: Int32(clamping: row.int(1)), child: row.symbol(3, &symbols),
            worker: row.symbol(6, &symbols), family: row.symbol(7, &symbols), activity: row.symbol(8, &symbols),
            description: row.symbol(9, &symbols), serviceText: service, service: services.find(service, in: symbols),
            day: row.day(4), hours: Hours(hundredths: try row.quantity(10)), rate: Rate(cents: try row.quantity(11)),
            amount: Money(cents: try row.quantity(12)), place: Int32(clamping: row.int(2)), unread: [])
    }

    /// What earlier nights said of the line of a row.
    mutating func prior(_ row: Statement) throws -> Prior {
        Prior(
            disposition: Disposition(word: row.text(13)) ?? .denied,
            findings: findings.value(of: 16, row) { Self.findings($0) },
            decidingRule: rules.value(of: 17, row) { Catalogue.find($0) },
            paidHours: Hours(hundredths: try row.quantity(14)), paidAmount: Money(cents: try row.quantity(15)),
            service: texts.value(of: 18, row) { $0 }, heldSince: row.withText(19) { $0.isEmpty } ? nil : row.day(19),
            released: try released(row.int(0), row.int(1)), isCapped: row.int(20) == 1,
            contractRate: row.optionalInt(21).map { Rate(cents: $0) })
    }

    /// An invoice, without lines.
    mutating func invoice(_ id: Int, _ symbols: inout Symbols) throws -> NightInvoice {
        let row = invoice
        row.bind(id)
        guard try row.step() else {
            throw Stop(.unusableData, "The store names an invoice that it does not hold; run invoice-batch verify.")
        }
        defer { row.reset() }
        let month = Day(iso: row.text(5) + "-01") ?? .first
        let invoice = Invoice(
            provider: row.symbol(0, &symbols), number: row.symbol(1, &symbols), numberKey: row.symbol(2, &symbols),
            formText: row.symbol(3, &symbols), agreement: row.symbol(4, &symbols),
            replacesText: row.symbol(8, &symbols),
            form: row.text(3) == Form.aap.description ? .aap : .dcf2106, billingMonth: month.month, date: row.day(6),
            total: Money(cents: try row.quantity(7)), replaces: row.symbol(9, &symbols), lines: 0..<0,
            place: row.int(10), findings: [])
        return NightInvoice(
            invoice: invoice, file: nil, fileName: texts.value(of: 14, row) { $0 },
            status: row.int(15) == 1 ? .replaced : .accepted, receivedOn: row.day(13), receivedRun: row.int(12),
            storeID: id, content: ContentHash(hex: row.text(11)))
    }

    /// The line rules among names joined by `;`.
    private static func findings(_ text: String) -> FindingSet {
        text.split(separator: ";").reduce(into: []) { set, name in
            if let id = Catalogue.find(String(name)), Catalogue.isLine(id) { set.insert(FindingSet(id)) }
        }
    }

    /// The pend rules that staff released on a line and that hold since it was last reopened.
    private func released(_ invoice: Int, _ line: Int) throws -> FindingSet {
        try dispositions(of: invoice, line).reduce(into: []) { set, entry in
            if entry.action == .reopen { set = [] }
            if entry.action == .release { set.formUnion(Self.findings(entry.rule)) }
        }
    }

    /// What staff decided of a line, the first first.
    func dispositions(of invoice: Int, _ line: Int) throws -> [DispositionRow.Kept] {
        if !hasDispositions { return [] }
        var kept: [DispositionRow.Kept] = []
        let row = dispositions
        row.bind(invoice).bind(line)
        while try row.step() {
            kept.append(
                DispositionRow.Kept(
                    action: DispositionRow.Action(rawValue: row.text(0)) ?? .deny, rule: row.text(1),
                    decidedBy: row.text(2), decidedOn: row.text(3), reason: row.text(4)))
        }
        return kept
    }
}

/// What words of the store come to, of which a few come in thousands of rows.
private struct RecurringWords<Value> {
    private var words = Symbols()
    private var values: [Value] = []

    /// What the word in a column comes to: worked out when it is first met.
    mutating func value(of column: Int32, _ row: Statement, _ meaning: (String) -> Value) -> Value {
        let place = Int(row.symbol(column, &words).index)
        // Symbols are counted up from the empty word, which need not come first.
        if values.isEmpty { values.append(meaning("")) }
        if place == values.count { values.append(meaning(row.text(column))) }
        return values[place]
    }
}
