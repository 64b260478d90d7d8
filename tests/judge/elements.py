"""What lists hold: elements, each with what is stated of it."""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["COMPANY", "Element", "Listing"]

COMPANY = "company"
"""The table of the company itself."""


@dataclass(frozen=True, eq=False)
class Element:
    """An element of a list, or the company. One that is `imagined` stands for what a list may hold besides."""

    table: str
    ids: tuple[str, ...]
    stated: object
    above: "Element | None"
    imagined: bool = False

    def ancestor(self, levels: int) -> "Element":
        """The element so many levels above."""
        element = self
        for _ in range(levels):
            assert element.above is not None
            element = element.above
        return element

    def value(self, field: str) -> object:
        """What is stated of a field; None where nothing is."""
        if isinstance(self.stated, Mapping):
            return self.stated.get(field)
        if field == "value":
            return self.stated
        found = self.stated
        for part in field.split("."):
            found = None if found is None else getattr(found, part)
        return found


@dataclass(frozen=True, eq=False)
class Listing:
    """A list. If it is not `complete`, it may hold more than its elements."""

    elements: tuple[Element, ...]
    complete: bool
