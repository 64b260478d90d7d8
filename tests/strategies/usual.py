"""A holder whose licence is in force on all days around a centre, and its services."""

from datetime import date
from typing import Any, Final

from .picking import Pick
from .pools import days_around

__all__ = ["usual_holder"]

_ITEM: Final = "甲公司(虚构)"
_SERVICE: Final = {
    "code": "B25",
    "service_item": _ITEM,
    "public_information": True,
    "commercial": True,
    "ended_on": "not_done",
    "winding_down_since": "not_done",
    "operated_by": "licensee",
    "special": "none",
    "connects_public_telephone": False,
    "cooperation": False,
    "disguised": False,
    "cross_border": False,
}
_MESSAGES: Final = {**_SERVICE, "id": "a", "network": "mobile", "functions": ["delivery"]}
_PLATFORM: Final = {
    **_SERVICE,
    "id": "b",
    "network": "internet",
    "functions": ["publishing_platform", "search", "community", "messaging", "app_store"],
}
_ACCESS: Final = {**_SERVICE, "id": "c", "code": "B14", "network": "internet", "functions": []}


def usual_holder(pick: Pick, centre: date) -> dict[str, Any]:
    """Its sections, with one to three services."""
    days = days_around(centre)
    first, last = str(days[-2]), str(days[-1])
    services = pick(((_MESSAGES,), (_PLATFORM,), (_MESSAGES, _PLATFORM, _ACCESS)))
    return {
        "form": "limited_liability",
        "licence": {
            "number": "B2-20990001",
            "first_obtained_on": first,
            "received_on": first,
            "issued_on": first,
            "scope": [{"id": "a", "code": "B25", "internet": True, "mobile": True, "fixed_phone": False}],
            "regions": "nationwide",
            "service_items": [_ITEM],
            "terms": [{"id": "a", "starts_on": first, "expires_on": last, "renewal_applied_on": "not_done"}],
        },
        "services": [{**one, "regions": ["110000"], "started_on": first} for one in services],
    }
