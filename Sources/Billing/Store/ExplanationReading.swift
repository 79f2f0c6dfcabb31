import GRDB

extension Store {
    /// Why the lines of an invoice came out as they did, by what the store holds.
    ///
    /// - Parameters:
    ///   - number: in whatever letter case.
    ///   - line: only this one; nil: all.
    ///   - pack: for the rules' words and sources.
    /// - Throws: `missingInput` when no such invoice was ever received, or it has no such line.
    public func explain(
        provider: String, number: String, line: Int?, pack: PolicyPack
    ) throws(Stop) -> InvoiceExplanation {
        try Self.guarding(path) {
            try queue.read { database in
                var reading = ExplanationReading(database: database, scope: pack.settings.childCapScope)
                guard let record = try reading.invoice(provider, number, line: line) else {
                    throw Stop(
                        .missingInput,
                        "The store holds no invoice \(number) of provider \(provider). What a run rejected or skipped is "
                            + "not in the store; its invoices.csv and exceptions.csv tell of it.")
                }
                if let line, record.lines.isEmpty {
                    throw Stop(
                        .missingInput, "Invoice \(record.number) of provider \(record.provider) has no line \(line).")
                }
                return InvoiceExplanation(record, pack)
            }
        }
    }
}

/// Reads one invoice with all that was said of it. Every statement goes by an index, so that it takes as long on a
/// large store as on a small one.
struct ExplanationReading {
    let database: Database
    let scope: ChildCapScope
    private var runs: [Int: RunMark] = [:]

    init(database: Database, scope: ChildCapScope) {
        self.database = database
        self.scope = scope
    }

    mutating func invoice(_ provider: String, _ number: String, line: Int?) throws -> InvoiceRecord? {
        let row = try Statement(
            database,
            """
            SELECT i.invoice_id, i.invoice_number, i.form, i.agreement_id, i.billing_month, i.invoice_date, i.total,
              f.name, i.place, i.run_number, i.replaces, x.invoice_number, x.run_number
            FROM invoices i JOIN files f USING (file_id)
            LEFT JOIN invoices x ON x.provider_id = i.provider_id AND x.replaces_key = i.number_key
              AND x.replaces_key <> ''
            WHERE i.provider_id = ? AND i.number_key = ?
            """)
        row.bind(provider).bind(number.lowercased())
        guard try row.step() else { return nil }
        let id = row.int(0)
        var record = InvoiceRecord(
            provider: provider, number: row.text(1), form: row.text(2) == Form.aap.description ? .aap : .dcf2106,
            agreement: row.text(3), billingMonth: row.text(4), date: row.day(5), total: Money(cents: row.int(6)),
            file: row.text(7), place: row.int(8), received: try run(row.int(9)), replaces: row.text(10),
            replacedBy: nil, lines: [])
        if let run = row.optionalInt(12) { record.replacedBy = (row.text(11), try self.run(run)) }
        record.lines = try lines(of: id, record, only: line)
        return record
    }

    private mutating func run(_ number: Int) throws -> RunMark {
        if let known = runs[number] { return known }
        guard
            let row = try Row.fetchOne(
                database, sql: "SELECT run_id, as_of, out_directory, pack FROM runs WHERE run_number = ?",
                arguments: [number])
        else {
            throw Stop(.unusableData, "The store names a run that it does not hold; run invoice-batch verify.")
        }
        var mark = RunMark(
            number: number, runID: row["run_id"], asOf: Day(iso: row["as_of"]) ?? .first,
            outDirectory: row["out_directory"], pack: row["pack"])
        mark.reports = Set(
            try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM reports
                    WHERE run_number = ?
                      AND name IN ('decisions.csv', 'exceptions.csv', 'open-items.csv', 'payments.csv')
                    """, arguments: [number]))
        runs[number] = mark
        return mark
    }

    private mutating func lines(of invoice: Int, _ record: InvoiceRecord, only: Int?) throws -> [LineRecord] {
        let row = try Statement(
            database,
            """
            SELECT line_number, place, child_id, service_date, service, worker, family_id, activity, description, hours,
              rate, amount
            FROM lines WHERE invoice_id = ?\(only == nil ? "" : " AND line_number = ?") ORDER BY line_number
            """)
        row.bind(invoice)
        if let only { row.bind(only) }
        var lines: [LineRecord] = []
        while try row.step() {
            lines.append(
                LineRecord(
                    number: row.int(0), place: row.int(1), child: row.text(2), day: row.day(3),
                    serviceText: row.text(4), worker: row.text(5), family: row.text(6), activity: row.text(7),
                    description: row.text(8), hours: Hours(hundredths: row.int(9)), rate: Rate(cents: row.int(10)),
                    amount: Money(cents: row.int(11)), decisions: [], staffWords: []))
        }
        for index in lines.indices {
            lines[index].decisions = try decisions(of: invoice, lines[index])
            lines[index].staffWords = try staffWords(of: invoice, lines[index].number)
            try addUses(to: &lines[index], record)
        }
        return lines
    }

    private mutating func decisions(of invoice: Int, _ line: LineRecord) throws -> [DecisionRecord] {
        let row = try Statement(
            database,
            """
            SELECT run_number, disposition, service, paid_hours, paid_amount, held_amount, adjustments, findings,
              deciding_rule, agreement_version, contract_id, version_effective, hours_agreed, dollars_agreed, child_cap,
              contract_rate, service_hours_left, child_hours_left, service_dollars_left
            FROM decisions WHERE invoice_id = ? AND line_number = ? ORDER BY run_number
            """)
        row.bind(invoice).bind(line.number)
        var decisions: [DecisionRecord] = []
        while try row.step() {
            var decision = DecisionRecord(
                run: try run(row.int(0)), disposition: Disposition(word: row.text(1)) ?? .denied, service: row.text(2),
                paidHours: Hours(hundredths: row.int(3)), paidAmount: Money(cents: row.int(4)),
                heldAmount: Money(cents: row.int(5)), adjustments: row.text(6),
                findings: row.text(7).split(separator: ";").map(String.init), decidingRule: row.text(8),
                version: row.optionalInt(9), contract: row.text(10).nonEmpty, effective: Day(iso: row.text(11)),
                hoursAgreed: row.optionalInt(12).map { Hours(hundredths: $0) },
                dollarsAgreed: row.optionalInt(13).map { Money(cents: $0) },
                childCap: row.optionalInt(14).map { Hours(hundredths: $0) })
            decision.rate = row.optionalInt(15).map { Rate(cents: $0) }
            if let rate = decision.rate, let left = row.optionalInt(16) {
                decision.limits = Limits(
                    hours: line.hours, rate: line.rate, contractRate: rate,
                    serviceHoursLeft: Hours(hundredths: left),
                    childHoursLeft: row.optionalInt(17).map { Hours(hundredths: $0) },
                    serviceDollarsLeft: Money(cents: row.int(18)))
            }
            decisions.append(decision)
        }
        return decisions
    }

    private mutating func staffWords(of invoice: Int, _ line: Int) throws -> [StaffWord] {
        let row = try Statement(
            database,
            """
            SELECT run_number, action, rule, decided_by, decided_on, reason FROM dispositions
            WHERE invoice_id = ? AND line_number = ? ORDER BY disposition_id
            """)
        row.bind(invoice).bind(line)
        var words: [StaffWord] = []
        while try row.step() {
            words.append(
                StaffWord(
                    run: try run(row.int(0)), action: row.text(1), rule: row.text(2), decidedBy: row.text(3),
                    decidedOn: row.text(4), reason: row.text(5)))
        }
        return words
    }

    /// Adds what had used up the limits that cut the line.
    private func addUses(to line: inout LineRecord, _ record: InvoiceRecord) throws {
        guard let judged = line.judged, judged.limits != nil else { return }
        let reading = HoursUseReading(
            database: database, run: judged.run.number,
            turn: .init(
                day: line.day, run: record.received.number, provider: record.provider, number: record.number,
                line: line.number))
        let ofService: Set = [ServiceHoursExceeded.name, ServiceCeilingExceeded.name]
        if !ofService.isDisjoint(with: judged.findings) {
            line.serviceUse = try reading.ofService(judged.service, agreement: record.agreement)
        }
        if judged.findings.contains(ChildHoursExceeded.name) {
            line.childUse = try reading.ofChild(line.child, record.form, record.agreement, scope)
        }
    }
}
