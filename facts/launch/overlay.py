"""Lays the data of a launch file over that of a company, before either is typed, and keeps every place.

What comes from the launch file keeps its place there, a changed element included; the rest keeps its place in the
company's file.
"""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from ..check import UNLISTED
from ..errors import Position
from ..located import Located
from ..pointers import escaped
from ..scalars import read_text
from ..schema import company_schema

__all__ = ["Overlaid", "lay_over"]

_HEADER: Final = frozenset({"on", "title"})
_PARTIAL: Final = "partial"
_SOURCES: Final = "sources"


class Overlaid(Struct, frozen=True):
    """The company as it would be, and the pointers of the elements that were added or changed."""

    located: Located
    touched: tuple[str, ...]


def lay_over(company: Located, launch: Located) -> Overlaid:
    """The company's data with that of the launch laid over it. Both are of their models, so that ids are there."""
    overlay = _Overlay(company, launch)
    assert isinstance(company.data, dict)
    assert isinstance(launch.data, dict)
    return Overlaid(overlay.whole(company.data, launch.data), tuple(overlay.touched))


class _Overlay:
    def __init__(self, company: Located, launch: Located) -> None:
        self.touched: list[str] = []
        self._positions = dict(company.positions)
        self._keys = dict(company.keys)
        self._launch = launch
        self._tables = company_schema().tables
        self._in_part: list[str] = []

    def whole(self, company: Mapping[str, object], launch: Mapping[str, object]) -> Located:
        stated = {name: value for name, value in launch.items() if name not in (*_HEADER, _PARTIAL, _SOURCES)}
        data = self._mapping(company, stated, "", "", "", in_list=False)
        for name in (_PARTIAL, _SOURCES):
            both = [*_list(company.get(name)), *_list(launch.get(name))]
            if both:
                data[name] = both
        named = {read_text(path) for path in _list(data.get(_PARTIAL))}
        parts = [*_list(data.get(_PARTIAL)), *(path for path in self._in_part if path not in named)]
        if parts:
            data[_PARTIAL] = list(dict.fromkeys(str(path).strip() for path in parts))
        return Located(data, self._positions, self._keys, ())

    def _mapping(
        self, old: Mapping[str, object], new: Mapping[str, object], at: str, source: str, path: str, *, in_list: bool
    ) -> dict[str, object]:
        merged = dict(old)
        for name, value in new.items():
            if value is not None:  # null says nothing, and so changes nothing
                below = f"/{escaped(name)}"
                inner = f"{path}.{name}" if path else name
                merged[name] = self._value(old.get(name), value, at + below, source + below, inner, in_list=in_list)
        return merged

    def _value(self, old: object, new: object, at: str, source: str, path: str, *, in_list: bool) -> object:
        if isinstance(new, dict):
            known = old if isinstance(old, dict) else {}
            if old is None:
                self._place(at, source)
            return self._mapping(known, new, at, source, path, in_list=in_list)
        if isinstance(new, list) and path in self._tables and self._tables[path].words is None:
            if isinstance(old, list):
                return self._elements(old, new, at, source, path)
            if not in_list:
                # Elements that are added to a list which is not known do not make it known.
                self._in_part.append(path)
            self._place(at, source)
            return self._elements([], new, at, source, path)
        self._drop(old, at)
        return self._take(new, at, source)

    def _elements(self, old: list[object], new: list[object], at: str, source: str, path: str) -> list[object]:
        merged = list(old)
        places = {_id(element): number for number, element in enumerate(old)}
        for number, element in enumerate(new):
            assert isinstance(element, dict)
            place = places.setdefault(_id(element), len(merged))
            here, there = f"{at}/{place}", f"{source}/{number}"
            self.touched.append(here)
            if place == len(merged):
                merged.append(self._take(element, here, there))
                continue
            self._place(here, there)
            known = merged[place]
            assert isinstance(known, dict)
            merged[place] = self._mapping(known, element, here, there, path, in_list=True)
        return merged

    def _take(self, value: object, at: str, source: str) -> object:
        """A value of the launch file as it is, with all places in it."""
        self._place(at, source)
        for name, inner in _members(value):
            self._take(inner, f"{at}/{name}", f"{source}/{name}")
        return value

    def _drop(self, value: object, at: str) -> None:
        """Forget the places of what is replaced."""
        self._positions.pop(at, None)
        for name, inner in _members(value):
            self._drop(inner, f"{at}/{name}")

    def _place(self, at: str, source: str) -> None:
        self._positions[at] = self._launch.positions[source]
        key: Position | None = self._launch.keys.get(source)
        if key is not None:
            self._keys[at] = key


def _members(value: object) -> list[tuple[str | int, object]]:
    if isinstance(value, dict):
        return [(escaped(name), inner) for name, inner in value.items()]
    return list(enumerate(value)) if isinstance(value, list) else []


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _id(element: object) -> str:
    found = element.get("id") if isinstance(element, dict) else None
    return (read_text(found) or UNLISTED) if isinstance(found, str) else UNLISTED
