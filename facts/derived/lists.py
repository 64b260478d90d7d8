"""What a derived list is."""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct


class DerivedElement(NamedTuple):
    """One element: its fields, its id, and a pointer to the statement that it follows from."""

    values: Mapping[str, object]
    id: str
    pointer: str


class DerivedList(Struct, frozen=True):
    """A derived list. If it is not `complete`, there can be elements that are not known of.

    `missing` are the pointers to what would have to be stated, in full, for it to be complete.
    """

    elements: tuple[DerivedElement, ...]
    complete: bool
    missing: tuple[str, ...] = ()
