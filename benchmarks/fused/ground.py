"""What all parts of the fused function stand on: the day, the licence's terms, and what several norms ask."""

import datetime
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from hegui.facts import NOT_DONE
from hegui.facts.words.business import BusinessCode, Network

from .dates import EVER, NEVER, Term, in_force, in_force_on, terms_of

__all__ = [
    "ANY_MINUTES",
    "MET",
    "NEVER_MINUTES",
    "NOT_APPLICABLE",
    "PENDING",
    "UNDETERMINED",
    "UNLISTED",
    "VIOLATED",
    "WORTH",
    "Found",
    "Ground",
    "Minutes",
    "ground_of",
]

VIOLATED, PENDING, UNDETERMINED, MET, NOT_APPLICABLE = "violated", "pending", "undetermined", "met", "not_applicable"
WORTH: Final = (MET, UNDETERMINED, VIOLATED)
"""By how far a breach is true."""

Found = list[tuple[str, str, str]]
"""Norm, subject (ids joined by slashes) and status."""

Minutes = tuple[datetime.datetime, datetime.datetime]
_DAY: Final = datetime.timedelta(days=1)
_HOUR: Final = datetime.timedelta(hours=1)
NEVER_MINUTES: Final = (datetime.datetime.max, datetime.datetime.max)
ANY_MINUTES: Final = (datetime.datetime.min, datetime.datetime.max)


class _Unlisted:
    """Stands for what a list may hold that is not given: an id, and nothing else is stated."""

    id = "?"

    def __getattr__(self, name: str) -> None:
        return None


UNLISTED: Final = (_Unlisted(),)


class Ground(NamedTuple):
    """Taken apart where a part begins, so that what is asked often is at hand."""

    today: datetime.date
    terms: list[Term]
    listed: bool
    """Whether the terms are given."""
    unknown_force: int
    """Whether the licence may be in force on a day that is not stated."""
    any_time: str
    """What a duty comes to whose anchor is not stated."""
    carried: list[Any]
    """Services that have begun: start, end, within the licence, information service under it, the service."""
    force_on: Callable[[datetime.date], int]
    event: Callable[[Any], Any]
    minutes: Callable[[Any], Minutes]
    duty: Callable[[datetime.date | None, datetime.date], str]
    at_once: Callable[[Minutes, Minutes, int], str]
    within_scope: Callable[[Any, Any], int]
    informing: Callable[[datetime.date | None], int]


def ground_of(company: Any, today: datetime.date) -> Ground:
    """What there is to stand on for a company."""
    licence = company.licence
    terms = terms_of(licence.terms, today)
    listed = licence.terms is not None
    force_on = in_force_on(terms, listed)
    unknown_force = in_force(EVER, NEVER, terms, listed)
    any_time = UNDETERMINED if unknown_force else NOT_APPLICABLE

    def event(day: Any) -> Any:
        return NEVER if day is NOT_DONE or (day is not None and day > today) else day

    def minutes(value: Any) -> Minutes:
        if type(value) is datetime.datetime:
            return (value, value) if value.date() <= today else NEVER_MINUTES
        if value is None:
            return ANY_MINUTES
        if value is NOT_DONE or value > today:
            return NEVER_MINUTES
        start = datetime.datetime(value.year, value.month, value.day)
        return start, start + _DAY - datetime.timedelta(minutes=1)

    def duty(done: datetime.date | None, by: datetime.date) -> str:
        if done is not None and done <= by:
            return MET
        if by >= today:
            return PENDING
        return UNDETERMINED if done is None else VIOLATED

    midnight = datetime.datetime(today.year, today.month, today.day)

    def at_once(
        start: Minutes,
        done: Minutes,
        grave: int,
    ) -> str:
        """Within twenty-four hours; later than one hour is for judgement. Not grave means: no duty, but judgement."""
        low, high = start
        by_low, by_high = low + _DAY, high + _DAY
        if grave == 2:
            breach = 0 if done[1] <= by_low else 1 if done[0] <= by_high else 2
        elif grave == 0:
            breach = 0
        else:
            breach = 0 if done[1] <= by_low else 1
        if breach == 0 and low + _HOUR < done[1]:
            breach = 1
        if breach == 0:
            return MET
        if by_low >= midnight:
            return PENDING
        return VIOLATED if breach == 2 and by_high < midnight else UNDETERMINED

    scope = licence.scope

    def within_scope(code: Any, network: Any) -> int:
        best = 1 if scope is None else 0
        for item in scope or ():
            if code is None or item.code is None:
                worth = 1
            elif item.code is code:
                worth = 2
            else:
                continue
            if network is Network.INTERNET:
                covered = item.internet
            elif network is Network.MOBILE:
                covered = item.mobile
            elif network is Network.FIXED_PHONE:
                covered = item.fixed_phone
            else:
                flags = (item.internet, item.mobile, item.fixed_phone)
                covered = None if True in flags or None in flags else False
            if covered is None:
                worth = 1
            elif not covered:
                continue
            if worth > best:
                best = worth
        return best

    services = company.services
    carried = []
    for service in UNLISTED if services is None else services:
        start, end = event(service.started_on), event(service.ended_on)
        if start is not NEVER:
            code = service.code
            within = within_scope(code, service.network)
            offered = within if code is BusinessCode.B25 else min(within, 1) if code is None else 0
            carried.append((start, end, within, offered, service))

    def informing(day: datetime.date | None) -> int:
        """Whether an information service under this licence is carried on on a day."""
        best = 0 if services is not None else 1
        for start, end, _, offered, _ in carried:
            if offered > best:
                if day is None or start is None or end is None:
                    if day is None or ((start is None or start <= day) and (end is None or day <= end)):
                        best = 1
                elif start <= day <= end:
                    best = offered
        return best

    return Ground(
        today,
        terms,
        listed,
        unknown_force,
        any_time,
        carried,
        force_on,
        event,
        minutes,
        duty,
        at_once,
        within_scope,
        informing,
    )
