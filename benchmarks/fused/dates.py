"""What the fused function needs of dates: deadlines by table, and whether the licence is in force on a day.

A date that is known not to have happened is `NEVER`, one that is not stated None. Three values are 0, 1 and 2, as in
the engines: false, unknown, true.
"""

import datetime
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from hegui.facts import NOT_DONE, periods
from hegui.facts.words.business import RenewalOutcome

__all__ = [
    "EVER",
    "NEVER",
    "Term",
    "days_after",
    "days_before",
    "earliest",
    "in_force",
    "in_force_during",
    "in_force_on",
    "terms_of",
    "workdays_after",
]

Day = datetime.date
NEVER: Final = datetime.date.max
EVER: Final = datetime.date.min
_GRANTED: Final = RenewalOutcome.GRANTED


@cache
def days_after(day: Day, days: int) -> Day:
    """The last day of a period in days; raises ValueError where the calendar of that year is not published."""
    return _exact(periods.days_after(day, days))


@cache
def workdays_after(day: Day, days: int) -> Day:
    """The same for working days."""
    return _exact(periods.workdays_after(day, days))


def _exact(deadline: periods.Deadline) -> Day:
    if not deadline.exact:
        raise ValueError(
            f"the calendar around {deadline.strict} is not published: the fused function does not go there"
        )
    return deadline.earliest


@cache
def days_before(day: Day, days: int) -> Day:
    """So many days before."""
    return day - datetime.timedelta(days)


class Term(NamedTuple):
    """A term that has begun or may have; `runs_on` says whether it is extended and none has begun since."""

    starts_on: Day | None
    expires_on: Day | None
    runs_on: int


def terms_of(stated: Sequence[Any] | None, today: Day) -> list[Term]:
    """The terms of a licence that count."""
    begun = []
    for term in stated or ():
        start = term.starts_on
        if start is None or (start is not NOT_DONE and start <= today):
            begun.append((start, term))
    found = []
    for start, term in begun:
        runs_on = _extended(term, today)
        if runs_on:
            later = 1 if stated is None else 0
            for other, _ in begun:
                if other is None or start is None:
                    later = max(later, 1)
                elif other > start:
                    later = 2
                    break
            runs_on = min(runs_on, 2 - later)
        found.append(Term(start, term.expires_on, runs_on))
    return found


def _extended(term: Any, today: Day) -> int:
    """Renewal is granted, or was applied for in time and not decided when the term ended."""
    applied, decided, expires = term.renewal_applied_on, term.renewal_decided_on, term.expires_on
    if applied is NOT_DONE or (applied is not None and applied > today):
        return 0
    if decided is NOT_DONE or (decided is not None and decided > today):
        decided = NEVER
    granted = 0
    if decided is not NEVER and term.renewal_outcome in (None, _GRANTED):
        granted = 1 if None in (applied, decided, term.renewal_outcome) else 2
    deemed = 2
    if applied is None or expires is None:
        deemed = 1
    elif applied > days_before(expires, 90):
        deemed = 0
    if deemed and decided is not NEVER:
        if decided is None or expires is None:
            deemed = 1
        elif decided <= expires:
            deemed = 0
    return max(granted, deemed)


def in_force(low: Day, high: Day, terms: Sequence[Term], listed: bool) -> int:
    """Whether the licence is in force on a day that lies between two; on one that is known both are the same."""
    if low is NEVER:
        return 0
    best = 0 if listed else 1
    for start, expires, runs_on in terms:
        if start is None:
            worth = 1
        elif start <= low:
            worth = 2
        elif start <= high:
            worth = 1
        else:
            continue
        if expires is None:
            within = max(1, runs_on)
        elif high <= expires:
            within = 2
        elif low <= expires:
            within = max(1, runs_on)
        else:
            within = runs_on
        worth = min(worth, within)
        if worth > best:
            best = worth
            if best == 2:
                break
    return min(best, 1) if high is NEVER else best


def in_force_on(terms: Sequence[Term], listed: bool) -> Callable[[Day], int]:
    """The same for one day: quickly where there is one term, as nearly always, and all of it is stated."""
    if listed and len(terms) == 1:
        start, expires, runs_on = terms[0]
        if start is not None and expires is not None:
            return lambda day: 0 if day < start or day is NEVER else 2 if day <= expires else runs_on
    return lambda day: in_force(day, day, terms, listed)


def in_force_during(start: Day | None, end: Day | None, terms: Sequence[Term], listed: bool) -> int:
    """Whether the licence is in force on some day of a period; a start that is NEVER is for the caller to refuse."""
    best = 0 if listed else 1
    for begins, expires, runs_on in terms:
        if begins is None or start is None:
            worth = 1
        elif begins <= start or (end is not None and begins <= end):
            worth = 2
        elif end is None:
            worth = 1
        else:
            continue
        if start is None or expires is None:
            within = max(1, runs_on)
        elif start <= expires:
            within = 2
        else:
            within = runs_on
        worth = min(worth, within)
        if worth > best:
            best = worth
    return best


def earliest(entries: Sequence[tuple[int, Day | None]], complete: bool) -> tuple[Day, Day]:
    """Bounds of the earliest of dates, each with how sure it is that it counts; NEVER where there is none."""
    low = NEVER if complete else EVER
    high = NEVER
    for sure, day in entries:
        if day is None:
            low = EVER
        elif day is not NEVER:
            if day < low:
                low = day
            if sure == 2 and day < high:
                high = day
    return low, high
