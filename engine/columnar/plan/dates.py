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
    """One bound of what a function makes of days; each day is worked out once."""

    def __init__(self, name: str, number: int, strict: bool, bound: int) -> None:
        function = FUNCTIONS[name]
        self._compute = function.strict if strict else function.compute
        self._number = number
        self._bound = bound
        self._usual = pl.repeat(None, len(_USUAL), dtype=pl.Int64, eager=True)

    def __call__(self, days: pl.Series) -> pl.Series:
        inside = days.is_between(_USUAL.start, _USUAL.stop - 1)
        places = pl.select(pl.when(inside).then(days - _USUAL.start)).to_series()
        usual = self._with(places.unique().drop_nulls())
        found = usual.gather(places)
        if inside.all():
            return found
        rare = days.filter(~inside).unique()
        rare = rare.filter((rare > FIRST) & (rare < LAST))
        others = days.replace(rare, self._worked_out(rare)) if len(rare) else days
        return pl.select(pl.coalesce(found, others)).to_series()

    def _with(self, places: pl.Series) -> pl.Series:
        """The usual days, of which those at some places are worked out."""
        usual = self._usual
        new = places.filter(usual.gather(places).is_null())
        if len(new):
            usual = usual.clone().scatter(new, self._worked_out(new + _USUAL.start))
            self._usual = usual  # another thread may put its own here: then days are worked out again
        return usual

    def _worked_out(self, days: pl.Series) -> pl.Series:
        return pl.Series([self._compute((day, day), self._number)[self._bound] for day in days], dtype=pl.Int64)
