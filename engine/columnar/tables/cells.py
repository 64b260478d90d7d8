"""From the columns of a document to the columns of a table, as `engine.encoding` does it value by value.

A date that is not over its field's head yet is *raw*: the day as stated, `NEVER` for not_done. As of a day, a later
event is `NEVER` too.
"""

from collections.abc import Iterator
from datetime import date

import polars as pl

from ....facts.as_of import AsOf
from ....facts.portfolio.dtypes import UNDONE, words_dtype
from ....facts.schema import Field, Kind
from ...encoding import minute_number
from ...intervals import MINUTES_A_DAY, NEVER

__all__ = ["LATEST", "PREFIX", "as_word", "cells", "happened", "raw_day"]

PREFIX = "f:"
"""What the name of a field's column begins with."""

LATEST = "^"
"""What the name of the column of the latest minute ends with."""

_EPOCH = date(1970, 1, 1).toordinal()
_PER_MINUTE = {"ms": 60_000, "us": 60_000_000, "ns": 60_000_000_000}
_SHANGHAI = 8 * 60  # minutes ahead of UTC


def cells(field: Field, column: pl.Expr, dtype: pl.DataType, as_of: AsOf) -> Iterator[pl.Expr]:
    """The columns of a field: one, or of a minute the earliest and the latest. `dtype` is the type of `column`."""
    name = f"{PREFIX}{field.name}"
    match field.kind:
        case Kind.FLAG:
            yield column.cast(pl.Boolean).alias(name)
        case Kind.WORD:
            yield as_word(field, column, dtype).to_physical().cast(pl.Int16).alias(name)
        case Kind.TEXT:
            yield column.cast(pl.String).alias(name)
        case Kind.NUMBER:
            yield column.cast(pl.Int64).alias(name)
        case Kind.DAY:
            raw = raw_day(column, dtype)
            yield (happened(raw, as_of) if field.event else raw).alias(name)
        case Kind.MINUTE:
            for bound, ending in zip(_minutes(field, column, dtype, as_of), ("", LATEST), strict=True):
                yield bound.alias(f"{name}{ending}")


def as_word(field: Field, column: pl.Expr, dtype: pl.DataType) -> pl.Expr:
    """A column of words as their enumeration."""
    assert field.words is not None
    words = words_dtype(field.words)
    return column if dtype == words else column.cast(pl.String).cast(words)


def raw_day(column: pl.Expr, dtype: pl.DataType) -> pl.Expr:
    """Days counted from 0001-01-01 as stated, `NEVER` for not_done; Int64."""
    if dtype == pl.Date:
        return pl.when(column == UNDONE).then(NEVER).otherwise(column.to_physical().cast(pl.Int64) + _EPOCH)
    text = column.cast(pl.String)
    day = text.str.to_date("%Y-%m-%d", strict=False).to_physical().cast(pl.Int64) + _EPOCH
    return pl.coalesce(day, pl.when(text.is_not_null()).then(NEVER))


def happened(raw: pl.Expr, as_of: AsOf) -> pl.Expr:
    """Days of events as of a day: later ones have not happened."""
    return pl.when(raw > as_of.day.toordinal()).then(NEVER).otherwise(raw)


def _minutes(field: Field, column: pl.Expr, dtype: pl.DataType, as_of: AsOf) -> tuple[pl.Expr, pl.Expr]:
    """The earliest and the latest minute; Int64."""
    low, high = _raw_minutes(column, dtype)
    if not field.event:
        return low, high
    now = minute_number(as_of.happened_until)
    # Where it may not have happened yet, the latest is never; where it cannot have, the earliest is, too.
    return (
        pl.when(low > now).then(NEVER).otherwise(low),
        pl.when(high > now).then(NEVER).otherwise(high),
    )


def _raw_minutes(column: pl.Expr, dtype: pl.DataType) -> tuple[pl.Expr, pl.Expr]:
    if isinstance(dtype, pl.Datetime):
        zone = 0 if dtype.time_zone is None else _SHANGHAI
        since = column.to_physical().cast(pl.Int64).floordiv(_PER_MINUTE[dtype.time_unit]) + zone
        minute = since + _EPOCH * MINUTES_A_DAY
        return minute, minute
    if dtype == pl.Date:
        start = (column.to_physical().cast(pl.Int64) + _EPOCH) * MINUTES_A_DAY
        return start, start + (MINUTES_A_DAY - 1)
    text = column.cast(pl.String)
    day = raw_day(text.str.slice(0, 10), pl.String())
    start = pl.when(day == NEVER).then(NEVER).otherwise(day * MINUTES_A_DAY)
    clock = text.str.slice(11, 2).cast(pl.Int64, strict=False) * 60 + text.str.slice(14, 2).cast(pl.Int64, strict=False)
    return start + clock.fill_null(0), start + clock.fill_null(MINUTES_A_DAY - 1)
