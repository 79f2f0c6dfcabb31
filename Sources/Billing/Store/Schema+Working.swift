extension Schema {
    /// What follows from the posted tables, kept so that a night need not read the history.
    static let working = childInvoices + workerDays + paidBesideHeld + """
        CREATE TABLE open_items (
          invoice_id INTEGER NOT NULL,
          line_number INTEGER NOT NULL,
          held_since TEXT NOT NULL,
          PRIMARY KEY (invoice_id, line_number),
          FOREIGN KEY (invoice_id, line_number) REFERENCES lines
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE balances (
          agreement_id TEXT NOT NULL,
          service TEXT NOT NULL,
          child_id TEXT NOT NULL,
          form TEXT NOT NULL,
          is_capped INTEGER NOT NULL CHECK (is_capped IN (0, 1)),
          line_count INTEGER NOT NULL CHECK (line_count >= 0),
          hours INTEGER NOT NULL CHECK (hours >= 0),
          amount INTEGER NOT NULL CHECK (amount >= 0),
          PRIMARY KEY (agreement_id, service, child_id, form, is_capped)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE service_months (
          month TEXT NOT NULL,
          agreement_id TEXT NOT NULL,
          provider_id TEXT NOT NULL,
          form TEXT NOT NULL,
          line_count INTEGER NOT NULL CHECK (line_count >= 0),
          PRIMARY KEY (month, agreement_id, provider_id, form)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE open_recoveries (
          recovery_id INTEGER PRIMARY KEY REFERENCES recoveries,
          amount INTEGER NOT NULL CHECK (amount > 0)
        ) STRICT;
        CREATE TABLE agreement_findings (
          agreement_id TEXT NOT NULL,
          rule TEXT NOT NULL,
          month TEXT NOT NULL,
          PRIMARY KEY (agreement_id, rule, month)
        ) STRICT, WITHOUT ROWID;

        """

    /// Which invoices name a child, and from when to when: a night finds a child's earlier lines through them, and
    /// posts two rows for an invoice where an index of the lines would take fifty.
    static let childInvoices = """
        CREATE TABLE child_invoices (
          child_id TEXT NOT NULL,
          invoice_id INTEGER NOT NULL REFERENCES invoices,
          first_date TEXT NOT NULL,
          last_date TEXT NOT NULL CHECK (last_date >= first_date),
          PRIMARY KEY (child_id, invoice_id)
        ) STRICT, WITHOUT ROWID;

        """

    /// Hours paid by day and worker. The day comes first: a night's days lie together.
    static let workerDays = """
        CREATE TABLE worker_days (
          provider_id TEXT NOT NULL,
          worker TEXT NOT NULL,
          service_date TEXT NOT NULL,
          hours INTEGER NOT NULL CHECK (hours >= 0),
          PRIMARY KEY (service_date, provider_id, worker)
        ) STRICT, WITHOUT ROWID;

        """

    /// Paid lines that can have anything in common with one that is held (`SoughtWork`): few beside the paid lines of
    /// the held lines' days, and each night reads them.
    static let paidBesideHeld = """
        CREATE TABLE paid_beside_held (
          invoice_id INTEGER NOT NULL,
          line_number INTEGER NOT NULL,
          PRIMARY KEY (invoice_id, line_number),
          FOREIGN KEY (invoice_id, line_number) REFERENCES lines
        ) STRICT, WITHOUT ROWID;

        """

    /// What `paid_beside_held` holds, worked out from the other tables.
    static let paidBesideHeldRows = """
        SELECT DISTINCT l.invoice_id, l.line_number
        FROM open_items o
        CROSS JOIN lines h ON h.invoice_id = o.invoice_id AND h.line_number = o.line_number
        CROSS JOIN invoices own ON own.invoice_id = o.invoice_id
        CROSS JOIN child_invoices c ON c.child_id = h.child_id
          AND c.first_date <= h.service_date AND c.last_date >= h.service_date
        CROSS JOIN invoices i ON i.invoice_id = c.invoice_id
        CROSS JOIN lines l ON l.invoice_id = c.invoice_id
          AND l.child_id = h.child_id AND l.service_date = h.service_date
        WHERE (i.provider_id <> own.provider_id OR (l.worker = h.worker AND l.hours = h.hours))
          AND (SELECT disposition FROM decisions d
            WHERE d.invoice_id = l.invoice_id AND d.line_number = l.line_number
            ORDER BY run_number DESC LIMIT 1) IN ('paid', 'reduced')
        """
}
