"""The invoice lines: the generator's, each on an invoice of its agreement's, with words and values of the field."""
import dataclasses

import numpy as np
import polars as pl

from . import agreements as agreed
from . import calendar, wording
from .chance import draw, happens

LINES_PER_INVOICE = 50
# More than an agreement ever has in a month, for keys.
INVOICES_OF_AGREEMENT = 64
# Agreements that don't exist have numbers from here, one per provider.
UNKNOWN = 9_000_000
WORKERS_OF_PROVIDER = 36


@dataclasses.dataclass
class Lines:
    """Columns, one entry a line, the lines of an invoice beside each other and the providers in order."""
    provider: np.ndarray
    agreement: np.ndarray
    invoice: np.ndarray
    number: np.ndarray
    is_aap: np.ndarray
    child: np.ndarray
    day: np.ndarray
    service: np.ndarray
    activity: np.ndarray
    description: np.ndarray
    quarters: np.ndarray
    rate: np.ndarray
    amount: np.ndarray
    worker: np.ndarray

    @property
    def count(self):
        return len(self.provider)

    def part(self, wanted):
        """Some of the lines: a slice or a mask."""
        return Lines(**{field.name: getattr(self, field.name)[wanted] for field in dataclasses.fields(self)})

    def first(self, count):
        """The first lines, about so many: no invoice is cut."""
        if count >= self.count:
            return self
        ends = np.append(self.starts()[1:], self.count)
        return self.part(slice(0, int(ends[np.searchsorted(ends, count)])))

    def starts(self):
        """Places of the first lines of the invoices."""
        return np.flatnonzero(np.diff(self.agreement * INVOICES_OF_AGREEMENT + self.invoice, prepend=-1))


def read(folder, agreements):
    """The lines of the generator's invoices.csv."""
    rows = pl.read_csv(folder / "invoices.csv", infer_schema=False)
    # A line that repeats the one before it has its words too.
    origin = np.arange(len(rows))
    repeated = _problems(folder / "truth.csv", "duplicate")
    origin[repeated] -= 1
    agreement = rows["agreement_id"].str.slice(2).cast(pl.Int64).to_numpy() - 1
    is_known = agreement < agreements.count
    known = np.where(is_known, agreement, 0)
    provider = rows["provider_id"].str.slice(1).cast(pl.Int64).to_numpy()
    agreement = np.where(is_known, agreement, UNKNOWN + provider)
    code = agreed.service_numbers(rows["service_code"])
    invoice = _invoices(agreement, repeated)
    lines = Lines(
        provider=provider, agreement=agreement, invoice=invoice, number=invoice,
        is_aap=is_known & agreements.is_aap[known],
        child=_child(rows["child_id"], agreements, known, is_known, origin),
        day=_days(rows, agreements, known, is_known),
        service=np.where(is_known, agreements.service(known, agreements.place_of_service[known, code]),
                         code % agreed.OWN),
        activity=_activity(rows["activity"], origin),
        description=draw(origin, 11, len(wording.descriptions())), quarters=_hundredths(rows["hours"]) // 25,
        rate=_hundredths(rows["rate"]), amount=_hundredths(rows["amount"]),
        worker=provider * WORKERS_OF_PROVIDER + (agreement * 7 + draw(origin, 12, 6)) % WORKERS_OF_PROVIDER)
    return numbered(lines.part(np.lexsort((lines.day, lines.invoice, lines.agreement, lines.provider))))


def numbered(lines):
    """The same lines with line numbers from 1 on each invoice."""
    starts = lines.starts()
    lines.number = np.arange(lines.count) - np.repeat(starts, np.diff(starts, append=lines.count)) + 1
    return lines


def _problems(path, kind):
    """Places (from 0) of the lines with this injected problem."""
    truth = pl.read_csv(path)
    return truth.filter(pl.col("kind") == kind)["line_no"].to_numpy() - 1


def _hundredths(column):
    return (column.cast(pl.Float64) * 100).round().cast(pl.Int64).to_numpy()


def _invoices(agreement, repeated):
    """Which of its agreement's invoices a line is on; a repeated one is on the next, so that it is billed twice."""
    order = np.argsort(agreement, kind="stable")
    starts = np.flatnonzero(np.diff(agreement[order], prepend=-1))
    sizes = np.diff(starts, append=len(order))
    parts = np.repeat(np.maximum(1, (sizes + LINES_PER_INVOICE // 2) // LINES_PER_INVOICE), sizes)
    rank = np.arange(len(order)) - np.repeat(starts, sizes)
    invoice = np.empty(len(order), dtype=np.int64)
    count = np.empty(len(order), dtype=np.int64)
    invoice[order] = rank * parts // np.repeat(sizes, sizes)
    count[order] = parts
    invoice[repeated] = (invoice[repeated] + 1) % count[repeated]
    return invoice


def _child(ids, agreements, known, is_known, origin):
    """The agreement's child or one of its siblings."""
    which = draw(origin, 13, 12) % (agreements.siblings[known] + 1)
    billed = np.where(which == 0, agreements.child[known], sibling(known, which))
    return np.where(is_known, billed, ids.str.slice(1).cast(pl.Int64).to_numpy())


def sibling(agreement, which):
    """The number of an agreement's second child (1), third (2) and so on."""
    return agreed.SIBLING + agreement * 4 + which


def _days(rows, agreements, known, is_known):
    """The service date in the month: a day of the term stays in it, one outside it stays outside."""
    day = calendar.days(rows["service_date"])
    first, last = agreements.generator_start[known], agreements.generator_end[known]
    start = np.maximum(agreements.start[known], 0)
    end = np.minimum(agreements.end[known], calendar.MONTH - 1)
    inside = start + (day - first) * (end - start + 1) // (last - first + 1)
    before = agreements.start[known] - 1 - (first - day - 1) % 10
    after = np.where(agreements.has_own_end[known], end + 1 + (day - last - 1) % 3,
                     agreements.start[known] - 1 - (day - last - 1) % 10)
    placed = np.where(day < first, before, np.where(day > last, after, inside))
    return np.where(is_known, placed, day % calendar.MONTH)


def _activity(column, origin):
    """One of the wordings of the line's kind of activity."""
    kinds = list(wording.ACTIVITIES)
    kind = column.replace_strict(kinds, list(range(len(kinds))), return_dtype=pl.Int64).to_numpy()
    return kind * wording.VARIANTS + draw(origin, 14, wording.VARIANTS)
