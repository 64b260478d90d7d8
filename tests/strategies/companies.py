"""Random companies, as documents that a person could have written, each with a day or minute as of which to judge it.

They are made from the schema, so that a new section is covered as soon as it exists.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from hegui.facts import Document, Field, Kind, Table, company_schema, from_mapping
from hegui.facts.as_of import AsOf

from .picking import PICKS, Pick
from .pools import CENTRES, days_around, values_of
from .usual import usual_holder

__all__ = ["Case", "cases", "random_case", "random_element", "read_case"]

_ROOT: Final = "company"
_IDS: Final = ("a", "b", "c")
_DATE: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHARED: Final = ("licence.scope", "licence.terms", "services")
"""Lists on which nearly every norm rests."""


@dataclass(frozen=True)
class Case:
    """A document as plain data, and as of when."""

    data: Mapping[str, Any]
    as_of: str

    def __repr__(self) -> str:
        return f'read_case("""\n{_written(self)}""")'

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """How hypothesis prints it."""
        printer.text(repr(self))

    @property
    def document(self) -> Document:
        """The document, read and checked."""
        return from_mapping(self.data)

    @property
    def moment(self) -> AsOf:
        """The day or minute."""
        return AsOf.parse(self.as_of)


_AS_OF: Final = "# as of "
_NONE: Final = "# none: "


def _written(case: Case) -> str:
    """The document as YAML, a few lines long: lists of which there is none are named in a comment."""
    none = [key for key, value in case.data.items() if value == []]
    lines = [f"{_AS_OF}{case.as_of}\n", f"{_NONE}{' '.join(none)}\n"]
    for key, value in case.data.items():
        if key not in none:
            flow = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=160, sort_keys=False)
            lines.append(f"{key}: {flow.removesuffix('...' + chr(10)).rstrip().replace(chr(10), chr(10) + '  ')}\n")
    return "".join(lines)


def read_case(text: str) -> Case:
    """The case that a failing test printed."""
    when, none, rest = text.strip().split("\n", 2)
    data: dict[str, Any] = {key: [] for key in none.removeprefix(_NONE).split()}
    return Case({**data, **(yaml.load(rest, yaml.BaseLoader) or {})}, when.removeprefix(_AS_OF))


@cache
def _tables_under(parent: str) -> tuple[Table, ...]:
    return tuple(table for table in company_schema().tables.values() if table.parent == parent and not table.derived)


@cache
def _stated_lists() -> tuple[str, ...]:
    return tuple(
        table.path for table in company_schema().tables.values() if table.parent == _ROOT and not table.derived
    )


@cache
def _choices(field: Field, centre: date, unknowns: int, usual: bool | None) -> tuple[Any, ...]:
    """A value or, in about `unknowns` of ten, None. Of yes-or-no fields `usual` says what most are, if it is given."""
    values = values_of(field, centre)
    values = tuple(values) * max(1, 10 // len(values))
    if field.kind is Kind.FLAG and usual is not None:
        values = (usual,) * 9 + (not usual,)
    return (*values, *(None,) * (unknowns * len(values) // (10 - unknowns)))


_SIZES: Final[Mapping[bool, tuple[int | None, ...]]] = {
    # None: the list is not given.
    True: (1, 2, 3, 2, 1, 2, 3, 0, None),
    False: (None, None, None, 0, 1, 1, 2),
}


class _Maker:
    def __init__(self, pick: Pick, centre: date, unknowns: int) -> None:
        self.pick = pick
        self.centre = centre
        self.unknowns = unknowns
        self.usual = pick((True, True, False, None))
        self.given: set[str] = set()

    def fields(self, table: Table) -> dict[str, Any]:
        """The scalars of an element (or the company) that are stated."""
        found = {}
        for name, field in table.fields.items():
            if name != "id":
                value = self.pick(_choices(field, self.centre, self.unknowns, self.usual))
                if value is not None:
                    found[name] = value
        return found

    def listed(self, table: Table, *, focused: bool) -> list[Any] | None:
        """A list, or None where it is not given."""
        size = self.pick(_SIZES[focused])
        if size is None:
            return None
        self.given.add(table.path)
        if table.words is not None:
            (field,) = table.fields.values()
            choices = tuple(dict.fromkeys(values_of(field, self.centre)))
            start = self.pick(range(len(choices)))
            return [choices[(start + number) % len(choices)] for number in range(min(size, len(choices)))]
        start = self.pick(range(len(_IDS)))
        if size > 2 and (name := _of_many(table)):
            # One of each: norms ask for a certain one among many.
            words = tuple(dict.fromkeys(values_of(table.fields[name], self.centre)))
            return [{**self.element(table, f"{_IDS[start]}{n}"), name: word} for n, word in enumerate(words)]
        return [self.element(table, _IDS[(start + number) % len(_IDS)]) for number in range(size)]

    def element(self, table: Table, identity: str) -> dict[str, Any]:
        """An element with its own lists."""
        found = {"id": identity, **self.fields(table)}
        for inner in _tables_under(table.path):
            inside = self.listed(inner, focused=True)
            if inside is not None:
                found[inner.name] = inside
        return found


def _of_many(table: Table) -> str | None:
    """The field by which an element is one of many kinds."""
    for name in ("kind", "domain", "stage"):
        words = table.fields[name].words if name in table.fields else None
        if words is not None and len(words) > 4:
            return name
    return None


def _put(data: dict[str, Any], path: str, value: Any) -> None:
    """State a value at a path, or leave it out if it is None."""
    *sections, name = path.split(".")
    for section in sections:
        data = data.setdefault(section, {})
    if value is None:
        data.pop(name, None)
    else:
        data[name] = value


def _dates_in(data: Any) -> Iterator[str]:
    """The days of all dates that are stated."""
    if isinstance(data, Mapping):
        for one in data.values():
            yield from _dates_in(one)
    elif isinstance(data, list):
        for one in data:
            yield from _dates_in(one)
    elif isinstance(data, str) and _DATE.match(data):
        yield data[:10]


def _as_of(pick: Pick, centre: date, data: Mapping[str, Any]) -> str:
    """A day or a minute: often after everything, and often on a day that is stated."""
    days = [str(day) for day in days_around(centre)]
    stated = list(_dates_in(data))
    day = pick((*days, *(days[-1],) * len(days), *(stated * len(days))[: len(days)]))
    time = pick((None, None, None, "00:00", "12:00", "23:59"))
    return day if time is None else f"{day}T{time}"


def _usual(pick: Pick, centre: date) -> dict[str, Any]:
    """A usual holder; nothing else has happened."""
    data: dict[str, Any] = {"licence": {}}
    for path in _stated_lists():
        _put(data, path, [])
    holder = usual_holder(pick, centre)
    return {**data, **holder, "licence": {**data["licence"], **holder["licence"]}}


@st.composite
def cases(draw: DrawFn, focuses: Collection[frozenset[str]] = ()) -> Case:
    """A company, as `random_case` makes it."""
    return random_case(draw(PICKS), focuses)


def random_case(pick: Pick, focuses: Collection[frozenset[str]] = ()) -> Case:
    """A company. Some of `focuses`, sets of tables, say which lists are random, the others being usual; or all are."""
    centre = pick(CENTRES)
    maker = _Maker(pick, centre, unknowns=pick((0, 0, 0, 1, 5)))
    focus = _focus(pick, tuple(focuses))
    data: dict[str, Any] = {}
    # An unusual company leaves out what it is not focused on.
    kept: tuple[str, ...] = _SHARED
    if focus is not None and pick((True, True, True, False)):
        data = _usual(pick, centre)
        kept = pick(((), (), *((path,) for path in _SHARED), _SHARED))
        maker.given = set(_stated_lists())
    if focus is None or "company" in focus:
        for name, value in maker.fields(company_schema().tables[_ROOT]).items():
            _put(data, name, value)
    for path in _stated_lists():
        if focus is None or _focused(path, focus, kept):
            maker.given.discard(path)
            _put(data, path, maker.listed(company_schema().tables[path], focused=focus is not None))
    if maker.given:
        partial = pick((None,) * 5 * len(maker.given) + tuple(sorted(maker.given)))
        if partial is not None:
            data["partial"] = [partial]
    return Case(data, _as_of(pick, centre, data))


def random_element(pick: Pick, table: Table, identity: str, centre: date) -> dict[str, Any]:
    """An element for a list, with its own lists."""
    return _Maker(pick, centre, unknowns=1).element(table, identity)


def _focus(pick: Pick, focuses: tuple[frozenset[str], ...]) -> frozenset[str] | None:
    if not focuses or pick((True, *(False,) * 8)):
        return None
    return frozenset[str]().union(*pick.some(focuses, (4, 1, 8, 16)))


def _focused(path: str, focus: frozenset[str], kept: tuple[str, ...]) -> bool:
    """Whether a list is random: it, or one inside it, is in focus, and not kept as it usually is."""
    if path in _SHARED and path not in kept:
        return False
    return any(one == path or one.startswith(f"{path}.") for one in focus)
