"""Which documents of a frame are written so that they mean, beyond doubt, what the loader of documents reads.

The others are *odd*: the loader decides on each of them. What passes here it would accept, and read as the frame says.
One that may have too many elements is odd, too.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Final

import polars as pl

from ..check import UNLISTED
from ..dates import FIRST_YEAR, LAST_YEAR
from ..not_done import NOT_DONE
from ..scalars import GREATEST_NUMBER, LONGEST_TEXT
from ..schema import COMPANY, VALUE, Field, Kind, Table, company_schema
from ..words.base import Word
from .dtypes import UNDONE
from .flat import ROW_ABOVE, ROW_OF_COMPANY, flatten
from .sizes import perhaps_too_great
from .statements import UNFIT_TEXT, odd_statements

__all__ = ["odd_ones"]

_FIRST: Final = date(FIRST_YEAR, 1, 1)
_LAST: Final = date(LAST_YEAR, 12, 31)

_MINUTE: Final = r"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ](?:[01][0-9]|2[0-3]):[0-5][0-9])?|not_done)$"


def odd_ones(frame: pl.DataFrame) -> pl.Series:
    """The numbers of the companies (rows of a canonical frame) that are odd, each once, in order; UInt32."""
    tables = company_schema().tables
    flat = flatten(frame, [path for path, table in tables.items() if path != COMPANY and not table.derived])
    found = [pl.Series(ROW_OF_COMPANY, [], dtype=pl.UInt32), *odd_statements(frame, flat)]
    found.append(perhaps_too_great(flat.frames))
    for path, rows in flat.frames.items():
        found += _odd_in(tables[path], rows)
    return pl.concat(found).unique().sort()


def _odd_in(table: Table, rows: pl.DataFrame) -> Iterator[pl.Series]:
    """The companies of which a row of a table is odd."""
    if not rows.height:
        return
    for name, field in table.fields.items():
        dtype = rows.schema.get(name)
        if dtype is not None and dtype != pl.Null:
            wrong = _wrong(field, rows[name], dtype)
            if wrong is not None:
                yield rows.lazy().filter(wrong).select(ROW_OF_COMPANY).collect().to_series()
    if table.path != COMPANY:
        yield from _unnamed(rows, VALUE if table.words is not None else "id")


def _unnamed(rows: pl.DataFrame, identity: str) -> Iterator[pl.Series]:
    """The companies of which an element has no id, or one that is taken."""
    if rows.schema.get(identity, pl.Null()) == pl.Null:
        yield rows[ROW_OF_COMPANY]
        return
    ids = rows[identity]
    if ids.null_count():
        yield rows[ROW_OF_COMPANY].filter(ids.is_null())
    # Almost always every id is the only one of its list, and a hash of both shows it fastest.
    keys = rows.select(pl.struct(ROW_ABOVE, identity).hash()).to_series()
    if keys.n_unique() < rows.height:
        yield rows[ROW_OF_COMPANY].filter(keys.is_duplicated())


def _wrong(field: Field, column: pl.Series, dtype: pl.DataType) -> pl.Expr | None:
    """Which values are odd; None where no value is."""
    found = pl.col(column.name)
    match field.kind:
        case Kind.FLAG:
            return None
        case Kind.NUMBER:
            low, high = column.min(), column.max()
            if low is None or (low >= 0 and high <= GREATEST_NUMBER):  # type: ignore[operator]
                return None
            return ~found.is_between(0, GREATEST_NUMBER)
        case Kind.WORD:
            assert field.words is not None
            return _none_of(column, _words(field.words))
        case Kind.TEXT:
            return _wrong_text(field, column)
        case Kind.DAY if dtype == pl.String:
            return _none_of(column, _days(field.event))
        case Kind.MINUTE if dtype == pl.String:
            return ~found.str.contains(_MINUTE) | _none_of_days(column)
        case _:
            return ~_known_moment(found, dtype, field.event)


def _known_moment(moment: pl.Expr, dtype: pl.DataType, event: bool) -> pl.Expr:
    """Whether dates and datetimes lie in the years that a document can speak of, as they stand and in Shanghai."""
    day = moment.dt.date()
    known = day.is_between(_FIRST, _LAST)
    if isinstance(dtype, pl.Datetime) and dtype.time_zone is not None:
        known &= moment.dt.convert_time_zone("Etc/GMT-8").dt.date().is_between(_FIRST, _LAST)
    return known | (day == UNDONE) if event else known


def _none_of(column: pl.Series, right: frozenset[str]) -> pl.Expr | None:
    """The values that are none of some texts: few texts are looked at, for most stand in many rows."""
    wrong = [one for one in column.unique() if one is not None and one not in right]
    return pl.col(column.name).is_in(wrong) if wrong else None


def _none_of_days(column: pl.Series) -> pl.Expr:
    days = column.str.slice(0, 10).unique()
    wrong = [one for one in days if one is not None and one not in _days(True)]
    return pl.col(column.name).str.slice(0, 10).is_in(wrong) if wrong else pl.lit(False)


def _wrong_text(field: Field, column: pl.Series) -> pl.Expr:
    text = pl.col(column.name)
    wrong = text.str.contains(UNFIT_TEXT)
    if (column.str.len_bytes().max() or 0) > LONGEST_TEXT:  # type: ignore[operator]
        wrong |= text.str.len_chars() > LONGEST_TEXT
    return wrong | (text == UNLISTED) if field.required else wrong


@cache
def _words(words: type[Word]) -> frozenset[str]:
    return frozenset(word.value for word in words)


@cache
def _days(event: bool) -> frozenset[str]:
    days = {(_FIRST + timedelta(days=n)).isoformat() for n in range((_LAST - _FIRST).days + 1)}
    return frozenset(days | {str(NOT_DONE)} if event else days)
