"""The date functions of the rule language: their argument and result types, and what they do to intervals.

A deadline comes in two versions: the legal one, which may run to the next working day, and the strict one, which does
not.
"""

from collections.abc import Callable

from msgspec import Struct

from ...facts import periods
from ...facts.schema import Kind
from ..intervals import MINUTES_A_DAY, Interval, mapped

__all__ = ["FUNCTIONS", "Function"]

_Bounds = Callable[[int, int], tuple[int, int, int]]
"""(day, number) to (earliest, latest, strict), all day ordinals."""

_Move = Callable[[int, int], int]


class Function(Struct, frozen=True):
    """A function of the language: a date, and for most a number, to a date.

    `compute` and `strict` work on intervals. With `any_date` a minute is taken as its day.
    """

    name: str
    takes: Kind
    gives: Kind
    compute: Callable[[Interval, int], Interval]
    strict: Callable[[Interval, int], Interval]
    numbered: bool = True
    any_date: bool = False
    calendar: bool = False
    """Whether the result rests on the calendar of working days."""
    most: int = 36_500
    """The largest number it takes: a hundred years."""


def _period(name: str, bounds: _Bounds, *, any_date: bool = False, calendar: bool = True) -> Function:
    def compute(interval: Interval, number: int) -> Interval:
        return mapped(interval, lambda low: bounds(low, number)[0], lambda high: bounds(high, number)[1])

    def strict(interval: Interval, number: int) -> Interval:
        return mapped(interval, lambda low: bounds(low, number)[2], lambda high: bounds(high, number)[2])

    return Function(name, Kind.DAY, Kind.DAY, compute, strict, any_date=any_date, calendar=calendar)


def _move(name: str, takes: Kind, gives: Kind, move: _Move, *, numbered: bool = True, most: int = 36_500) -> Function:
    def compute(interval: Interval, number: int) -> Interval:
        return mapped(interval, lambda low: move(low, number), lambda high: move(high, number))

    return Function(name, takes, gives, compute, compute, numbered=numbered, most=most)


FUNCTIONS = {
    function.name: function
    for function in (
        _period("days_after", periods.days_after_ordinal, any_date=True),
        _period("workdays_after", periods.workdays_after_ordinal, any_date=True),
        _period("months_after", periods.months_after_ordinal, any_date=True),
        _period("days_before", periods.days_before_ordinal, calendar=False),
        _move("plus_days", Kind.DAY, Kind.DAY, lambda day, number: periods.plus_days_ordinal(day, number)[0]),
        _move("hours_after", Kind.MINUTE, Kind.MINUTE, lambda minute, number: minute + 60 * number, most=876_000),
        _move("day_of", Kind.MINUTE, Kind.DAY, lambda minute, _: minute // MINUTES_A_DAY, numbered=False),
        _move("day_end", Kind.DAY, Kind.MINUTE, lambda day, _: (day + 1) * MINUTES_A_DAY - 1, numbered=False),
        _move("year_end", Kind.DAY, Kind.DAY, lambda day, _: periods.year_end_ordinal(day)[0], numbered=False),
    )
}
