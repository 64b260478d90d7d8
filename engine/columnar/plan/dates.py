"""The date functions of the language on columns."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Final

import polars as pl

from ...intervals import FIRST, LAST, MINUTES_A_DAY
from ...language.functions import FUNCTIONS

__all__ = ["dated"]

_USUAL: Final = range(date(2000, 1, 1).toordinal(), date(2041, 1, 1).toordinal())
"""Days for which a function is a table; the few others are worked out one by one."""

_LEAST, _GREATEST = date.min.toordinal(), date.max.toordinal()

_ARITHMETIC: Final[Mapping[str, Callable[[pl.Expr, int], pl.Expr]]] = {
    "plus_days": lambda day, number: (day + number).clip(_LEAST, _GREATEST),
    "hours_after": lambda minute, number: minute + 60 * number,
    "day_of": lambda minute, _: minute // MINUTES_A_DAY,
    "day_end": lambda day, _: (day + 1) * MINUTES_A_DAY - 1,
}
"""What needs no calendar, and is the same for both bounds and in strict counting."""


def dated(name: str, number: int, low: pl.Expr, high: pl.Expr, *, strict: bool) -> tuple[pl.Expr, pl.Expr]:
    """What a function makes of the earliest and latest of a date. What has no bound stays as it is."""
    arithmetic = _ARITHMETIC.get(name)
    if arithmetic is not None:
        return tuple(pl.when(_bounded(one)).then(arithmetic(one, number)).otherwise(one) for one in (low, high))  # type: ignore[return-value]
    return tuple(
        one.map_batches(_calendar(name, number, strict, bound), return_dtype=pl.Int64)
        for bound, one in enumerate((low, high))
    )  # type: ignore[return-value]


def _bounded(value: pl.Expr) -> pl.Expr:
    return (value > FIRST) & (value < LAST)


@cache
def _calendar(name: str, number: int, strict: bool, bound: int) -> "Callable[[pl.Series], pl.Series]":
    return _Calendar(name, number, strict, bound)


class _Calendar:
    """One bound of what a function makes of days."""

    def __init__(self, name: str, number: int, strict: bool, bound: int) -> None:
        function = FUNCTIONS[name]
        self._compute = function.strict if strict else function.compute
        self._number = number
        self._bound = bound
        self._usual = pl.Series([self._of(day) for day in _USUAL], dtype=pl.Int64)

    def _of(self, day: int) -> int:
        return self._compute((day, day), self._number)[self._bound]

    def __call__(self, days: pl.Series) -> pl.Series:
        inside = days.is_between(_USUAL.start, _USUAL.stop - 1)
        if inside.all():
            return self._usual.gather(days - _USUAL.start)
        frame = pl.DataFrame({"day": days, "inside": inside})
        rare = days.filter(~inside).unique()
        rare = rare.filter((rare > FIRST) & (rare < LAST))
        outside = pl.col("day")
        if len(rare):
            outside = outside.replace(rare, pl.Series([self._of(day) for day in rare], dtype=pl.Int64))
        place = pl.when("inside").then(pl.col("day") - _USUAL.start)
        found = self._usual.gather(frame.select(place).to_series())
        return frame.select(pl.coalesce(found, outside)).to_series()
