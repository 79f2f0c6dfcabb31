-- The handful of rules of README.md, as one chained query. ${FROM} and ${INTO} are put in by duckdb_reconcile.
CREATE TEMP TABLE judged AS
WITH agreed AS MATERIALIZED (
  SELECT agreement_id, service_code, start_date, end_date, CAST(max_hours * 4 AS INTEGER) AS max_quarters, rate_cents
  FROM read_csv('${FROM}/agreements.csv', header = true, columns = {
    'agreement_id': 'VARCHAR', 'child_id': 'VARCHAR', 'provider_id': 'VARCHAR', 'service_code': 'VARCHAR',
    'start_date': 'DATE', 'end_date': 'DATE', 'max_hours': 'DECIMAL(9,2)', 'ceiling_cents': 'BIGINT',
    'rate_cents': 'INTEGER'})),
line AS (
  SELECT row_number() OVER () AS line_no, invoice_id, agreement_id, child_id, service_date, service_code, activity,
         CAST(hours * 4 AS INTEGER) AS quarters, CAST(rate * 100 AS INTEGER) AS billed_rate,
         CAST(amount * 100 AS BIGINT) AS billed, worker_id
  FROM read_csv('${FROM}/invoices.csv', header = true, quote = '"', escape = '"', columns = {
    'invoice_id': 'VARCHAR', 'form': 'VARCHAR', 'provider_id': 'VARCHAR', 'agreement_id': 'VARCHAR',
    'child_id': 'VARCHAR', 'service_date': 'DATE', 'service_code': 'VARCHAR', 'activity': 'VARCHAR',
    'hours': 'DECIMAL(9,2)', 'rate': 'DECIMAL(9,2)', 'amount': 'DECIMAL(12,2)', 'worker_id': 'VARCHAR',
    'description': 'VARCHAR'})),
checked AS (
  SELECT line.*, max_quarters, rate_cents,
    CASE WHEN agreed.agreement_id IS NULL THEN 'NO_AGREEMENT'
         WHEN service_date < start_date OR service_date > end_date THEN 'DATE_OUTSIDE'
         WHEN activity IN ('typing', 'filing', 'fundraising', 'staff training', 'cancelled visit') THEN 'UNBILLABLE'
         WHEN row_number() OVER (
           PARTITION BY line.agreement_id, line.service_code, service_date, worker_id, activity, quarters
           ORDER BY line_no) > 1 THEN 'DUPLICATE'
         ELSE 'OK' END AS status
  FROM line LEFT JOIN agreed ON agreed.agreement_id = line.agreement_id AND agreed.service_code = line.service_code),
used AS (
  SELECT *, coalesce(sum(CASE WHEN status = 'OK' THEN quarters ELSE 0 END) OVER (
    PARTITION BY agreement_id, service_code ORDER BY service_date, line_no
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS used_of_agreement FROM checked),
capped AS (
  SELECT *, CASE WHEN status = 'OK' THEN least(quarters, greatest(0, max_quarters - used_of_agreement)) ELSE 0 END
    AS agreed_quarters FROM used),
summed AS (
  SELECT *, coalesce(sum(agreed_quarters) OVER (
    PARTITION BY child_id ORDER BY service_date, line_no
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS used_of_child FROM capped)
SELECT line_no, invoice_id, agreement_id, service_code, status, quarters, agreed_quarters, billed_rate, billed,
       rate_cents, least(agreed_quarters, greatest(0, 528 - used_of_child)) AS paid_quarters
FROM summed;

COPY (
  SELECT line_no, invoice_id, agreement_id, service_code, paid_quarters AS quarter_hours,
         CAST((paid_quarters * rate_cents + 2) // 4 AS BIGINT) AS cents
  FROM judged WHERE paid_quarters > 0 ORDER BY line_no)
TO '${INTO}/payments.csv' (HEADER, DELIMITER ',');

COPY (
  SELECT line_no, invoice_id, code, detail FROM (
    SELECT line_no, invoice_id, status AS code, quarters AS detail FROM judged WHERE status <> 'OK'
    UNION ALL SELECT line_no, invoice_id, 'RATE', billed_rate FROM judged
      WHERE status = 'OK' AND billed_rate <> rate_cents
    UNION ALL SELECT line_no, invoice_id, 'AMOUNT', billed FROM judged
      WHERE status = 'OK' AND billed_rate = rate_cents AND billed <> (quarters * billed_rate + 2) // 4
    UNION ALL SELECT line_no, invoice_id, 'AGREEMENT_CAP', quarters - agreed_quarters FROM judged
      WHERE status = 'OK' AND agreed_quarters < quarters
    UNION ALL SELECT line_no, invoice_id, 'CHILD_CAP', agreed_quarters - paid_quarters FROM judged
      WHERE paid_quarters < agreed_quarters)
  ORDER BY line_no, code)
TO '${INTO}/exceptions.csv' (HEADER, DELIMITER ',');
