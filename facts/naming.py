"""Paths that people write, such as services[sms].started_on, and the values that they name."""

import re
from collections.abc import Iterator
from typing import Final

from .pointers import member
from .scalars import read_text
from .unfit import Unfit

__all__ = ["PathError", "named_by", "steps_of"]

Parts = tuple[str | int, ...]

_STEP: Final = re.compile(r"(?P<name>[a-z_]+)(?:\[(?P<id>[^\]]*)\])?(?P<end>\.|$)")


class PathError(ValueError):
    """A text that is no path."""


def steps_of(path: str) -> list[tuple[str, str | None]]:
    """The names that a path leads along, each with the id of the element that it picks. Raises PathError."""
    steps: list[tuple[str, str | None]] = []
    at = 0
    while not steps or at < len(path) or path.endswith("."):
        step = _STEP.match(path, at)
        if step is None:
            raise PathError(path)
        steps.append((step["name"], step["id"]))
        at = step.end()
        if not step["end"]:
            break
    return steps


def named_by(path: str, within: object) -> Iterator[Parts]:
    """What a path names in a document, plain or typed: a value, a section, an element or a list, if it is stated.

    A list without an id on the way stands for each of its elements. Raises PathError.
    """
    reached: list[tuple[Parts, object]] = [((), within)]
    for name, picked in steps_of(path):
        stepped: list[tuple[Parts, object]] = []
        for parts, holder in reached:
            found = [((*at, name), member(one, name)) for at, one in _elements(parts, holder)]
            stepped += [(at, one) for at, one in found if one is not None]
        if picked is not None:
            stepped = [
                (at, one)
                for parts, listed in stepped
                if isinstance(listed, (list, tuple))
                for at, one in _elements(parts, listed)
                if _id(one) == picked
            ]
        reached = stepped
    yield from (parts for parts, _ in reached)


def _id(element: object) -> str | None:
    try:
        return read_text(member(element, "id"))
    except Unfit:
        return None


def _elements(parts: Parts, holder: object) -> list[tuple[Parts, object]]:
    """The elements of a list; anything else as it is."""
    if isinstance(holder, (list, tuple)):
        return [((*parts, number), element) for number, element in enumerate(holder)]
    return [(parts, holder)]
