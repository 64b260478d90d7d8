"""Periods, counted day by day on the State Council's calendar, as a person would on paper.

A period starts on the day after its event. If its last day is off, it runs to the next working day. Where it rests on
days of which it is not published whether they are worked, its last day lies between two days; `strict` is the last day
if nothing were made up for.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from hegui.facts.calendar import china

__all__ = ["FUNCTIONS", "LastDay"]

# What is taken for granted of a year that is not published (see hegui.facts.periods, whose assumptions these are): at
# most so many days off in a row; in any stretch at most so many working days more than Mondays to Fridays; and so many
# fewer, with three more for every forty.
_LONGEST_REST = 11
_MOST_GAINED = 3
_MOST_LOST = 7
_MOST_LOST_PER_FORTY = 3

_MINUTES = 24 * 60


class LastDay(NamedTuple):
    """The last day (or minute) of a period: not before `earliest`, not after `latest`."""

    earliest: int
    latest: int
    strict: int


@cache
def _worked(day: int) -> bool | None:
    """Whether a day is worked; None where that is not published."""
    return china().is_working_day(date.fromordinal(day))


def _is_weekday(day: int) -> bool:
    return date.fromordinal(day).weekday() < 5


def _rolled(strict: int) -> LastDay:
    """The first working day at or after a day.

    It may be any day not known to be off, and is no later than the first day known to be worked.
    """
    earliest = strict
    while _worked(earliest) is False:
        earliest += 1
    latest = strict
    while _worked(latest) is not True and latest < strict + _LONGEST_REST:
        latest += 1
    return LastDay(earliest, latest, strict)


def _days_after(day: int, number: int) -> LastDay:
    return _rolled(day + number)


def _months_after(day: int, number: int) -> LastDay:
    """The same day of a later month, or the month's last."""
    start = date.fromordinal(day)
    months = start.year * 12 + start.month - 1 + number
    year, month = months // 12, months % 12 + 1
    return _rolled(date(year, month, min(start.day, monthrange(year, month)[1])).toordinal())


def _workdays_after(day: int, number: int) -> LastDay:
    if number == 0:
        return LastDay(day, day, day)
    reached, left = day, number
    while left and _worked(reached + 1) is not None:
        reached += 1
        left -= bool(_worked(reached))
    if not left:
        return LastDay(reached, reached, reached)
    if reached + 1 < china().known_from:
        # Older than what is published: every day may have been worked; and no count that begins earlier ends later.
        earliest = day + number
        latest = min(_slowest(day, number), _workdays_after(china().known_from - 1, number).latest)
    else:
        earliest = max(reached + left, _weekday(reached, left - _MOST_GAINED))
        latest = _slowest(reached, left)
    return LastDay(earliest, latest, earliest)


def _slowest(day: int, number: int) -> int:
    """No n-th working day comes later than this."""
    return _weekday(day, number + _MOST_LOST + _MOST_LOST_PER_FORTY * (number // 40))


def _weekday(day: int, number: int) -> int:
    """The n-th Monday to Friday after a day."""
    while number > 0:
        day += 1
        number -= _is_weekday(day)
    return day


def _days_before(day: int, number: int) -> LastDay:
    """Backward: never moves; strictly, so many full days have to lie between."""
    return LastDay(day - number, day - number, day - number - 1)


def _exactly(found: int) -> LastDay:
    return LastDay(found, found, found)


FUNCTIONS: dict[str, Callable[[int, int], LastDay]] = {
    "days_after": _days_after,
    "workdays_after": _workdays_after,
    "months_after": _months_after,
    "days_before": _days_before,
    "plus_days": lambda day, number: _exactly(day + number),
    "year_end": lambda day, _: _exactly(date(date.fromordinal(day).year, 12, 31).toordinal()),
    "hours_after": lambda minute, number: _exactly(minute + 60 * number),
    "day_of": lambda minute, _: _exactly(minute // _MINUTES),
    "day_end": lambda day, _: _exactly(day * _MINUTES + 23 * 60 + 59),
}
"""By name in the rule language; each takes a day or minute, and a number."""
