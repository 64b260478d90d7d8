"""What no model can check alone: ids that must differ, and the paths by which a document speaks about itself.

It looks at data that is not validated, or only in part, so that its findings can be told together with all others.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from msgspec import Struct

from .kinds import Kind
from .naming import PathError, named_by
from .pointers import member
from .provinces import NATIONWIDE_SPELLINGS
from .scalars import read_text
from .schema import COMPANY, Table, company_schema
from .unfit import Unfit, nearest, shown

UNLISTED: Final = "?"  # in the subject of a finding: the elements that a list may have and that are not stated
MOST_SOURCES: Final = 2_000
"""Each is looked for among all elements."""
_HINTS: Final = 100  # the first of so many entries get a 'did you mean', which takes time to find
_ELEMENT: Final = re.compile(r"\[[^\]]*\]")  # the [id] of services[sms].started_on


class Flaw(Struct, frozen=True):
    """Something wrong at the value that `parts` lead to or, with `at_key`, at its key.

    Where `what` is about a second place, it ends so that the `other` parts, made readable, can follow.
    """

    parts: tuple[str | int, ...]
    what: str
    expected: str
    at_key: bool = False
    other: tuple[str | int, ...] | None = None


def flaws(data: object) -> Iterator[Flaw]:
    """All that is wrong with `data`, a mapping or a Company, beyond what its models refuse."""
    for root, tables in _stated_lists().items():
        if member(data, root) is not None:
            for table in tables:
                for place, rows in lists_of(data, table.path):
                    yield from _repeated(place, rows, table)
    yield from _partial(data)
    yield from _sources(data)


def lists_of(data: object, path: str) -> Iterator[tuple[tuple[str | int, ...], list[object]]]:
    """Every list at a schema path that `data` gives, with the parts that lead to it."""
    reached: list[tuple[tuple[str | int, ...], object]] = [((), data)]
    for name in path.split("."):
        stepped = []
        for parts, within in reached:
            # Between two names lies either a section, or a list with all its elements.
            if isinstance(within, (list, tuple)):
                stepped += [((*parts, n, name), member(element, name)) for n, element in enumerate(within)]
            else:
                stepped.append(((*parts, name), member(within, name)))
        reached = stepped
    for parts, found in reached:
        if isinstance(found, (list, tuple)):
            yield parts, list(found)
        elif isinstance(found, str) and found in NATIONWIDE_SPELLINGS:
            yield parts, []


def _repeated(place: tuple[str | int, ...], rows: list[object], table: Table) -> Iterator[Flaw]:
    first: dict[object, int] = {}
    for n, row in enumerate(rows):
        own = _word(row, table) if table.words else _text(member(row, "id"))
        if own is None:
            continue
        if own == UNLISTED:
            what = f"{shown(own)} stands for what a list does not name"
            yield Flaw((*place, n) if table.words else (*place, n, "id"), what, "another word or id")
        earlier = first.setdefault(own, n)
        if earlier != n and table.words:
            yield Flaw((*place, n), f"{shown(row)} is already in the list, at", "each once", other=(*place, earlier))
        elif earlier != n:
            what, expected = f"the id {shown(own)} is taken by", "an id that no other element of the list has"
            yield Flaw((*place, n, "id"), what, expected, other=(*place, earlier))


def _partial(data: object) -> Iterator[Flaw]:
    given = member(data, "partial")
    if not isinstance(given, (list, tuple)):
        return
    lists = [table.path for tables in _stated_lists().values() for table in tables]
    seen: dict[str, int] = {}
    for n, entry in enumerate(given):
        path, place = _text(entry), ("partial", n)
        if path is None:
            continue
        if path not in lists:
            near = nearest(path, lists) if n < _HINTS else None
            hint = f" (did you mean {near}?)" if near else ""
            yield Flaw(place, f"there is no list {shown(path)}{hint}", "the path of one, such as services.regions")
        elif path in seen:
            yield Flaw(place, f"{shown(path)} is already in the list, at", "each once", other=("partial", seen[path]))
        elif not any(True for _ in lists_of(data, path)):
            expected = "partial only for lists that are given in part; one that is left out is unknown as it is"
            yield Flaw(place, f"the list {shown(path)} is not given", expected)
        seen.setdefault(path, n)


def _sources(data: object) -> Iterator[Flaw]:
    given = member(data, "sources")
    if not isinstance(given, (list, tuple)):
        return
    known = {path for table in company_schema().tables.values() if not table.derived for path in _paths(table)}
    known |= {path.rpartition(".")[0] for path in known if "." in path}
    if len(given) > MOST_SOURCES:
        what = f"{len(given)} sources"
        yield Flaw(("sources",), what, f"at most {MOST_SOURCES}; a path may name a list or a section as a whole")
        return
    for n, entry in enumerate(given):
        path = _text(member(entry, "path"))
        if path is None:
            continue
        if _ELEMENT.sub("", path) in known:
            yield from _unfound(data, n, path)
            continue
        near = nearest(_ELEMENT.sub("", path), known) if n < _HINTS else None
        what = f"there are no facts {shown(path)}" + (f" (did you mean {near}?)" if near else "")
        yield Flaw(("sources", n, "path"), what, "a path such as licence.number, services or services[sms].started_on")


def _unfound(data: object, n: int, path: str) -> Iterator[Flaw]:
    """A source of an element that is not there, or of one entry of a list of words."""
    listed, bracket, _ = path.rpartition("[")
    table = company_schema().tables.get(_ELEMENT.sub("", path))
    if path.endswith("]") and table is not None and table.words is not None:
        yield Flaw(("sources", n, "path"), f"{shown(path)} is an entry of a list of words", f"the list: {listed}")
    elif bracket and not _names_any(path[: path.rindex("]") + 1], data):
        what = f"{shown(path)} names no element that is stated"
        yield Flaw(("sources", n, "path"), what, "the id of one, as in services[sms].started_on")


def _names_any(path: str, data: object) -> bool:
    try:
        return any(True for _ in named_by(path, data))
    except PathError:
        return False


@cache
def _stated_lists() -> Mapping[str, list[Table]]:
    """The tables of lists that can be stated, by the first name of their path."""
    lists: dict[str, list[Table]] = {}
    for table in company_schema().tables.values():
        if table.path != COMPANY and not table.derived:
            lists.setdefault(table.path.partition(".")[0], []).append(table)
    return lists


def _paths(table: Table) -> Iterator[str]:
    yield table.path
    for name in table.fields:
        yield name if table.path == COMPANY else f"{table.path}.{name}"


def _text(value: object) -> str | None:
    try:
        return read_text(value)
    except Unfit:
        return None


def _word(value: object, table: Table) -> object:
    (field,) = table.fields.values()
    if table.words is not Kind.WORD or field.words is None:
        return _text(value)
    try:
        return field.words.read(value)
    except Unfit:
        return None
