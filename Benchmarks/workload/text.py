"""Columns of text made from columns of numbers."""
import numpy as np
import polars as pl


def numbered(prefix, numbers, width):
    """Ids like `SA0000017`."""
    return pl.select(prefix + pl.Series(np.asarray(numbers)).cast(pl.String).str.zfill(width)).to_series()


def quarters(numbers):
    """Hours `1.25` from quarter hours."""
    table = pl.Series([f"{quarter // 4}.{quarter % 4 * 25:02d}" for quarter in range(int(np.max(numbers)) + 1)])
    return table.gather(pl.Series(np.asarray(numbers)))


def money(cents):
    """Dollars `70.63` from cents."""
    column = pl.Series(np.asarray(cents))
    return pl.select((column // 100).cast(pl.String) + "." + (column % 100).cast(pl.String).str.zfill(2)).to_series()


def cost(quarter_hours, cents_an_hour):
    """Hours times rate, half up to the cent."""
    return (quarter_hours * cents_an_hour + 2) // 4
