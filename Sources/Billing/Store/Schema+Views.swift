extension Schema {
    /// What people look at: the tables in dollars.
    static let views = """
        CREATE VIEW decisions_in_dollars AS
          SELECT r.run_id, i.provider_id, i.invoice_number, d.line_number, i.form, i.agreement_id, l.child_id,
            l.service_date, d.service, printf('%.2f', l.hours / 100.0) AS billed_hours,
            printf('%.2f', l.amount / 100.0) AS billed_amount, d.disposition,
            printf('%.2f', d.paid_hours / 100.0) AS paid_hours, printf('%.2f', d.paid_amount / 100.0) AS paid_amount,
            printf('%.2f', d.held_amount / 100.0) AS held_amount, d.findings, d.deciding_rule
          FROM decisions d JOIN runs r USING (run_number) JOIN lines l USING (invoice_id, line_number)
            JOIN invoices i USING (invoice_id);
        CREATE VIEW balances_in_dollars AS
          SELECT agreement_id, service, child_id, form, printf('%.2f', hours / 100.0) AS paid_hours,
            printf('%.2f', amount / 100.0) AS paid_amount
          FROM balances;
        CREATE VIEW recoveries_in_dollars AS
          SELECT c.recovery_id, r.run_id, i.provider_id, i.invoice_number, printf('%.2f', c.amount / 100.0) AS owed,
            printf('%.2f', coalesce((SELECT sum(t.amount) FROM recovery_takings t
              WHERE t.recovery_id = c.recovery_id), 0) / 100.0) AS taken
          FROM recoveries c JOIN runs r USING (run_number) JOIN invoices i USING (invoice_id);

        """
}
