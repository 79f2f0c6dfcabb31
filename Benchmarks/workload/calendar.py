"""The month that is billed, in days: day 0 is June 1, 2026."""
import numpy as np
import polars as pl

FIRST = np.datetime64("2026-06-01")
# The generator's own year begins here.
GENERATOR_FIRST = np.datetime64("2025-07-01")
MONTH = 30
BILLING_MONTH = "2026-06"
# Ten days after the month's end invoices and progress reports are overdue, so that those findings are made too.
AS_OF = "2026-07-12"
NEXT_AS_OF = "2026-07-13"
# Day on which an agreement without an end of its own is expected to end.
FAR_END = int((np.datetime64("2027-05-31") - FIRST).astype(int))


def days(texts):
    """Days of the generator's year of a column of its dates."""
    return (texts.str.to_date().to_numpy().astype("datetime64[D]") - GENERATOR_FIRST).astype(np.int64)


def written(day_numbers):
    """Days as `YYYY-MM-DD`, taken from a table, for there are far fewer days than lines."""
    numbers = np.asarray(day_numbers)
    lowest = int(numbers.min()) if len(numbers) else 0
    highest = int(numbers.max()) if len(numbers) else 0
    table = pl.Series((FIRST + np.arange(lowest, highest + 1)).astype("datetime64[D]").astype(str))
    return table.gather(pl.Series(numbers - lowest))
