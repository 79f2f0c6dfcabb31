import GRDB

/// Reads what had been paid on a limit when a line's turn came: by earlier runs, and by the lines before it in its own.
struct HoursUseReading {
    /// A line's place in the order (spec: Lines).
    struct Turn {
        var day: Day
        /// The run in which its invoice was received.
        var run: Int
        var provider: String
        var number: String
        var line: Int

        func isBefore(_ other: Turn) -> Bool {
            if (day, run) != (other.day, other.run) { return (day, run) < (other.day, other.run) }
            if provider != other.provider { return provider.utf8.lexicographicallyPrecedes(other.provider.utf8) }
            if number != other.number { return number.utf8.lexicographicallyPrecedes(other.number.utf8) }
            return line < other.line
        }
    }

    let database: Database
    /// The run that decided the line.
    let run: Int
    let turn: Turn

    private static let columns = """
        i.provider_id, i.invoice_number, i.run_number, l.line_number, i.agreement_id, l.service_date, d.run_number,
        d.disposition, d.paid_hours, d.paid_amount
        """

    private static let paid = "d.disposition IN ('paid', 'reduced', 'reversed')"

    /// What had been paid on a service of an agreement.
    func ofService(_ service: String, agreement: String) throws -> HoursUse {
        let opening = try Statement(
            database,
            "SELECT sum(hours), sum(amount) FROM opening_balances WHERE agreement_id = ? AND service = ?")
        opening.bind(agreement).bind(service)
        let lines = try Statement(
            database,
            """
            SELECT \(Self.columns) FROM invoices i CROSS JOIN lines l ON l.invoice_id = i.invoice_id
            CROSS JOIN decisions d ON d.invoice_id = l.invoice_id AND d.line_number = l.line_number
            WHERE i.agreement_id = ? AND d.service = ? AND d.run_number <= ? AND \(Self.paid)
            """)
        lines.bind(agreement).bind(service).bind(run)
        return try use(opening, lines)
    }

    /// What had been paid for a child, over what the cap's scope adds up.
    func ofChild(_ child: String, _ form: Form, _ agreement: String, _ scope: ChildCapScope) throws -> HoursUse {
        let (condition, value): (String, String?) =
            switch scope {
            case .purchaser: ("AND form = ?", form.description)
            case .child: ("", nil)
            case .agreement: ("AND agreement_id = ?", agreement)
            }
        let opening = try Statement(
            database, "SELECT sum(hours), sum(amount) FROM opening_balances WHERE child_id = ? \(condition)")
        let lines = try Statement(
            database,
            """
            SELECT \(Self.columns) FROM child_invoices c CROSS JOIN invoices i ON i.invoice_id = c.invoice_id
            CROSS JOIN lines l ON l.invoice_id = c.invoice_id AND l.child_id = c.child_id
            CROSS JOIN decisions d ON d.invoice_id = l.invoice_id AND d.line_number = l.line_number
            WHERE c.child_id = ? \(condition) AND d.is_capped = 1 AND d.run_number <= ? AND \(Self.paid)
            """)
        for statement in [opening, lines] {
            statement.bind(child)
            if let value { statement.bind(value) }
        }
        lines.bind(run)
        return try use(opening, lines)
    }

    private struct Key: Hashable {
        var provider: String
        var number: String
        var line: Int
    }

    private func use(_ opening: Statement, _ row: Statement) throws -> HoursUse {
        var use = HoursUse(openingHours: .zero, openingAmount: .zero, lines: [])
        if try opening.step() {
            use.openingHours = Hours(hundredths: opening.int(0))
            use.openingAmount = Money(cents: opening.int(1))
        }
        var lines: [Key: HoursUse.Line] = [:]
        while try row.step() {
            let other = Turn(
                day: row.day(5), run: row.int(2), provider: row.text(0), number: row.text(1), line: row.int(3))
            // What is taken back is taken back before anything is decided.
            let counts = row.int(6) < run || row.text(7) == Disposition.reversed.word || other.isBefore(turn)
            if !counts { continue }
            let key = Key(provider: other.provider, number: other.number, line: other.line)
            let line = HoursUse.Line(
                provider: other.provider, invoiceNumber: other.number, lineNumber: other.line, agreement: row.text(4),
                day: other.day, hours: .zero, amount: .zero)
            lines[key, default: line].hours += Hours(hundredths: row.int(8))
            lines[key, default: line].amount += Money(cents: row.int(9))
        }
        use.lines = lines.values.filter { $0.amount != .zero }.sorted { a, b in
            if a.day != b.day { return a.day > b.day }
            return (a.provider, a.invoiceNumber, a.lineNumber) < (b.provider, b.invoiceNumber, b.lineNumber)
        }
        return use
    }
}
