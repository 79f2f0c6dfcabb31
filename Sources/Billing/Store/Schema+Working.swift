extension Schema {
    /// What follows from the posted tables, kept so that a night need not read the history.
    static let working = childInvoices + workerDays + openItems + paidBesideHeld + """
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
}
