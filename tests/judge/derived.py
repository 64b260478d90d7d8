"""The lists that follow from what is stated, from what is said of them: in their models, and where they are derived."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from hegui.facts import NOT_DONE

from .elements import Element, Listing

__all__ = ["DERIVED", "Lists"]

Lists = Callable[[str, Element], Listing]
"""The list of a table that belongs to the company or to an element."""

_KINDS = ("compliance_test", "risk_assessment")


def _report_years(lists: Lists, company: Element, today: date) -> Listing:
    """Each year from the one after the licence was first obtained, until the year of `today`."""
    obtained = company.value("licence.first_obtained_on")
    if obtained is None:
        return Listing((), complete=False)
    first = obtained.year + 1 if isinstance(obtained, date) else today.year + 1
    years = [
        {"id": str(year), "year": year, "opens_on": date(year, 1, 1), "closes_on": date(year, 3, 31)}
        for year in range(first, today.year + 1)
    ]
    return _listing("report_years", company, years, complete=True)


def _licensed_businesses(lists: Lists, company: Element, today: date) -> Listing:
    """Each business of each of the other licences."""
    licences = lists("licences", company)
    complete = licences.complete
    found: list[dict[str, object]] = []
    same = ("holder", "held_by_company", "level", "internet", "issued_on", "expires_on")
    for licence in licences.elements:
        codes = lists("licences.codes", licence)
        complete = complete and codes.complete
        for code in codes.elements:
            values = {name: licence.value(name) for name in same}
            identity = f"{licence.ids[0]}/{code.ids[-1]}"
            found.append({**values, "id": identity, "licence": licence.ids[0], "code": code.stated})
    return _listing("licensed_businesses", company, found, complete=complete)


# Where business is carried on


def _operating_provinces(lists: Lists, company: Element, today: date) -> Listing:
    """Each code, network and province that a service states which has started, or of which that is not known."""
    services = lists("services", company)
    started = [one for one in services.elements if not _is_yet_to_come(one.value("started_on"), today)]
    regions = {one: lists("services.regions", one) for one in started}
    complete = services.complete and all(one.complete for one in regions.values())
    places = {
        (one.value("code"), one.value("network"), region.stated) for one in started for region in regions[one].elements
    }
    found: list[dict[str, object]] = []
    for code, network, province in places:
        here: list[Element] = []
        perhaps_here: list[Element] = []
        for one in started:
            stated = {region.stated for region in regions[one].elements}
            if (one.value("code"), one.value("network")) == (code, network) and province in stated:
                here.append(one)
            elif (
                one.value("code") in (code, None)
                and one.value("network") in (network, None)
                and (province in stated or not regions[one].complete)
            ):
                perhaps_here.append(one)
        identity = "/".join("unknown" if part is None else str(part) for part in (code, network, province))
        values = {"id": identity, "code": code, "network": network, "province": province}
        values["started_on"] = _earliest([one.value("started_on") for one in here], perhaps_here, services.complete)
        values["ended_on"] = _latest([one.value("ended_on") for one in here], perhaps_here, services.complete)
        found.append(values)
    return _listing("operating_provinces", company, found, complete=complete)


def _earliest(starts: list[object], perhaps: list[Element], every_service: bool) -> date | None:
    """The earliest start; not known if one is not, or where another service may be that can have started earlier."""
    if not every_service:
        return None
    days = [day for day in starts if isinstance(day, date)]
    others = [one.value("started_on") for one in perhaps]
    if len(days) < len(starts) or any(not isinstance(day, date) or day < min(days) for day in others):
        return None
    return min(days)


def _latest(ends: list[object], perhaps: list[Element], every_service: bool) -> object:
    """The latest end; NOT_DONE is later than all, and what another service that may be there can move is not known."""
    if NOT_DONE in ends:
        return NOT_DONE
    if not every_service:
        return None
    days = [day for day in ends if isinstance(day, date)]
    others = [one.value("ended_on") for one in perhaps]
    if len(days) < len(ends) or any(not isinstance(day, date) or day > max(days) for day in others):
        return None
    return max(days)


# From check to check


def _check_periods(lists: Lists, company: Element, today: date) -> Listing:
    """Of each unit that is graded and in operation, and of each kind: from its beginning, a new grade, and each check.

    What has only future dates is there, and has not come to be.
    """
    units = lists("network_units", company)
    complete = units.complete
    found: list[dict[str, object]] = []
    for unit in units.elements:
        both = [unit.value("graded_on"), unit.value("in_operation_since")]
        if any(_is_yet_to_come(day, today) for day in both):
            continue
        checks = lists("network_units.checks", unit)
        done = [check for check in checks.elements if check.value("done_on") is not NOT_DONE]
        all_known = checks.complete and all(check.value("kind") is not None for check in done)
        complete = complete and all_known and unit.value("regraded_on") is not None
        begun = None if None in both else max(day for day in both if isinstance(day, date))
        for kind in _KINDS:
            its = [check for check in done if check.value("kind") == kind]
            found += _periods(unit, kind, begun, its, ordered=all_known and None not in map(_done_on, its))
    return _listing("check_periods", company, found, complete=complete)


def _periods(
    unit: Element, kind: str, begun: date | None, checks: list[Element], *, ordered: bool
) -> Iterator[dict[str, object]]:
    """The periods of a kind. `ordered` says that it is known which checks there were, and in which order."""
    starts = [("first", begun, "")]
    regraded = unit.value("regraded_on")
    if isinstance(regraded, date):
        starts.append(("regraded", regraded, ""))
    starts += [(f"after/{check.ids[-1]}", _done_on(check), check.ids[-1]) for check in checks]
    for name, day, check in starts:
        if begun is not None and day is not None and day < begun:
            continue  # before the beginning
        start = None if begun is None else day  # whether it is before the beginning is not known
        following: object = None
        if ordered and start is not None:
            # Checks of one day follow each other by their ids.
            later = sorted((str(_done_on(one)), one.ids[-1]) for one in checks)
            later = [one for one in later if one > (str(start), check)]
            following = date.fromisoformat(later[0][0]) if later else NOT_DONE
        identity = f"{unit.ids[-1]}/{kind}/{name}"
        yield {"id": identity, "unit": unit.ids[-1], "kind": kind, "from_on": start, "next_on": following}


def _done_on(check: Element) -> date | None:
    found = check.value("done_on")
    return found if isinstance(found, date) else None


# Both


def _is_yet_to_come(day: object, today: date) -> bool:
    """Whether it is known that something has not happened by today."""
    return day is NOT_DONE or (isinstance(day, date) and day > today)


def _listing(table: str, company: Element, rows: list[dict[str, object]], *, complete: bool) -> Listing:
    return Listing(tuple(Element(table, (str(row["id"]),), row, company) for row in rows), complete)


DERIVED: Mapping[str, Callable[[Lists, Element, date], Listing]] = {
    "report_years": _report_years,
    "licensed_businesses": _licensed_businesses,
    "operating_provinces": _operating_provinces,
    "check_periods": _check_periods,
}
"""By table: from the lists, the company as an element, and the day of the audit."""
