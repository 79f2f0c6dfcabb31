/// The store's tables. Relational and readable: whoever opens the file with any SQLite tool finds runs, files,
/// invoices, lines, decisions and dispositions under those names, money in cents and hours in hundredths, and views in
/// dollars.
///
/// What was posted is never changed: triggers refuse it. The working tables at the end hold what follows from it, so
/// that a night need not read the history; `verify` works them out anew and compares.
///
/// A check on a table of lines is a comparison or a CASE, the usual case first: SQLite builds a table anew for every
/// row that it holds against a list of words.
enum Schema {
    /// `PRAGMA user_version` of a store that this program can use.
    static let version = 5
    /// `PRAGMA application_id`: "PPSP".
    static let applicationID = 0x5050_5350

    static let tables = posted + bundles + working + views

    /// Tables that only grow, in the order in which the chain of hashes takes them up.
    static let appendOnly = ["runs"] + hashed + ["run_hashes", "finished_runs"]

    /// Tables whose rows a run's hash takes up, in this order.
    static let hashed = [
        "registers", "files", "invoices", "lines", "decisions", "dispositions", "opening_balances", "subjects",
        "agreement_changes", "reports", "recoveries", "recovery_takings",
    ] + hashedWhereThereAreAny

    /// Tables that a run's hash takes up only where the run has rows in them: they came later, and a run without any
    /// has the hash that it always had.
    static let hashedWhereThereAreAny = ["bundles", "bundle_reviews"]

    /// What follows from the posted tables.
    static let derived = [
        "open_items", "child_invoices", "balances", "service_months", "worker_days", "paid_beside_held",
        "agreement_findings", "open_recoveries",
    ]

    /// Triggers that refuse to change or remove a row.
    static var guards: String { appendOnly.map { guards(of: $0) }.joined() }

    /// A run's row stands before the rows that name it, for SQLite would else look through all of them when it comes;
    /// its hash, which is known last, is filled in.
    static func guards(of table: String) -> String {
        let whole = table == "runs" ? " WHEN old.hash <> ''" : ""
        return """
            CREATE TRIGGER \(table)_is_never_changed BEFORE UPDATE ON \(table)\(whole)
            BEGIN SELECT RAISE(ABORT, '\(table): what is posted is never changed'); END;
            CREATE TRIGGER \(table)_is_never_removed BEFORE DELETE ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table): what is posted is never removed'); END;

            """
    }

    private static let posted = """
        CREATE TABLE runs (
          run_number INTEGER PRIMARY KEY CHECK (run_number > 0),
          run_id TEXT NOT NULL UNIQUE,
          as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
          program TEXT NOT NULL,
          pack TEXT NOT NULL,
          inputs TEXT NOT NULL,
          out_directory TEXT NOT NULL,
          inbox_directory TEXT NOT NULL,
          archive_directory TEXT,
          lines_received INTEGER NOT NULL CHECK (lines_received >= 0),
          billed INTEGER NOT NULL CHECK (billed >= 0),
          held_before INTEGER NOT NULL CHECK (held_before >= 0),
          reopened INTEGER NOT NULL CHECK (reopened >= 0),
          paid INTEGER NOT NULL CHECK (paid >= 0),
          adjusted INTEGER NOT NULL CHECK (adjusted >= 0),
          withdrawn INTEGER NOT NULL CHECK (withdrawn >= 0),
          held_after INTEGER NOT NULL CHECK (held_after >= 0),
          reversed INTEGER NOT NULL CHECK (reversed >= 0),
          previous_hash TEXT NOT NULL,
          hash TEXT NOT NULL UNIQUE,
          CHECK (held_before + reopened + billed = paid + adjusted + withdrawn + held_after)
        ) STRICT;
        CREATE TABLE registers (
          run_number INTEGER NOT NULL REFERENCES runs DEFERRABLE INITIALLY DEFERRED,
          name TEXT NOT NULL,
          row_count INTEGER NOT NULL CHECK (row_count >= 0),
          sha256 TEXT NOT NULL,
          PRIMARY KEY (run_number, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE files (
          file_id INTEGER PRIMARY KEY,
          run_number INTEGER NOT NULL REFERENCES runs DEFERRABLE INITIALLY DEFERRED,
          name TEXT NOT NULL,
          sha256 TEXT NOT NULL,
          format TEXT NOT NULL,
          status TEXT NOT NULL CHECK (status IN ('accepted', 'rejected', 'skipped')),
          is_settled INTEGER NOT NULL CHECK (is_settled IN (0, 1))
        ) STRICT;
        CREATE INDEX files_by_hash ON files (sha256);
        CREATE UNIQUE INDEX settled_files ON files (sha256) WHERE is_settled = 1;
        CREATE TABLE invoices (
          invoice_id INTEGER PRIMARY KEY,
          run_number INTEGER NOT NULL REFERENCES runs DEFERRABLE INITIALLY DEFERRED,
          file_id INTEGER NOT NULL REFERENCES files,
          place INTEGER NOT NULL,
          provider_id TEXT NOT NULL CHECK (provider_id <> ''),
          invoice_number TEXT NOT NULL CHECK (length(invoice_number) BETWEEN 1 AND 30),
          number_key TEXT NOT NULL CHECK (number_key = lower(invoice_number)),
          form TEXT NOT NULL CHECK (form IN ('DCF-2106', 'AAP')),
          agreement_id TEXT NOT NULL,
          billing_month TEXT NOT NULL,
          invoice_date TEXT NOT NULL,
          total INTEGER NOT NULL CHECK (total >= 0),
          replaces TEXT NOT NULL,
          replaces_key TEXT NOT NULL CHECK (replaces_key = lower(replaces) AND replaces_key <> number_key),
          content TEXT NOT NULL,
          UNIQUE (provider_id, number_key)
        ) STRICT;
        CREATE UNIQUE INDEX invoices_replace_once ON invoices (provider_id, replaces_key) WHERE replaces_key <> '';
        CREATE INDEX invoices_by_file ON invoices (file_id);
        CREATE INDEX invoices_by_month ON invoices (billing_month, agreement_id, provider_id);
        CREATE INDEX invoices_by_agreement ON invoices (agreement_id);
        CREATE TABLE lines (
          invoice_id INTEGER NOT NULL REFERENCES invoices,
          line_number INTEGER NOT NULL CHECK (line_number > 0),
          place INTEGER NOT NULL,
          child_id TEXT NOT NULL,
          service_date TEXT NOT NULL,
          service TEXT NOT NULL,
          worker TEXT NOT NULL,
          family_id TEXT NOT NULL,
          activity TEXT NOT NULL,
          description TEXT NOT NULL,
          hours INTEGER NOT NULL CHECK (hours BETWEEN 1 AND 99999),
          rate INTEGER NOT NULL CHECK (rate > 0),
          amount INTEGER NOT NULL CHECK (amount > 0),
          PRIMARY KEY (invoice_id, line_number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE decisions (
          invoice_id INTEGER NOT NULL,
          line_number INTEGER NOT NULL,
          run_number INTEGER NOT NULL REFERENCES runs DEFERRABLE INITIALLY DEFERRED,
          disposition TEXT NOT NULL,
          service TEXT NOT NULL,
          paid_hours INTEGER NOT NULL,
          paid_amount INTEGER NOT NULL,
          held_amount INTEGER NOT NULL,
          is_capped INTEGER NOT NULL CHECK (is_capped BETWEEN 0 AND 1),
          adjustments TEXT NOT NULL,
          findings TEXT NOT NULL,
          deciding_rule TEXT NOT NULL,
          agreement_version INTEGER,
          contract_rate INTEGER,
          service_hours_left INTEGER,
          child_hours_left INTEGER,
          service_dollars_left INTEGER,
          contract_id TEXT,
          version_effective TEXT,
          hours_agreed INTEGER,
          dollars_agreed INTEGER,
          child_cap INTEGER,
          PRIMARY KEY (invoice_id, line_number, run_number),
          FOREIGN KEY (invoice_id, line_number) REFERENCES lines,
          CHECK (CASE disposition
            WHEN 'paid' THEN paid_hours >= 0 AND paid_amount > 0 AND held_amount = 0
            WHEN 'reduced' THEN paid_hours >= 0 AND paid_amount > 0 AND held_amount = 0
            WHEN 'denied' THEN paid_hours = 0 AND paid_amount = 0 AND held_amount = 0
            WHEN 'pended' THEN paid_hours = 0 AND paid_amount = 0 AND held_amount > 0
            WHEN 'reversed' THEN paid_hours <= 0 AND paid_amount < 0 AND held_amount = 0
            WHEN 'withdrawn' THEN paid_hours = 0 AND paid_amount = 0 AND held_amount = 0
            ELSE 0 END)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE dispositions (
          disposition_id INTEGER PRIMARY KEY,
          run_number INTEGER NOT NULL REFERENCES runs DEFERRABLE INITIALLY DEFERRED,
          invoice_id INTEGER NOT NULL,
          line_number INTEGER NOT NULL,
          action TEXT NOT NULL CHECK (action IN ('release', 'deny', 'reopen', 'reverse')),
          rule TEXT NOT NULL CHECK ((rule <> '') = (action = 'release')),
          decided_by TEXT NOT NULL CHECK (decided_by <> ''),
          decided_on TEXT NOT NULL,
          reason TEXT NOT NULL CHECK (reason <> ''),
          FOREIGN KEY (invoice_id, line_number) REFERENCES lines
        ) STRICT;
        CREATE INDEX dispositions_by_line ON dispositions (invoice_id, line_number);
        CREATE TABLE opening_balances (
          agreement_id TEXT NOT NULL,
          service TEXT NOT NULL,
          child_id TEXT NOT NULL,
          form TEXT NOT NULL CHECK (form IN ('DCF-2106', 'AAP')),
          hours INTEGER NOT NULL CHECK (hours >= 0),
          amount INTEGER NOT NULL CHECK (amount >= 0),
          through_date TEXT NOT NULL,
          PRIMARY KEY (agreement_id, service, child_id, form)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX opening_balances_by_child ON opening_balances (child_id);
        CREATE TABLE subjects (
          kind TEXT NOT NULL CHECK (kind IN ('provider', 'child', 'agreement')),
          id TEXT NOT NULL,
          run_number INTEGER NOT NULL REFERENCES runs DEFERRABLE INITIALLY DEFERRED,
          PRIMARY KEY (kind, id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE agreement_changes (
          run_number INTEGER NOT NULL REFERENCES runs DEFERRABLE INITIALLY DEFERRED,
          agreement_id TEXT NOT NULL,
          rule TEXT NOT NULL,
          month TEXT NOT NULL,
          is_found INTEGER NOT NULL CHECK (is_found IN (0, 1)),
          PRIMARY KEY (run_number, agreement_id, rule, month)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE reports (
          run_number INTEGER NOT NULL REFERENCES runs DEFERRABLE INITIALLY DEFERRED,
          name TEXT NOT NULL,
          sha256 TEXT NOT NULL,
          PRIMARY KEY (run_number, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE recoveries (
          recovery_id INTEGER PRIMARY KEY,
          run_number INTEGER NOT NULL REFERENCES runs DEFERRABLE INITIALLY DEFERRED,
          invoice_id INTEGER NOT NULL REFERENCES invoices,
          amount INTEGER NOT NULL CHECK (amount > 0),
          UNIQUE (run_number, invoice_id)
        ) STRICT;
        CREATE TABLE recovery_takings (
          recovery_id INTEGER NOT NULL REFERENCES recoveries,
          run_number INTEGER NOT NULL REFERENCES runs DEFERRABLE INITIALLY DEFERRED,
          invoice_id INTEGER NOT NULL REFERENCES invoices,
          amount INTEGER NOT NULL CHECK (amount > 0),
          PRIMARY KEY (recovery_id, run_number, invoice_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER recovery_takings_never_exceed_what_is_owed BEFORE INSERT ON recovery_takings
        WHEN new.amount + (SELECT coalesce(sum(amount), 0) FROM recovery_takings WHERE recovery_id = new.recovery_id)
          > (SELECT amount FROM recoveries WHERE recovery_id = new.recovery_id)
        BEGIN SELECT RAISE(ABORT, 'recovery_takings: more would be taken than is owed'); END;
        CREATE TABLE run_hashes (
          run_number INTEGER NOT NULL REFERENCES runs DEFERRABLE INITIALLY DEFERRED,
          table_name TEXT NOT NULL,
          row_count INTEGER NOT NULL CHECK (row_count >= 0),
          sha256 TEXT NOT NULL,
          row_marks BLOB NOT NULL CHECK (length(row_marks) = 4 * row_count),
          PRIMARY KEY (run_number, table_name)
        ) STRICT;
        CREATE TABLE finished_runs (
          run_number INTEGER PRIMARY KEY REFERENCES runs
        ) STRICT;

        """
}
