"""A digest of what a company states: the same for every document that states the same."""

import hashlib
import json
from datetime import date, datetime
from enum import Enum

from .models.base import Facts
from .models.company import Company

__all__ = ["facts_digest"]


def facts_digest(company: Company) -> str:
    """SHA-256, in hexadecimal digits, of all that is stated, as canonical JSON.

    How a document is laid out, the order of its keys, and whether an unknown is left out or null, make no difference;
    the order of elements in a list does, since findings point to them by it.
    """
    data = json.dumps(_plain(company), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: object) -> object:
    match value:
        case Facts():
            # A section in which nothing is stated says no more than one that is not there.
            found = {name: _plain(getattr(value, name)) for name in type(value).model_fields}
            return {name: one for name, one in found.items() if one is not None and one != {}}
        case tuple():
            return [_plain(one) for one in value]
        case Enum():
            return value.value
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case _:
            return value
