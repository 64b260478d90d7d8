"""A document that was read: the company, and where each of its statements stands."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from .elements import most_elements
from .errors import Position
from .models.company import Company
from .pointers import nearest_entry


class Document(Struct, frozen=True, dict=True):
    """What a company states, where it stands, and what it was read from.

    `positions` has an entry for every mapping, list and scalar of the file, by JSON pointer, and none where the facts
    come from no file. `source` is the file's name, '<stdin>', or what the caller named it.
    """

    company: Company
    """What is stated, typed."""
    source: str
    positions: Mapping[str, Position]

    @cached_property
    def most_elements(self) -> int:
        """How many elements its lists have at most, those included that are derived from them; counted once."""
        return most_elements(self.company)

    def position(self, pointer: str) -> Position | None:
        """Where the value at `pointer` stands or, if nothing is stated there, the nearest of what holds it.

        That makes a province that `nationwide` stands for lie where `nationwide` does.
        """
        return nearest_entry(self.positions, pointer)
