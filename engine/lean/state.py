"""What the functions made for norms need of one company: its lists, the moment, and what was worked out already."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from ...facts import Company
from ...facts.as_of import AsOf
from ...facts.check import UNLISTED
from ...facts.derived import derived_list
from ...facts.provenance import current
from ...facts.schema import COMPANY, company_schema
from ..encoding import minute_number

__all__ = ["Stated"]

Elements = list[tuple[Any, ...]]
"""Elements, each followed by those that hold it, the nearest first."""


@cache
def _nothing() -> Any:
    """An element of which nothing is stated: every field, and every list that it may hold, is None."""
    tables = company_schema().tables.values()
    names = {name for table in tables for name in (table.name, *table.fields) if "." not in name}
    return type("Nothing", (), dict.fromkeys(names))()


@cache
def _unlisted(path: str) -> Any:
    table = company_schema().tables[path]
    if table.words is not None:
        return None
    return MappingProxyType(dict.fromkeys(table.fields)) if table.derived else _nothing()


@cache
def _stands_in(path: str) -> tuple[str, str | None]:
    """The list's name in what holds it, and the path of that; None for the company."""
    table = company_schema().tables[path]
    if table.parent == COMPANY:
        return path, None
    return table.name, table.parent


class Stated:
    """The company as it is stated, as of a moment; the made modules extend it with what they remember."""

    def __init__(self, company: Company, as_of: AsOf) -> None:
        self.company = current(company, as_of)[0] if company.sources else company
        self.partial: Iterable[str] = company.partial or ()
        self.day = as_of.day.toordinal()
        self.now = minute_number(as_of.due_from)
        self.until = minute_number(as_of.happened_until)
        self._as_of = as_of
        self._derived: dict[str, tuple[list[Mapping[str, object]], int]] = {}

    def derived(self, path: str) -> tuple[list[Mapping[str, object]], int]:
        """The elements of a derived list, and whether there may be more, as 0 or 1."""
        found = self._derived.get(path)
        if found is None:
            listed = derived_list(path, self.company, self._as_of)
            found = self._derived[path] = [one.values for one in listed.elements], 0 if listed.complete else 1
        return found

    def unlisted(self, path: str) -> Any:
        """What stands for an element that a list may hold and that is not stated."""
        return _unlisted(path)

    def elements(self, path: str) -> tuple[Elements, Elements]:
        """The stated elements of a table, and what stands for those that may be there besides."""
        name, parent = _stands_in(path)
        if parent is None:
            listed, more = self._listed(path)
            return [(one,) for one in listed], [(_unlisted(path),)] if more else []
        holders, unknown = self.elements(parent)
        elements: Elements = []
        unlisted: Elements = []
        for holder in holders:
            stated = getattr(holder[0], name)
            elements += [(one, *holder) for one in stated or ()]
            if stated is None or path in self.partial:
                unlisted.append((_unlisted(path), *holder))
        unlisted += [(_unlisted(path), *holder) for holder in unknown]
        return elements, unlisted

    def _listed(self, path: str) -> tuple[Iterable[Any], int]:
        if company_schema().tables[path].derived:
            return self.derived(path)
        owner: Any = self.company
        for part in path.split("."):
            owner = getattr(owner, part)
        return owner or (), 1 if owner is None or path in self.partial else 0

    def ids(self, path: str) -> list[tuple[str, ...]]:
        """The ids of a table's subjects as paths, in the order of their statuses; an empty one where there are none."""
        if path == COMPANY:
            return [()]
        elements, unlisted = self.elements(path)
        found = [
            *(tuple(_id(one) for one in reversed(rows)) for rows in elements),
            *((*(_id(one) for one in reversed(rows[1:])), UNLISTED) for rows in unlisted),
        ]
        return found or [()]


def _id(element: Any) -> str:
    if isinstance(element, str):
        return str(element)
    if isinstance(element, Mapping):
        return str(element["id"])
    return UNLISTED if element is _nothing() else str(element.id)
