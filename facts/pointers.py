"""JSON pointers (RFC 6901), which name the values of a document, and how people read them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from .models.base import Facts
from .unfit import cleaned

_Entry = TypeVar("_Entry")


def pointer(parts: Iterable[str | int]) -> str:
    """The JSON pointer that leads along `parts`."""
    return "".join(f"/{part}" if isinstance(part, int) else "/" + escaped(part) for part in parts)


def parts_of(of: str) -> list[str | int]:
    """The parts that a pointer leads along; those of digits count the elements of a list."""
    raw = (part.replace("~1", "/").replace("~0", "~") for part in of.split("/")[1:])
    return [int(part) if part.isascii() and part.isdigit() else part for part in raw]


def escaped(name: str) -> str:
    """`name` as one part of a pointer."""
    return name.replace("~", "~0").replace("/", "~1") if "~" in name or "/" in name else name


def parent(of: str) -> str | None:
    """The pointer to what holds the value at `of`; None for the whole document."""
    return of.rpartition("/")[0] if of else None


def nearest_entry(entries: Mapping[str, _Entry], of: str) -> _Entry | None:
    """What is kept under a pointer or, where nothing is, under that of the nearest which holds it."""
    at: str | None = of if entries else None
    while at is not None:
        if at in entries:
            return entries[at]
        at = parent(at)
    return None


def readable(parts: Sequence[str | int], within: object) -> str:
    """`parts` as people read them: elements by their id, where they have one, else by their place from 0."""
    path = ""
    for part in parts:
        if isinstance(part, str):
            within = member(within, part)
            path += f".{cleaned(part)}" if path else cleaned(part)
            continue
        within = within[part] if isinstance(within, (list, tuple)) and part < len(within) else None
        given = member(within, "id")
        named = given.strip() if isinstance(given, str) else ""
        # An id that a message cannot show as it is would be no help in finding the element.
        path += f"[{named if named and named == cleaned(named) and ']' not in named else part}]"
    return path


def pathed(parts: Sequence[str | int]) -> str:
    """`parts` as people read them, elements by their place from 0: 'services[0].id'."""
    return readable(parts, None)


def member(of: object, name: str) -> object:
    """The field `name` of a mapping or of a model; None where it has none."""
    if isinstance(of, Mapping):
        return of.get(name)
    return getattr(of, name, None) if isinstance(of, Facts) else None
