"""What the hand-written Polars plan says again and again: dates from text, three values, what is in a short list.

Three values are Polars' own: true, false and null. Lists of a company that norms look into (its terms, its services)
become columns, as many as the longest list has elements; where a list is shorter the columns hold what never counts.
"""

import datetime
from collections.abc import Callable, Sequence
from functools import reduce
from operator import or_
from typing import Any, Final

import polars as pl

from .calendar_lists import FIRST, ends
from .companies import AS_OF

__all__ = [
    "ANSWERS",
    "NEVER",
    "NEVER_MINUTE",
    "TODAY",
    "after",
    "answer",
    "any3",
    "event",
    "expand",
    "listed",
    "minute",
    "none_listed",
    "one_of",
    "passed",
    "reviewed",
    "span",
    "term",
]

NEVER: Final = pl.lit(datetime.date.max)
NEVER_MINUTE: Final = pl.lit(datetime.datetime(9999, 12, 31))
TODAY: Final = pl.lit(AS_OF)
_FIRST_DAY: Final = FIRST.toordinal() - datetime.date(1970, 1, 1).toordinal()
ANSWERS: Final = ("violated", "pending", "undetermined", "met", "not_applicable")
Rows = pl.LazyFrame


def event(text: pl.Expr) -> pl.Expr:
    """A day that counts only once it has come; what is not done lies after every day, as it does as text."""
    return pl.when(text > str(AS_OF)).then(NEVER).otherwise(term(text))


def term(text: pl.Expr) -> pl.Expr:
    """A day that may lie ahead."""
    return text.str.to_date("%Y-%m-%d", strict=False)


def minute(text: pl.Expr) -> pl.Expr:
    """The first minute that is meant: midnight, where only a day is given."""
    first = (text + "T00:00").str.slice(0, 16).str.to_datetime("%Y-%m-%dT%H:%M", strict=False, time_unit="us")
    return pl.when(text > f"{AS_OF}T23:59").then(NEVER_MINUTE).otherwise(first)


def span(text: pl.Expr, first: pl.Expr) -> pl.Expr:
    """The last minute that is meant."""
    whole_day = (text.str.len_bytes() == 10) & (first != NEVER_MINUTE)
    return first + pl.when(whole_day).then(pl.duration(minutes=1439)).otherwise(pl.duration())


def after(day: pl.Expr, kind: str, days: int) -> pl.Expr:
    """The last day of a period, by the table of the calendar."""
    table = pl.Series(ends(kind, days), dtype=pl.Date)

    def look_up(series: pl.Series) -> pl.Series:
        place = series.to_physical() - _FIRST_DAY
        inside = place.is_between(0, len(table) - 1)
        return table.gather(place.zip_with(inside, pl.Series([None], dtype=pl.Int32)).cast(pl.UInt32))

    return day.map_batches(look_up, return_dtype=pl.Date, is_elementwise=True)


def passed(day: pl.Expr) -> pl.Expr:
    return day < TODAY


def reviewed(breach: pl.Expr, review: pl.Expr) -> pl.Expr:
    """A breach that is none is left to judgement where the review may hold."""
    return pl.when(~breach & review.fill_null(True)).then(None).otherwise(breach)


def answer(applies: pl.Expr, breach: pl.Expr, late: pl.Expr | bool = True) -> pl.Expr:
    """The status, by its place in ANSWERS."""
    due = pl.lit(late) if isinstance(late, bool) else late
    return (
        pl.when(~applies)
        .then(4)
        .when(applies.is_null())
        .then(2)
        .when(~breach)
        .then(3)
        .when(~due)
        .then(1)
        .when(breach & due)
        .then(0)
        .otherwise(2)
        .cast(pl.UInt8)
    )


def any3(column: pl.Expr, holds: Callable[[Callable[[str], pl.Expr]], pl.Expr]) -> pl.Expr:
    """Whether it holds of an element of a list; not known of a list that is not given."""
    worth = (holds(lambda name: pl.element().struct.field(name)).cast(pl.Int8) * 2).fill_null(1)
    best = column.list.eval(worth).list.max()
    return pl.when(column.is_null() | (best == 1)).then(None).otherwise(best.fill_null(0) == 2)


def expand(name: str, column: pl.Expr, width: int, fields: dict[str, tuple[Any, Any]]) -> list[pl.Expr]:
    """Columns `name0_field` … of a short list: what each field is of an element, and what where there is none."""
    found = [pl.when(column.is_null()).then(None).otherwise(False).alias(f"{name}_unlisted")]
    for place in range(width):
        element = column.list.get(place, null_on_oob=True).struct
        there = column.list.len().fill_null(0) > place
        for field, (made, otherwise) in fields.items():
            value = made(element.field)
            found.append(pl.when(there).then(value).otherwise(otherwise).alias(f"{name}{place}_{field}"))
    return found


def one_of(name: str, width: int, holds: Callable[[Callable[[str], pl.Expr]], pl.Expr]) -> pl.Expr:
    """Whether it holds of an element of an expanded list."""
    each = (holds(lambda field, n=place: pl.col(f"{name}{n}_{field}")) for place in range(width))  # type: ignore[misc]
    return reduce(or_, each, none_listed(name))


def none_listed(name: str) -> pl.Expr:
    """False; null where the list is not given."""
    return pl.col(f"{name}_unlisted")


def listed(rows: Rows, column: str, keep: Sequence[str]) -> Rows:
    """A row for each element of a list, with its fields; one that states nothing where the list is not given."""
    there = pl.col(column).list.len().fill_null(1) > 0
    found = rows.filter(there).select("c", *keep, column).explode(column)
    fields = rows.collect_schema()[column].inner.fields  # type: ignore[attr-defined]
    return found.select(
        "c", *keep, *(pl.col(column).struct.field(field.name).alias(f":{field.name}") for field in fields)
    ).with_columns(pl.col(":id").fill_null("?"))
