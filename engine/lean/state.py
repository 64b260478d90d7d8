"""What the functions made for norms need of one company: its lists, the moment, and what was worked out already."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import Any, NamedTuple

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


class _List(NamedTuple):
    """Where a list stands, and what its elements are: those of the model, words, or derived ones."""

    parent: str | None
    """The path of the list whose elements hold it; None for the company."""
    stated: Callable[[Any], Any]
    """The list, of what holds it."""
    identity: Callable[[Any], str]
    derived: bool


@cache
def _list(path: str) -> _List:
    table = company_schema().tables[path]
    held = table.parent != COMPANY
    identity = str if table.words is not None else itemgetter("id") if table.derived else attrgetter("id")
    return _List(
        table.parent if held else None, attrgetter(table.name if held else path), identity, derived=table.derived
    )


class Stated:
    """The company as it is stated, as of a moment; the made modules extend it with what they remember."""

    def __init__(self, company: Company, as_of: AsOf) -> None:
        self.company = current(company, as_of)[0] if company.sources else company
        self.partial: Sequence[str] = company.partial or ()
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
        of = _list(path)
        if of.parent is None:
            listed, more = self._listed(path, of)
            return [(one,) for one in listed], [(_unlisted(path),)] if more else []
        holders, unknown = self.elements(of.parent)
        elements: Elements = []
        unlisted: Elements = []
        for holder in holders:
            stated = of.stated(holder[0])
            elements += [(one, *holder) for one in stated or ()]
            if stated is None or path in self.partial:
                unlisted.append((_unlisted(path), *holder))
        unlisted += [(_unlisted(path), *holder) for holder in unknown]
        return elements, unlisted

    def _listed(self, path: str, of: _List) -> tuple[Sequence[Any], int]:
        """A list of the company, and whether there may be more of it, as 0 or 1."""
        if of.derived:
            return self.derived(path)
        stated = of.stated(self.company)
        return stated or (), 1 if stated is None or path in self.partial else 0

    def ids(self, path: str) -> list[tuple[str, ...]]:
        """The ids of a table's subjects as paths, in the order of their statuses; an empty one where there are none."""
        if path == COMPANY:
            return [()]
        of = _list(path)
        if of.parent is None:
            listed, more = self._listed(path, of)
            found: list[tuple[str, ...]] = [(one,) for one in map(of.identity, listed)]
            if more:
                found.append((UNLISTED,))
            return found or [()]
        elements, unlisted = self.elements(path)
        levels = [of.identity]
        holder: str | None = of.parent
        while holder is not None:
            levels.append(_list(holder).identity)
            holder = _list(holder).parent
        found = [_path(levels, rows) for rows in elements]
        found += [(*_path(levels[1:], rows[1:]), UNLISTED) for rows in unlisted]
        return found or [()]


def _path(levels: Sequence[Callable[[Any], str]], rows: Sequence[Any]) -> tuple[str, ...]:
    """Ids from the company down; what is not stated of its holder goes by the name of what is not listed."""
    pairs = zip(reversed(levels), reversed(rows), strict=True)
    return tuple(UNLISTED if row is _nothing() else identity(row) for identity, row in pairs)
