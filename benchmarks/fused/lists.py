"""The parts of the fused function that look through lists or weigh several values; see `fused`."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any, Final

from hegui.facts import NOT_DONE
from hegui.facts.words.business import LicenceLevel
from hegui.facts.words.content import RetentionUnit

from .dates import EVER, NEVER

__all__ = ["Suppliers", "logs_kept", "offline_only", "operated_past", "order_met"]

Day = datetime.date
Event = Callable[[Any], Any]
_A_DAY: Final = datetime.timedelta(1)
_WORTH: Final = ("met", "undetermined", "violated")


def logs_kept(retention: int | None, unit: RetentionUnit | None) -> str:
    """SP-09-b: six months, which are at least 181 days and at most 184."""
    if retention is None:
        return "undetermined"
    if retention < 6:
        return "violated"
    if unit is RetentionUnit.MONTH or retention > 183:
        return "met"
    return "violated" if unit is RetentionUnit.DAY and retention < 181 else "undetermined"


def order_met(given: Day, due: Day | None, complied: Day | None, grave: int, today: Day) -> str:
    """SP-08-c: a duty in a grave incident; where it is not grave a late answer is for judgement."""
    if grave == 0:
        low = high = given
    elif complied is None:
        low, high = EVER, NEVER
    else:
        low, high = (complied, complied) if grave == 2 else (min(given, complied), max(given, complied))
    if due is None:
        breach = 2 if low is NEVER else 1
        return "undetermined" if breach else "met"
    breach = 0 if high <= due else 1 if low <= due else 2
    if breach == 0 and (complied is None or complied > due):
        breach = 1
    if breach == 0:
        return "met"
    return "pending" if due >= today else _WORTH[breach]


def operated_past(carried: Sequence[Any], expires: Day | None, listed: bool) -> int:
    """Whether the licensed business went on after a term, of which it is known or possible that it is over."""
    best = 0 if listed else 1
    for start, end, within, _, service in carried:
        if within == 0:
            continue
        winding = service.winding_down_since
        if expires is None:
            worth = 1
        else:
            if winding is NOT_DONE:
                winding = NEVER
            if (
                (start is not None and start > expires)
                or (end is not None and end <= expires)
                or (winding is not None and winding <= expires + _A_DAY)
            ):
                continue
            worth = 1 if start is None or end is None or winding is None else within
        if worth > best:
            best = worth
    return 1 if expires is None and best else best


class Suppliers:
    """The licences of others, of those who supply resources."""

    def __init__(self, licences: Sequence[Any] | None, today: Day, event: Event) -> None:
        self.listed = licences is not None
        self.today = today
        found = ((event(one.issued_on), one.expires_on, one.holder, one.level) for one in licences or ())
        self.licences = [one for one in found if one[0] is not NEVER]

    def licensed_on(self, supplier: str | None, day: Day | None) -> int:
        """Whether a supplier holds a basic licence on a day."""
        best = 0 if self.listed else 1
        if day is NEVER:
            return best
        for issued, expires, holder, level in self.licences:
            if (
                (level is not LicenceLevel.BASIC and level is not None)
                or (holder != supplier and holder is not None and supplier is not None)
                or (
                    day is not None
                    and ((issued is not None and issued > day) or (expires is not None and expires < day))
                )
            ):
                continue
            if None not in (issued, expires, holder, level, supplier, day):
                return 2
            best = 1
        return best

    def licensed_throughout(self, supplier: str | None, used: Day | None, until: Day | None) -> int:
        """Whether it holds one on every day of use."""
        worth = self.licensed_on(supplier, used)
        if not worth:
            return 0
        if not self.listed:
            worth = 1
        for issued, expires, holder, level in self.licences:
            if (level is not LicenceLevel.BASIC and level is not None) or (
                holder != supplier and holder is not None and supplier is not None
            ):
                continue
            guard = 1 if None in (issued, holder, level, supplier) else 2
            if expires is None:
                good = 1
            elif (
                expires >= self.today
                or (until is not None and until <= expires)
                or (used is not None and expires < used)
            ):
                good = 2
            else:
                good = self._followed(expires, holder, level)
                if (until is None or used is None) and good == 0:
                    good = 1
            if expires is None:
                good = max(good, self._followed(expires, holder, level))
            worth = min(worth, 2 - min(guard, 2 - good))
        return worth

    def _followed(self, expires: Day | None, holder: str | None, level: LicenceLevel | None) -> int:
        best = 0 if self.listed else 1
        for issued, ends, other, its_level in self.licences:
            if (
                (other != holder and other is not None and holder is not None)
                or (its_level is not level and its_level is not None and level is not None)
                or (expires is not None and issued is not None and issued > expires + _A_DAY)
                or (expires is not None and ends is not None and ends <= expires)
            ):
                continue
            if None not in (issued, ends, other, its_level, holder, level, expires):
                return 2
            best = 1
        return best


def offline_only(
    subject: str | None, launches: Sequence[Any] | None, changes: Sequence[Any] | None, event: Event
) -> int:
    """Whether what was assessed is not on the internet."""
    best = 1 if launches is None or changes is None else 0
    for listed, name in ((launches, "launched_on"), (changes, "changed_on")):
        for one in listed or ():
            if (subject is None or one.id == subject) and not one.via_internet:
                day = event(getattr(one, name))
                if day is not NEVER:
                    best = max(best, 1 if subject is None or one.via_internet is None or day is None else 2)
    return best
