"""What the host does for engines with two values and no calendar: a company as plain numbers, with nothing missing.

Days are ordinals and minutes count from the same midnight. `NEVER` is not done, `UNSTATED` not stated; both are later
than every date, so that a comparison with what is not stated fails on one side and has to be guarded on the other. All
date arithmetic is done here (`by`, `day`, `next`), and the two derived lists are made here. A flag is true, false or
null, a word or text that is not stated is empty, and `listed` says of each list whether it is given.

Such engines are asked only what is surely violated: the other four statuses need the third value.
"""

import datetime
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from hegui.facts import periods

from .companies import AS_OF

__all__ = ["NEVER", "UNSTATED", "Prepared", "prepared"]

NEVER: Final = 9_000_000
UNSTATED: Final = 9_900_000
_MINUTES: Final = 1440
_NEVER_MINUTE: Final = NEVER * _MINUTES
_UNSTATED_MINUTE: Final = UNSTATED * _MINUTES
_TODAY: Final = AS_OF.toordinal()
_TODAY_TEXT: Final = AS_OF.isoformat()

Prepared = dict[str, Any]


@cache
def _day(text: str | None) -> int:
    return UNSTATED if text is None else datetime.date.fromisoformat(text).toordinal()


@cache
def _event(text: str | None) -> int:
    if text is None:
        return UNSTATED
    return NEVER if text > _TODAY_TEXT else datetime.date.fromisoformat(text).toordinal()


def _minute(text: str | None) -> int:
    if text is None:
        return _UNSTATED_MINUTE
    if text[:10] > _TODAY_TEXT:
        return _NEVER_MINUTE
    return _event(text[:10]) * _MINUTES + int(text[11:13]) * 60 + int(text[14:16])


@cache
def _after(kind: str, day: int, days: int) -> int:
    """The last day of a period; NEVER after what has not happened or is not stated."""
    if day >= NEVER:
        return NEVER
    deadline: periods.Deadline = getattr(periods, kind)(datetime.date.fromordinal(day), days)
    return deadline.earliest.toordinal()


def prepared(facts: dict[str, Any]) -> Prepared:
    """A company's facts as numbers, words and flags. Minutes have to be exact."""
    licence = facts.get("licence", {})
    found: Prepared = {
        "today": _TODAY,
        "midnight": _TODAY * _MINUTES,
        "number": licence.get("number", ""),
        "obtained": _event(licence.get("first_obtained_on")),
        "regions": licence.get("regions", []),
        "forbidden_by": facts.get("user_terms", {}).get("forbidden_by", ""),
        "handlers": facts.get("staff", {}).get("complaint_handlers", UNSTATED),
        "responsible": facts.get("security", {}).get("responsible_person_named"),
        "retention": facts.get("logs", {}).get("retention", UNSTATED),
        "retention_unit": facts.get("logs", {}).get("retention_unit", ""),
        "listed": {"regions": "regions" in licence, "terms": "terms" in licence, "scope": "scope" in licence},
    }
    for name, made in _LISTS.items():
        holder = licence if name in ("terms", "scope") else facts
        found["listed"][name] = name in holder
        found[name] = [made(element) for element in holder.get(name, ())]
    found["years"] = list(_years(licence.get("first_obtained_on")))
    found["places"] = list(_places(found))
    return found


def _term(one: dict[str, Any]) -> Prepared:
    expires = _day(one.get("expires_on"))
    return {
        "id": one["id"],
        "starts": _event(one.get("starts_on")),
        "expires": expires,
        "next": expires + 1,
        "by": expires - 90 if expires < NEVER else UNSTATED,
        "intends": one.get("intends_to_continue"),
        "applied": _event(one.get("renewal_applied_on")),
        "decided": _event(one.get("renewal_decided_on")),
        "outcome": one.get("renewal_outcome", ""),
        "closing": _event(one.get("closing_reported_on")),
    }


def _scope(one: dict[str, Any]) -> Prepared:
    return {"code": one.get("code", ""), **{name: one.get(name) for name in ("internet", "mobile", "fixed_phone")}}


def _service(one: dict[str, Any]) -> Prepared:
    return {
        "id": one["id"],
        "code": one.get("code", ""),
        "network": one.get("network", ""),
        "regions": one.get("regions", []),
        "regions_listed": "regions" in one,
        "starts": _event(one.get("started_on")),
        "ends": _event(one.get("ended_on")),
        "winding": _event(one.get("winding_down_since")),
        "cross_border": one.get("cross_border"),
    }


def _display(one: dict[str, Any]) -> Prepared:
    return {
        "id": one["id"],
        "place": one.get("place", ""),
        "since": _event(one.get("in_use_since")),
        "shown": one.get("shown"),
        "number": one.get("number_shown", ""),
        "prominent": one.get("prominent"),
    }


def _kind(one: dict[str, Any]) -> Prepared:
    return {"kind": one.get("kind", ""), "in_place": one.get("in_place"), "adopted": _event(one.get("adopted_on"))}


def _report(one: dict[str, Any]) -> Prepared:
    return {"year": one.get("filed_in_year", UNSTATED), "submitted": _event(one.get("submitted_on"))}


def _extension(one: dict[str, Any]) -> Prepared:
    return {"year": one.get("year", UNSTATED), "ends": _day(one.get("ends_on"))}


def _filing(one: dict[str, Any]) -> Prepared:
    return {"province": one.get("province", ""), "filed": _event(one.get("filed_on"))}


def _change(one: dict[str, Any]) -> Prepared:
    day = _event(one.get("registered_on"))
    return {
        "id": one["id"],
        "what": one.get("what", ""),
        "day": day,
        "by": _after("days_after", day, 30),
        "filed": _event(one.get("filed_on")),
    }


def _finding(one: dict[str, Any]) -> Prepared:
    return {
        "id": one["id"],
        "domain": one.get("domain", ""),
        "source": one.get("source", ""),
        "day": _event(one.get("found_on")),
        "final": one.get("final"),
        "closed": _event(one.get("closed_on")),
    }


def _resource(one: dict[str, Any]) -> Prepared:
    return {
        "id": one["id"],
        "kind": one.get("kind", ""),
        "supplier": one.get("supplier", ""),
        "contracted": _event(one.get("contracted_on")),
        "used": _event(one.get("used_from")),
        "until": _event(one.get("used_until")),
    }


def _licence(one: dict[str, Any]) -> Prepared:
    expires = _day(one.get("expires_on"))
    return {
        "holder": one.get("holder", ""),
        "level": one.get("level", ""),
        "issued": _event(one.get("issued_on")),
        "expires": expires,
        "next": expires + 1,
    }


def _complaint(one: dict[str, Any]) -> Prepared:
    day = _event(one.get("received_on"))
    return {
        "id": one["id"],
        "day": day,
        "by": _after("days_after", day, 15),
        "replied": _event(one.get("replied_on")),
        "final": one.get("final"),
        "resolved": one.get("resolved"),
    }


def _incident(one: dict[str, Any]) -> Prepared:
    found = _minute(one.get("discovered_at"))
    return {
        "id": one["id"],
        "users": one.get("affected_users", UNSTATED),
        "day": found // _MINUTES,
        "by": found + _MINUTES,
        "measures": _minute(one.get("measures_started_at")),
        "reported": _minute(one.get("reported_at")),
        "orders": [
            {
                "id": order["id"],
                "given": _event(order.get("given_on")),
                "due": _day(order.get("due_on")),
                "complied": _event(order.get("complied_on")),
            }
            for order in one.get("orders", ())
        ],
    }


def _item(one: dict[str, Any]) -> Prepared:
    found, disposed = _minute(one.get("found_at")), _minute(one.get("disposed_at"))
    day = disposed // _MINUTES
    return {
        "id": one["id"],
        "origin": one.get("origin", ""),
        "category": one.get("category", ""),
        "established": one.get("established_by", ""),
        "found_day": found // _MINUTES,
        "found_by": found + _MINUTES,
        "disposed": disposed,
        "day": day,
        "by": _after("workdays_after", day, 10),
        "kept": one.get("records_kept"),
        "reported": _event(one.get("reported_on")),
    }


def _body(one: dict[str, Any]) -> Prepared:
    day = _event(one.get("changed_on"))
    return {
        "id": one["id"],
        "province": one.get("province", ""),
        "day": day,
        "by": _after("days_after", day, 30),
        "reported": _event(one.get("reported_on")),
    }


def _launch(one: dict[str, Any]) -> Prepared:
    return {
        "id": one["id"],
        "via": one.get("via_internet"),
        "day": _event(one.get("launched_on", one.get("changed_on"))),
    }


def _assessment(one: dict[str, Any]) -> Prepared:
    day = _event(one.get("completed_on"))
    return {
        "id": one["id"],
        "subject": one.get("subject", ""),
        "day": day,
        "by": _after("days_after", day, 30),
        "reported": _event(one.get("report_submitted_on")),
    }


_LISTS: Final = {
    "terms": _term,
    "scope": _scope,
    "services": _service,
    "displays": _display,
    "controls": _kind,
    "documents": _kind,
    "annual_reports": _report,
    "annual_report_extensions": _extension,
    "security_filings": _filing,
    "registration_changes": _change,
    "regulator_findings": _finding,
    "network_resources": _resource,
    "licences": _licence,
    "complaints": _complaint,
    "incidents": _incident,
    "illegal_information": _item,
    "local_body_changes": _body,
    "launches": _launch,
    "major_changes": _launch,
    "assessments": _assessment,
}


def _years(obtained: str | None) -> Iterator[Prepared]:
    if obtained is None or obtained == "not_done":
        return
    for year in range(max(int(obtained[:4]) + 1, 2018), AS_OF.year + 1):
        yield {
            "id": str(year),
            "year": year,
            "opens": datetime.date(year, 1, 1).toordinal(),
            "closes": datetime.date(year, 3, 31).toordinal(),
            "year_end": datetime.date(year, 12, 31).toordinal(),
        }


def _places(found: Prepared) -> Iterator[Prepared]:
    """Where the company surely operates since a known day; what leaves its place open unsettles the others' dates."""
    if not found["listed"]["services"]:
        return
    carried = [service for service in found["services"] if service["starts"] != NEVER]
    settled: dict[tuple[str, str, str], list[Prepared]] = {}
    for service in carried:
        if service["code"] and service["network"]:
            for region in service["regions"]:
                settled.setdefault((service["code"], service["network"], region), []).append(service)
    for (code, network, region), here in settled.items():
        others = [
            service
            for service in carried
            if service not in here
            and service["code"] in ("", code)
            and service["network"] in ("", network)
            and (region in service["regions"] or not service["regions_listed"])
        ]
        starts = min(service["starts"] for service in here)
        if any(service["starts"] == UNSTATED for service in here) or any(
            service["starts"] < starts or service["starts"] == UNSTATED for service in others
        ):
            continue
        ends = [service["ends"] for service in here]
        last = max(ends)
        if NEVER in ends:
            last = NEVER
        elif any(service["ends"] > last for service in others):
            last = UNSTATED
        first = max(starts, found["obtained"])
        yield {
            "id": f"{code}/{network}/{region}",
            "code": code,
            "network": network,
            "province": region,
            "ends": last,
            "first": first,
            "by": first + 30 if first < NEVER else UNSTATED,
        }
