"""Invoice files: the lines as CSV and as XML."""
import pathlib

import numpy as np
import polars as pl
from xml.sax.saxutils import escape

from . import agreements as agreed
from . import calendar, text, wording
from .chance import draw, happens

FORMS = pl.Series(["DCF-2106", "AAP"])
# Of a thousand invoices: those whose total is not their lines', and those that correct their agreement's first one.
WRONG_TOTAL = 1
CORRECTION = 4


class Month:
    """What is billed in one month: its text, the first three letters of its invoice numbers, the day of invoicing."""

    def __init__(self, written, mark, invoiced):
        self.written = written
        self.mark = mark
        self.invoiced = invoiced


JUNE = Month(calendar.BILLING_MONTH, "JUN", 33)
JULY = Month("2026-07", "JUL", 41)


def headers(lines, month):
    """One row an invoice, in the order of the lines: its own columns as text, and how many lines it has."""
    starts = lines.starts()
    agreement, which = lines.agreement[starts], lines.invoice[starts]
    total = np.add.reduceat(lines.amount, starts) + np.where(happens(agreement, 21, WRONG_TOTAL), 1000, 0)
    number = text.numbered(month.mark, agreement, 7) + "-" + (pl.Series(which) + 1).cast(pl.String)
    corrects = (which == 1) & happens(agreement, 22, CORRECTION)
    return pl.DataFrame({
        "form": FORMS.gather(pl.Series(lines.is_aap[starts]).cast(pl.UInt32)),
        "invoice_number": number,
        "provider_id": text.numbered("P", lines.provider[starts], 5),
        "agreement_id": text.numbered("SA", agreement + 1, 7),
        "billing_month": pl.Series([month.written]).gather(pl.Series(np.zeros(len(starts), dtype=np.uint32))),
        "invoice_date": calendar.written(month.invoiced + draw(agreement, 23, 5)),
        "invoice_total": text.money(total),
        "replaces": pl.select(pl.when(pl.Series(corrects)).then(
            text.numbered(month.mark, agreement, 7) + "-1")).to_series(),
        "count": np.diff(starts, append=lines.count)})


def rows(lines, month, words=None):
    """One row a line: every column of the CSV format as text, in the format's order."""
    invoices = headers(lines, month)
    invoice = pl.Series(np.repeat(np.arange(len(invoices)), invoices["count"].to_numpy()))
    own = invoices.drop("count", "replaces").select(pl.all().gather(invoice))
    activities, descriptions = words or (wording.activities(), wording.descriptions())
    for_a_family = [agreed.SERVICES.index(name) for name in ("recruitment-screening", "home-study")]
    has_family = np.isin(lines.service, for_a_family)
    return own.with_columns(
        line_number=pl.Series(lines.number).cast(pl.String),
        child_id=text.numbered("C", lines.child, 7),
        service_date=calendar.written(lines.day),
        service=pl.Series(agreed.SERVICES).gather(pl.Series(lines.service)),
        activity=pl.Series(activities).gather(pl.Series(lines.activity)),
        hours=text.quarters(lines.quarters), rate=text.money(lines.rate), amount=text.money(lines.amount),
        worker=text.numbered("W", lines.worker, 6),
        description=pl.Series(descriptions).gather(pl.Series(lines.description)),
        family_id=pl.select(pl.when(pl.Series(has_family)).then(text.numbered("F", lines.agreement, 7))).to_series(),
        replaces=invoices["replaces"].gather(invoice))


def write_csv(lines, folder, files=1, month=JUNE):
    """Writes the lines as so many CSV files, each with whole invoices."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    ends = np.append(lines.starts()[1:], lines.count)
    files = min(files, len(ends))
    table = rows(lines, month)
    begin = 0
    for file in range(files):
        end = int(ends[(file + 1) * len(ends) // files - 1])
        table.slice(begin, end - begin).write_csv(folder / f"invoices-{file + 1:04d}.csv")
        begin = end


def write_xml(lines, folder, month=JUNE):
    """Writes the lines as one XML file."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    words = tuple([said and escape(said) for said in kind] for kind in (wording.activities(), wording.descriptions()))
    table = rows(lines, month, words).with_columns(is_first=pl.Series(lines.number == 1))
    body = table.select(pl.concat_str([_invoice(), _line()]))
    with open(folder / "invoices.xml", "wb") as file:
        file.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<Invoices xmlns="urn:ct-dcf:ppsp:invoice:1">')
        body.write_csv(file, include_header=False, quote_style="never")
        file.write(b"  </Invoice>\n</Invoices>\n")


def _invoice():
    """The end of the invoice before and the beginning of this one, before an invoice's first line."""
    start = pl.concat_str([
        pl.when(pl.int_range(pl.len()) > 0).then(pl.lit("  </Invoice>\n")).otherwise(pl.lit("\n")),
        pl.format('  <Invoice form="{}" number="{}" provider="{}" agreement="{}" billingMonth="{}" invoiceDate="{}"',
                  "form", "invoice_number", "provider_id", "agreement_id", "billing_month", "invoice_date"),
        pl.format(' total="{}"', "invoice_total"),
        pl.when(pl.col("replaces").is_null()).then(pl.lit("")).otherwise(
            pl.format(' replaces="{}"', pl.col("replaces").fill_null(""))),
        pl.lit(">\n")])
    return pl.when(pl.col("is_first")).then(start).otherwise(pl.lit(""))


def _line():
    return pl.concat_str([
        pl.format('    <Line number="{}" child="{}" serviceDate="{}" service="{}" worker="{}"',
                  "line_number", "child_id", "service_date", "service", "worker"),
        pl.when(pl.col("family_id").is_null()).then(pl.lit("")).otherwise(
            pl.format(' family="{}"', pl.col("family_id").fill_null(""))),
        pl.format(">\n      <Activity>{}</Activity>\n", "activity"),
        pl.when(pl.col("description").is_null()).then(pl.lit("")).otherwise(
            pl.format("      <Description>{}</Description>\n", pl.col("description").fill_null(""))),
        pl.format("      <Hours>{}</Hours>\n      <Rate>{}</Rate>\n      <Amount>{}</Amount>\n    </Line>",
                  "hours", "rate", "amount")])
