"""The usual night: new invoices of the next month, for agreements that go on."""
import numpy as np

from . import agreements as agreed
from . import text, wording
from .chance import draw
from .lines import Lines, WORKERS_OF_PROVIDER, numbered, sibling

# The days of the next month that have been when the invoices are made.
FIRST_DAY = 30
DAYS = 10


def usual(agreements, count, lines_per_invoice=5):
    """So many lines of July, a few an invoice, every invoice of another agreement that has no end of its own."""
    going_on = np.flatnonzero(~agreements.has_own_end)
    agreement = going_on[np.linspace(0, len(going_on) - 1, count // lines_per_invoice).astype(np.int64)]
    agreement = np.repeat(np.unique(agreement), lines_per_invoice)
    keys = np.arange(len(agreement))
    place = draw(keys, 71, 12) % agreements.service_count[agreement]
    which = draw(keys, 72, 12) % (agreements.siblings[agreement] + 1)
    quarters = 1 + draw(keys, 73, 8)
    billable = 7 * wording.VARIANTS
    lines = Lines(
        provider=agreements.provider[agreement], agreement=agreement, invoice=np.zeros_like(agreement), number=keys,
        is_aap=agreements.is_aap[agreement],
        child=np.where(which == 0, agreements.child[agreement], sibling(agreement, which)),
        day=FIRST_DAY + draw(keys, 74, DAYS), service=agreements.service(agreement, place),
        activity=draw(keys, 75, billable), description=draw(keys, 76, len(wording.descriptions())),
        quarters=quarters, rate=np.full_like(quarters, agreed.RATE), amount=text.cost(quarters, agreed.RATE),
        worker=agreements.provider[agreement] * WORKERS_OF_PROVIDER + draw(keys, 77, WORKERS_OF_PROVIDER))
    return numbered(lines.part(np.lexsort((lines.day, lines.agreement, lines.provider))))
