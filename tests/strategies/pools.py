"""Values that make rules meet: few distinct ones, on the edges of what rules ask."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from hegui.facts import Field, Kind

__all__ = ["CENTRES", "days_around", "values_of"]

CENTRES: Final = (
    date(2018, 2, 9),  # ten working days over the Spring Festival and its make-up days
    date(2019, 9, 3),  # thirty days that end in the October holidays
    date(2021, 1, 19),  # a term's end, ninety days and twelve weeks of holidays around it
    date(2017, 9, 1),  # a law's first day
    date(2020, 1, 20),  # the longest holiday so far
    date(2026, 12, 20),  # the last days that are published
    date(2027, 3, 31),  # nothing is published
    date(2003, 12, 28),  # older than what is published
)
"""Days around which all dates of a company lie."""

_OFFSETS: Final = (0, 0, 0, 1, -1, 2, 10, 13, 14, 17, 18, 19, 20, 29, 30, 30, 31, 34, 35, 36, 60, 89, 90, 90, 91, 180)
_FAR_BEFORE: Final = timedelta(days=-800)
_FAR_AFTER: Final = timedelta(days=1100)

_YEARS: Final = (0, 365, -365, -366, 730, -730, -731)

_EARLY: Final = frozenset(
    {
        "starts_on",
        "issued_on",
        "started_on",
        "first_obtained_on",
        "used_from",
        "provided_from",
        "in_use_since",
        "opened_on",
        "agreement_signed_on",
        "body_established_on",
        "adopted_on",
        "assigned_on",
    }
)
_LATE: Final = frozenset(
    {"expires_on", "used_until", "provided_until", "ended_on", "agreement_until", "fixed_phone_approved_until"}
)
_YEARLY: Final = frozenset({"graded_on", "regraded_on", "in_operation_since", "done_on"})
"""Of what is done anew after a year or two."""

_TIMES: Final = ("00:00", "00:01", "01:00", "01:01", "12:00", "23:59")
_FEW_WORDS: Final = {
    "BusinessCode": ("B25", "B25", "A26", "B14", "none"),
    "Province": ("110000", "310000", "440000"),
}
_TEXTS: Final = ("甲公司(虚构)", "乙公司(虚构)", "B2-20990001")
_REFERENCES: Final = ("a", "b", "c", "z")
_NUMBERS: Final = (0, 1, 5, 6, 7, 180, 181, 183, 184, 4999, 5000, 5001, 2**53 - 1)
_COUNTS: Final = (0, 1, 2, 2**53 - 1)
_MONEY: Final = (0, 1000, 1000, 1001)
_NUMBERS_OF: Final[Mapping[str, tuple[int, ...]]] = {
    "grade": (1, 2, 2, 3, 3, 4),
    "affected_users": (0, 9_999, 10_000, 99_999, 100_000, 100_001),
    "complaint_handlers": _COUNTS,
    "dedicated_security": _COUNTS,
    "required_security": _COUNTS,
    "coverage": (0, 9_999, 10_000),
    "charged": _MONEY,
    "owed": _MONEY,
    "listed": _MONEY,
    "foreign_share": (0, 4_999, 5_000, 5_001, 10_000),
}


@cache
def days_around(centre: date) -> tuple[date, ...]:
    """The days that a company's dates are taken from."""
    near = {centre + timedelta(days=sign * offset) for offset in _OFFSETS for sign in (1, -1)}
    return (*sorted(near, key=lambda day: abs(day - centre)), centre + _FAR_BEFORE, centre + _FAR_AFTER)


@cache
def _days_for(name: str, centre: date) -> tuple[date, ...]:
    days = days_around(centre)
    if name in _YEARLY:
        return days + tuple(centre + timedelta(days=offset) for offset in _YEARS) * (len(days) // len(_YEARS))
    if name in _EARLY:
        return (centre + _FAR_BEFORE,) * (len(days) // 2) + days
    if name in _LATE:
        return (centre + _FAR_AFTER,) * (len(days) // 2) + days
    return days


@cache
def _minutes_for(centre: date) -> tuple[str, ...]:
    days = days_around(centre)
    return tuple(
        str(day) if number % 3 == 0 else f"{day} {_TIMES[number % len(_TIMES)]}" for number, day in enumerate(days)
    )


def values_of(field: Field, centre: date) -> Sequence[Any]:
    """What a field is stated as, `not_done` among it for events."""
    name = field.name.rpartition(".")[2]
    match field.kind:
        case Kind.FLAG:
            return (True, False)
        case Kind.WORD:
            assert field.words is not None
            return _FEW_WORDS.get(field.words.__name__) or tuple(word.value for word in field.words)
        case Kind.TEXT:
            return _REFERENCES if name == "subject" else _TEXTS
        case Kind.NUMBER:
            years = (centre.year - 1, centre.year, centre.year + 1)
            return years if name in ("year", "filed_in_year") else _NUMBERS_OF.get(name, _NUMBERS)
        case Kind.DAY:
            days = tuple(str(day) for day in _days_for(name, centre))
            return (*days, *("not_done",) * (len(days) // 4)) if field.event else days
        case Kind.MINUTE:
            minutes = _minutes_for(centre)
            return (*minutes, *("not_done",) * (len(minutes) // 4))
