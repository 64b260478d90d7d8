"""The parts of the fused function that look through lists or weigh several values; see `fused`."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from hegui.facts import NOT_DONE
from hegui.facts.words.business import LicenceLevel
from hegui.facts.words.content import RetentionUnit

from .fused_dates import EVER, NEVER, earliest

__all__ = [
    "Place",
    "Suppliers",
    "logs_kept",
    "offline_only",
    "operated_past",
    "order_met",
    "place_filed",
    "places",
    "year_reported",
]

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


def year_reported(
    company: Any, year: int, opens: Day, closes: Day, in_force_at_close: int, today: Day, event: Event
) -> str:
    """SP-14-a for a year."""
    by_low, by_high = _extended(company.annual_report_extensions, year, closes)
    entries = []
    for report in company.annual_reports or ():
        day = event(report.submitted_on)
        if day is NEVER or (report.filed_in_year != year and report.filed_in_year is not None):
            continue
        if day is None or day >= opens:
            entries.append((1 if day is None or report.filed_in_year is None else 2, day))
    submitted_low, submitted_high = earliest(entries, company.annual_reports is not None)
    low, high = submitted_low, submitted_high
    if in_force_at_close < 2:
        low = min(low, opens)
        if in_force_at_close == 0:
            high = min(high, opens)
    breach = 0 if high <= by_low else 1 if low <= by_high else 2
    if breach == 0 and by_low < submitted_high:
        breach = 1
    if breach == 0:
        return "met"
    if by_low >= today:
        return "pending"
    return "violated" if breach == 2 and by_high < today else "undetermined"


def _extended(extensions: Sequence[Any] | None, year: int, closes: Day) -> tuple[Day, Day]:
    """Bounds of the day by which a report is due: the end of March, or of an extension, within the year."""
    if extensions is not None and not extensions:
        return closes, closes
    any_is = 1 if extensions is None else 0
    sure_low, low, high, sure = EVER, NEVER, EVER, False
    for extension in extensions or ():
        if extension.year is not None and extension.year != year:
            continue
        certain = extension.year is not None
        any_is = max(any_is, 2 if certain else 1)
        ends = extension.ends_on
        first, last = (EVER, NEVER) if ends is None else (ends, ends)
        low, high = min(low, first), max(high, last)
        if certain:
            sure = True
            sure_low = max(sure_low, first)
    if extensions is None:
        low, high = EVER, NEVER
    if sure:
        low = sure_low
    else:
        high = NEVER
    if any_is == 0:
        low = high = closes
    elif any_is == 1:
        low, high = min(low, closes), max(high, closes)
    year_end = datetime.date(year, 12, 31)
    return max(closes, min(low, year_end)), max(closes, min(high, year_end))


class Place(NamedTuple):
    """A kind of business over a network in a province, since when and until when."""

    id: str
    code: Any
    network: Any
    province: Any
    started_on: Day | None
    ended_on: Day | None


def places(company: Any, event: Event) -> list[Place]:
    """Where the company operates, since the earliest start and until the latest end; None where they are not known."""
    here: dict[tuple[Any, Any, Any], list[tuple[Day | None, Any]]] = {}
    open_ = []
    unlisted = company.services is None
    for service in company.services or ():
        start = event(service.started_on)
        if start is NEVER:
            continue
        code, network, regions = service.code, service.network, service.regions
        if regions is None:
            unlisted = True
        for region in regions or ():
            here.setdefault((code, network, region), []).append((start, service.ended_on))
        if code is None or network is None or regions is None:
            open_.append((start, service.ended_on, code, network, regions))
    found = []
    for (code, network, region), dates in here.items():
        start = None if any(day is None for day, _ in dates) else min(day for day, _ in dates)  # type: ignore[type-var]
        ends = [end for _, end in dates]
        if NOT_DONE in ends:
            last: Any = NEVER
        else:
            last = None if None in ends else max(ends)
        # A service that does not say what it is, over what or where, may be carried on here as well.
        for begun, ended, its_code, its_network, regions in open_:
            same = its_code is code and its_network is network
            if (
                (its_code is None or its_code is code)
                and (its_network is None or its_network is network)
                and (regions is None or (region in regions and not same))
            ):
                if start is not None and (begun is None or begun < start):
                    start = None
                if last is not NEVER and last is not None and (ended is None or ended is NOT_DONE or ended > last):
                    last = None
        name = f"{code or 'unknown'}/{network or 'unknown'}/{region}"
        found.append(Place(name, code, network, region, start, event(last)))
    if unlisted:
        found.append(Place("?", None, None, None, None, None))
    return found


def place_filed(filings: Sequence[Any] | None, place: Place, first_day: Day, today: Day, event: Event) -> str:
    """SP-15-06-c: filed within thirty days; later than that is for judgement, and what ended sooner needs none."""
    by = first_day + 30 * _A_DAY
    entries = [
        (1 if filing.province is None else 2, event(filing.filed_on))
        for filing in filings or ()
        if filing.province is place.province or filing.province is None
    ]
    low, high = earliest(entries, filings is not None)
    lasts = 1 if place.ended_on is None else 2 if by < place.ended_on else 0
    breach = min(2 if low is NEVER else 1 if high is NEVER else 0, lasts)
    if breach == 0 and lasts and by < high:
        breach = 1
    if breach == 0:
        return "met"
    return "pending" if by >= today else _WORTH[breach]


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
