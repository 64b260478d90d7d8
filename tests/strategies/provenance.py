"""Documents with statements that are not valid any more."""

import copy
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from .changes import plain
from .companies import Case, random_case
from .picking import PICKS

__all__ = ["outdated"]

_YESTERDAY = "2001-01-01"
"""Before every day on which random companies are audited."""


@st.composite
def outdated(draw: DrawFn, focuses: Collection[frozenset[str]]) -> tuple[Case, Case]:
    """A case with statements whose validity has ended, and the same without these statements."""
    pick = draw(PICKS)
    case = random_case(pick, focuses)
    data = plain(case.data)
    less = copy.deepcopy(data)
    sources = []
    for path in pick.some([path for path, _ in _statements(data)], range(1, 6)):
        sources.append({"path": path, "valid_until": _YESTERDAY})
        _leave_out(less, path)
    return replace(case, data={**data, "sources": sources}), replace(case, data=less)


def _leave_out(data: dict[str, Any], path: str) -> None:
    for found, holder in [*_statements(data)]:
        if found == path and isinstance(holder, dict):
            for name in [name for name in holder if name != "id"] if path.endswith("]") else [path.rpartition(".")[2]]:
                del holder[name]
    data["partial"] = [one for one in data.get("partial", ()) if _given(data, one.split("."))]


def _given(data: Any, names: list[str]) -> bool:
    if isinstance(data, list):
        return any(_given(one, names) for one in data)
    return not names or (isinstance(data, dict) and names[0] in data and _given_below(data[names[0]], names[1:]))


def _given_below(found: Any, names: list[str]) -> bool:
    return _given(found, names) if names else found is not None


def _statements(data: dict[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """Everything that a source can name, by its path, with the mapping that holds it (of an element, itself)."""
    for name, value in data.items():
        if name in ("partial", "sources", "id") or value is None:
            continue
        here = f"{path}.{name}" if path else name
        yield here, data
        if isinstance(value, dict):
            yield from _statements(value, here)
        for element in value if isinstance(value, list) else ():
            if isinstance(element, dict):
                yield f"{here}[{element['id']}]", element
                yield from _statements(element, f"{here}[{element['id']}]")
