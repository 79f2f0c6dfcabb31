extension Schema {
    /// The lines that are held, each with all that a night takes up of it: what was billed, and what its last decision
    /// says. Every night reads all of them, from one place rather than one by one from among millions.
    static let openItems = """
        CREATE TABLE open_items (
          invoice_id INTEGER NOT NULL,
          line_number INTEGER NOT NULL,
          held_since TEXT NOT NULL,
          place INTEGER NOT NULL,
          child_id TEXT NOT NULL,
          service_date TEXT NOT NULL,
          service TEXT NOT NULL,
          worker TEXT NOT NULL,
          family_id TEXT NOT NULL,
          activity TEXT NOT NULL,
          description TEXT NOT NULL,
          hours INTEGER NOT NULL,
          rate INTEGER NOT NULL,
          amount INTEGER NOT NULL,
          decided_service TEXT NOT NULL,
          is_capped INTEGER NOT NULL,
          findings TEXT NOT NULL,
          deciding_rule TEXT NOT NULL,
          contract_rate INTEGER,
          PRIMARY KEY (invoice_id, line_number),
          FOREIGN KEY (invoice_id, line_number) REFERENCES lines
        ) STRICT, WITHOUT ROWID;

        """

    /// What `open_items` holds of the lines that a table names, with the day since which each is held.
    static func openItemRows(of table: String) -> String {
        """
        SELECT o.invoice_id, o.line_number, o.held_since, l.place, l.child_id, l.service_date, l.service, l.worker,
          l.family_id, l.activity, l.description, l.hours, l.rate, l.amount, d.service, d.is_capped, d.findings,
          d.deciding_rule, d.contract_rate
        FROM \(table) o
        CROSS JOIN lines l ON l.invoice_id = o.invoice_id AND l.line_number = o.line_number
        CROSS JOIN \(lastDecision)
        """
    }

    /// Paid lines that can have anything in common with one that is held (`SoughtWork`), each with what a held one is
    /// compared by: few beside the paid lines of the held lines' days, and each night reads them.
    static let paidBesideHeld = """
        CREATE TABLE paid_beside_held (
          invoice_id INTEGER NOT NULL,
          line_number INTEGER NOT NULL,
          provider_id TEXT NOT NULL,
          service TEXT NOT NULL,
          worker TEXT NOT NULL,
          hours INTEGER NOT NULL,
          activity TEXT NOT NULL,
          description TEXT NOT NULL,
          invoice_number TEXT NOT NULL,
          service_date TEXT NOT NULL,
          child_id TEXT NOT NULL,
          decided_service TEXT NOT NULL,
          PRIMARY KEY (invoice_id, line_number),
          FOREIGN KEY (invoice_id, line_number) REFERENCES lines
        ) STRICT, WITHOUT ROWID;

        """

    /// The columns of `paid_beside_held`.
    static let paidBesideHeldColumns = [
        "invoice_id", "line_number", "provider_id", "service", "worker", "hours", "activity", "description",
        "invoice_number", "service_date", "child_id", "decided_service",
    ]

    /// What `paid_beside_held` holds, worked out from the other tables.
    static let paidBesideHeldRows = paidRows(
        of: """
            (SELECT DISTINCT l.invoice_id, l.line_number
            FROM open_items o
            CROSS JOIN invoices own ON own.invoice_id = o.invoice_id
            CROSS JOIN child_invoices c ON c.child_id = o.child_id
              AND c.first_date <= o.service_date AND c.last_date >= o.service_date
            CROSS JOIN invoices i ON i.invoice_id = c.invoice_id
            CROSS JOIN lines l ON l.invoice_id = c.invoice_id
              AND l.child_id = o.child_id AND l.service_date = o.service_date
              AND (i.provider_id <> own.provider_id OR (l.worker = o.worker AND l.hours = o.hours)))
            """)

    /// What `paid_beside_held` holds of the lines that a table names, as far as they are paid.
    static func paidRows(of table: String) -> String {
        """
        SELECT l.invoice_id, l.line_number, i.provider_id, l.service, l.worker, l.hours, l.activity, l.description,
          i.invoice_number, l.service_date, l.child_id, d.service AS decided_service
        FROM \(table) p
        CROSS JOIN lines l ON l.invoice_id = p.invoice_id AND l.line_number = p.line_number
        CROSS JOIN invoices i ON i.invoice_id = l.invoice_id
        CROSS JOIN \(lastDecision) AND (d.disposition = 'paid' OR d.disposition = 'reduced')
        """
    }

    /// The decision on a line that stands.
    static let lastDecision = """
        decisions d ON d.invoice_id = l.invoice_id AND d.line_number = l.line_number
          AND d.run_number = (SELECT max(run_number) FROM decisions x
            WHERE x.invoice_id = l.invoice_id AND x.line_number = l.line_number)
        """
}
