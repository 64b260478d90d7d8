"""What the host does for engines with two values and no calendar: a company as plain numbers, with nothing missing.

Days are ordinals and minutes count from the same midnight. `NEVER` is not done, `UNSTATED` not stated; both are later
than every date, so that a comparison with what is not stated fails on one side and has to be guarded on the other. All
date arithmetic is done here (`by`, `day`, `next`), and the two derived lists are made here. A flag is true, false or
null, a word or text that is not stated is empty, and `listed` says of each list whether it is given.

Such engines are asked only what is surely violated: the other four statuses need the third value.
"""

import datetime
from collections.abc import Iterator
from typing import Any

from .chances import AS_OF
from .prepared_elements import LISTS, NEVER, UNSTATED, Prepared, event

__all__ = ["Prepared", "prepared"]


def prepared(facts: dict[str, Any]) -> Prepared:
    """A company's facts as numbers, words and flags. Minutes have to be exact."""
    licence = facts.get("licence", {})
    found: Prepared = {
        "today": AS_OF.toordinal(),
        "midnight": AS_OF.toordinal() * 1440,
        "number": licence.get("number", ""),
        "obtained": event(licence.get("first_obtained_on")),
        "regions": licence.get("regions", []),
        "forbidden_by": facts.get("user_terms", {}).get("forbidden_by", ""),
        "handlers": facts.get("staff", {}).get("complaint_handlers", UNSTATED),
        "responsible": facts.get("security", {}).get("responsible_person_named"),
        "retention": facts.get("logs", {}).get("retention", UNSTATED),
        "retention_unit": facts.get("logs", {}).get("retention_unit", ""),
        "listed": {"regions": "regions" in licence, "terms": "terms" in licence, "scope": "scope" in licence},
    }
    for name, made in LISTS.items():
        holder = licence if name in ("terms", "scope") else facts
        found["listed"][name] = name in holder
        found[name] = [made(element) for element in holder.get(name, ())]
    found["years"] = list(_years(licence.get("first_obtained_on")))
    found["places"] = list(_places(found))
    return found


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
