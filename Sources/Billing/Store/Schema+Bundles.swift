extension Schema {
    /// AAP's bundles that were accepted, and AAP's word on the invoices in them and on those that it sent back.
    static let bundles = """
        CREATE TABLE bundles (
          sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
          run_number INTEGER NOT NULL REFERENCES runs DEFERRABLE INITIALLY DEFERRED,
          file_id INTEGER NOT NULL REFERENCES files,
          week TEXT NOT NULL CHECK (week GLOB '[0-9][0-9][0-9][0-9]-W[0-9][0-9]'),
          manifest_sha256 TEXT NOT NULL CHECK (length(manifest_sha256) = 64),
          invoice_count INTEGER NOT NULL CHECK (invoice_count >= 0),
          line_count INTEGER NOT NULL CHECK (line_count >= 0),
          hours INTEGER NOT NULL CHECK (hours >= 0),
          amount INTEGER NOT NULL CHECK (amount >= 0)
        ) STRICT;
        CREATE UNIQUE INDEX bundles_by_file ON bundles (file_id);
        CREATE TABLE bundle_reviews (
          sequence INTEGER NOT NULL REFERENCES bundles,
          provider_id TEXT NOT NULL CHECK (provider_id <> ''),
          number_key TEXT NOT NULL CHECK (number_key = lower(invoice_number)),
          run_number INTEGER NOT NULL REFERENCES runs DEFERRABLE INITIALLY DEFERRED,
          invoice_number TEXT NOT NULL CHECK (length(invoice_number) BETWEEN 1 AND 30),
          received_date TEXT NOT NULL,
          review_date TEXT NOT NULL,
          decision TEXT NOT NULL CHECK (decision IN ('approved', 'returned')),
          reviewer TEXT NOT NULL CHECK (reviewer <> ''),
          PRIMARY KEY (sequence, provider_id, number_key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX bundle_reviews_by_invoice ON bundle_reviews (provider_id, number_key);

        """
}
