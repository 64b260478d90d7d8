"""All that a fact can be stated as, in the integers of its cell, and some values to try first.

A field has few values (a yes or no, a word), or spans of them: dates from the first that a document can speak of to the
last one that counts, numbers from 0, texts that the document holds and any other one. A span can be halved until it is
decided throughout, so that what is said of every value is said of every one.
"""

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from msgspec import Struct

from ...facts.dates import FIRST_YEAR, LAST_YEAR
from ...facts.kinds import Kind
from ...facts.scalars import GREATEST_NUMBER
from ...facts.schema import Field
from ..encoding import minute_number
from ..intervals import LAST, MINUTES_A_DAY, NEVER, Interval
from ..rows import Rows

__all__ = ["OTHER_TEXT", "Domain", "day_samples", "domain_of", "known_days", "number_samples"]

OTHER_TEXT: Final = LAST
"""The number of a text that is none of those in the document or the conditions."""

_FIRST_DAY: Final = datetime.date(FIRST_YEAR, 1, 1).toordinal()
_LAST_DAY: Final = datetime.date(LAST_YEAR, 12, 31).toordinal()
_AGO: Final = (0, 1, 2, 7, 14, 30, 60, 90, 180, 270, 365, 500, 730, 1_100, 1_830, 2_600, 3_660, 7_300)
"""Days before today, or around it for a term, that are tried: a few more than the periods of rules last."""
_MOST_KNOWN: Final = 40
"""So many of the document's own days, numbers or texts are tried for a value that is not in them."""


class Domain(Struct, frozen=True):
    """What a field can be stated as. `samples` and the spans' ends are points; `interval` is what a span of them means.

    Where the samples are all there is, there are no spans.
    """

    samples: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    interval: Callable[[int, int], Interval]


def domain_of(field: Field, now: Interval, rows: Rows, days: Sequence[int], numbers: Iterable[int]) -> Domain:
    """What a field can still be stated as whose value is known to lie in the interval `now`.

    `days` are those that the document states, `numbers` those that conditions compare with.
    """
    match field.kind:
        case Kind.FLAG:
            return Domain((0, 1), (), _same)
        case Kind.WORD:
            assert field.words is not None
            return Domain(tuple(range(len(field.words))), (), _same)
        case Kind.TEXT:
            count = len(tuple(rows.texts))
            known = [(0, count - 1)] if count else []
            return Domain((OTHER_TEXT, *range(min(count, _MOST_KNOWN))), (*known, (OTHER_TEXT, OTHER_TEXT)), _same)
        case Kind.NUMBER:
            return Domain(number_samples(numbers), ((0, GREATEST_NUMBER),), _same)
        case Kind.DAY:
            points, spans = _days(field, rows, days)
            return Domain(points, spans, _same)
        case Kind.MINUTE:
            return _minutes(field, now, rows, days)


def day_samples(field: Field, rows: Rows, days: Sequence[int]) -> tuple[int, ...]:
    """Days to try for a date field, NEVER for an event among them: around today, and around those of the document."""
    return _days(field, rows, days)[0]


def number_samples(numbers: Iterable[int]) -> tuple[int, ...]:
    """Numbers to try: the least, the greatest, and those around the ones that conditions compare with."""
    around = {n + step for n in sorted(set(numbers))[:_MOST_KNOWN] for step in (-1, 0, 1)}
    return tuple(sorted({n for n in around if n >= 0} | {0, 1, GREATEST_NUMBER}))


def known_days(rows: Rows) -> tuple[int, ...]:
    """The days that a document states, terms and events, the latest first."""
    found: set[int] = set()
    for table in rows.tables.values():
        for row in (*table, rows.company):
            for value in row.values.values():
                if isinstance(value, datetime.date):
                    found.add(value.toordinal())
    return tuple(sorted(found, reverse=True))


def _same(low: int, high: int) -> Interval:
    return low, high


def _days(field: Field, rows: Rows, days: Sequence[int]) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
    today = rows.as_of.day.toordinal()
    last = today if field.event else _LAST_DAY
    signs = (-1,) if field.event else (-1, 1)
    around = [today + sign * step for step in _AGO for sign in signs]
    near = [day + step for day in days[:_MOST_KNOWN] for step in (0, -1, 1)]
    points = [NEVER] if field.event else []
    points += [day for day in (*around, _FIRST_DAY, last, *near) if _FIRST_DAY <= day <= last]
    spans = [(NEVER, NEVER)] if field.event else []
    if last >= _FIRST_DAY:
        spans.append((_FIRST_DAY, last))
    return tuple(dict.fromkeys(points)), tuple(spans)


def _minutes(field: Field, now: Interval, rows: Rows, days: Sequence[int]) -> Domain:
    """Of a minute that is not stated, every day; of one of which only the day is stated, every minute of the day."""
    last = minute_number(rows.as_of.happened_until)

    if now[0] <= _FIRST_DAY * MINUTES_A_DAY:

        def whole_days(low: int, high: int) -> Interval:
            if low == NEVER:
                return NEVER, NEVER
            end = high * MINUTES_A_DAY + MINUTES_A_DAY - 1
            return low * MINUTES_A_DAY, NEVER if end > last else end

        points, spans = _days(field, rows, days)
        return Domain(points, spans, whole_days)
    end = min(now[1], last)
    later = (NEVER,) if now[1] == NEVER else ()
    return Domain((now[0], end, *later), ((now[0], end), *((one, one) for one in later)), _same)
