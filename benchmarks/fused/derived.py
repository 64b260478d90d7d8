"""The norms about report years and provinces of operation, which are derived from what is stated."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from hegui.facts import NOT_DONE

from .dates import EVER, NEVER, earliest

__all__ = ["Place", "place_filed", "places", "year_reported"]

Day = datetime.date
Event = Callable[[Any], Any]
_MONTH: Final = datetime.timedelta(30)
_WORTH: Final = ("met", "undetermined", "violated")


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
        # Words are texts: joined, they need no formatting.
        name = "/".join((code or "unknown", network or "unknown", region))
        found.append(Place(name, code, network, region, start, event(last)))
    if unlisted:
        found.append(Place("?", None, None, None, None, None))
    return found


def place_filed(filings: Sequence[Any] | None, place: Place, first_day: Day, today: Day, event: Event) -> str:
    """SP-15-06-c: filed within thirty days; later than that is for judgement, and what ended sooner needs none."""
    by = first_day + _MONTH
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
