"""The elements of lists as plain numbers; see `prepared`."""

import datetime
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from hegui.facts import periods

from .chances import AS_OF

__all__ = ["LISTS", "NEVER", "UNSTATED", "Prepared", "event"]

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
def event(text: str | None) -> int:
    if text is None:
        return UNSTATED
    return NEVER if text > _TODAY_TEXT else datetime.date.fromisoformat(text).toordinal()


def _minute(text: str | None) -> int:
    if text is None:
        return _UNSTATED_MINUTE
    if text[:10] > _TODAY_TEXT:
        return _NEVER_MINUTE
    return event(text[:10]) * _MINUTES + int(text[11:13]) * 60 + int(text[14:16])


@cache
def _after(kind: str, day: int, days: int) -> int:
    """The last day of a period; NEVER after what has not happened or is not stated."""
    if day >= NEVER:
        return NEVER
    deadline: periods.Deadline = getattr(periods, kind)(datetime.date.fromordinal(day), days)
    return deadline.earliest.toordinal()


def _term(one: dict[str, Any]) -> Prepared:
    expires = _day(one.get("expires_on"))
    return {
        "id": one["id"],
        "starts": event(one.get("starts_on")),
        "expires": expires,
        "next": expires + 1,
        "by": expires - 90 if expires < NEVER else UNSTATED,
        "intends": one.get("intends_to_continue"),
        "applied": event(one.get("renewal_applied_on")),
        "decided": event(one.get("renewal_decided_on")),
        "outcome": one.get("renewal_outcome", ""),
        "closing": event(one.get("closing_reported_on")),
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
        "starts": event(one.get("started_on")),
        "ends": event(one.get("ended_on")),
        "winding": event(one.get("winding_down_since")),
        "cross_border": one.get("cross_border"),
    }


def _display(one: dict[str, Any]) -> Prepared:
    return {
        "id": one["id"],
        "place": one.get("place", ""),
        "since": event(one.get("in_use_since")),
        "shown": one.get("shown"),
        "number": one.get("number_shown", ""),
        "prominent": one.get("prominent"),
    }


def _kind(one: dict[str, Any]) -> Prepared:
    return {"kind": one.get("kind", ""), "in_place": one.get("in_place"), "adopted": event(one.get("adopted_on"))}


def _report(one: dict[str, Any]) -> Prepared:
    return {"year": one.get("filed_in_year", UNSTATED), "submitted": event(one.get("submitted_on"))}


def _extension(one: dict[str, Any]) -> Prepared:
    return {"year": one.get("year", UNSTATED), "ends": _day(one.get("ends_on"))}


def _filing(one: dict[str, Any]) -> Prepared:
    return {"province": one.get("province", ""), "filed": event(one.get("filed_on"))}


def _change(one: dict[str, Any]) -> Prepared:
    day = event(one.get("registered_on"))
    return {
        "id": one["id"],
        "what": one.get("what", ""),
        "day": day,
        "by": _after("days_after", day, 30),
        "filed": event(one.get("filed_on")),
    }


def _finding(one: dict[str, Any]) -> Prepared:
    return {
        "id": one["id"],
        "domain": one.get("domain", ""),
        "source": one.get("source", ""),
        "day": event(one.get("found_on")),
        "final": one.get("final"),
        "closed": event(one.get("closed_on")),
    }


def _resource(one: dict[str, Any]) -> Prepared:
    return {
        "id": one["id"],
        "kind": one.get("kind", ""),
        "supplier": one.get("supplier", ""),
        "contracted": event(one.get("contracted_on")),
        "used": event(one.get("used_from")),
        "until": event(one.get("used_until")),
    }


def _licence(one: dict[str, Any]) -> Prepared:
    expires = _day(one.get("expires_on"))
    return {
        "holder": one.get("holder", ""),
        "level": one.get("level", ""),
        "issued": event(one.get("issued_on")),
        "expires": expires,
        "next": expires + 1,
    }


def _complaint(one: dict[str, Any]) -> Prepared:
    day = event(one.get("received_on"))
    return {
        "id": one["id"],
        "day": day,
        "by": _after("days_after", day, 15),
        "replied": event(one.get("replied_on")),
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
                "given": event(order.get("given_on")),
                "due": _day(order.get("due_on")),
                "complied": event(order.get("complied_on")),
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
        "reported": event(one.get("reported_on")),
    }


def _body(one: dict[str, Any]) -> Prepared:
    day = event(one.get("changed_on"))
    return {
        "id": one["id"],
        "province": one.get("province", ""),
        "day": day,
        "by": _after("days_after", day, 30),
        "reported": event(one.get("reported_on")),
    }


def _launch(one: dict[str, Any]) -> Prepared:
    return {
        "id": one["id"],
        "via": one.get("via_internet"),
        "day": event(one.get("launched_on", one.get("changed_on"))),
    }


def _assessment(one: dict[str, Any]) -> Prepared:
    day = event(one.get("completed_on"))
    return {
        "id": one["id"],
        "subject": one.get("subject", ""),
        "day": day,
        "by": _after("days_after", day, 30),
        "reported": event(one.get("report_submitted_on")),
    }


LISTS: Final[Mapping[str, Callable[[dict[str, Any]], Prepared]]] = {
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
