"""The years in whose first quarter an annual report is to be filed."""

from datetime import date

import polars as pl

from .....facts.as_of import AsOf
from .....facts.portfolio.flat import ROW_OF_COMPANY, Flat
from .....facts.schema import COMPANY
from ....intervals import NEVER
from .lists import DerivedRows, day

__all__ = ["report_years"]

_EPOCH = date(1970, 1, 1).toordinal()


def report_years(flat: Flat, as_of: AsOf) -> DerivedRows:
    """Each year from the one after the licence was first obtained to that of `as_of`; unknown where that is."""
    now = as_of.day.year
    obtained = flat.frames[COMPANY].select(ROW_OF_COMPANY, day=day(flat, COMPANY, "licence.first_obtained_on"))
    never = pl.col("day") == NEVER
    days = (pl.when(never).then(None).otherwise(pl.col("day")) - _EPOCH).cast(pl.Int32).cast(pl.Date)
    first = pl.when(never).then(now).otherwise(days.dt.year())
    rows = (
        obtained.lazy()
        .filter(pl.col("day").is_not_null())
        .select(company=ROW_OF_COMPANY, year=pl.int_ranges(first.cast(pl.Int64) + 1, now + 1))
        .explode("year", empty_as_null=False, keep_nulls=False)
        .select(
            "company",
            pl.col("company").alias("parent"),
            pl.col("year").cast(pl.String).alias("id"),
            pl.col("year").cast(pl.String).alias("f:id"),
            pl.col("year").alias("f:year"),
            _ordinal("year", 1, 1).alias("f:opens_on"),
            _ordinal("year", 3, 31).alias("f:closes_on"),
        )
        .collect()
    )
    return DerivedRows(rows, obtained["day"].is_not_null())


def _ordinal(year: str, month: int, day_: int) -> pl.Expr:
    return pl.date(pl.col(year), month, day_).to_physical().cast(pl.Int64) + _EPOCH
