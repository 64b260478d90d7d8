"""Documents in the one spelling that a portfolio is read in without looking at each company."""

from collections.abc import Mapping
from typing import Any

from hegui.facts import Province

from .changes import plain

__all__ = ["canonical"]

_NATIONWIDE = [province.value for province in Province]


def canonical(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same document as plain data, with all provinces where it says `nationwide`."""
    found: dict[str, Any] = _spelled(plain(data))
    return found


def _spelled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: [*_NATIONWIDE] if one == "nationwide" else _spelled(one) for key, one in value.items()}
    return [_spelled(one) for one in value] if isinstance(value, list) else value
