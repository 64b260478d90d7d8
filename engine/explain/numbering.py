"""The numbers that subjects go by where their ids are withheld, by what was told of them: table, ids and pointer."""

from typing import Final

from ...facts.check import UNLISTED
from ...facts.pointers import parts_of
from ...facts.schema import company_schema

__all__ = ["Numbering"]

_FIRST: Final = 1


class Numbering:
    """The numbers of one document's subjects, each in its list, from 1: '#2' lies at '/services/1'.

    Gives what `disclosure.Withholding` gives from rows, where there are none. An element of a derived list has no place
    in the document: it is numbered as it comes, so that all of them have to come in their order.
    """

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, tuple[str, ...]], dict[str, int]] = {}

    def ids(self, table: str, ids: tuple[str, ...], pointer: str) -> tuple[str, ...]:
        """The path of numbers in place of a path of ids; what stands for elements that are not listed keeps its '?'."""
        known = company_schema().tables.get(table)
        places = [part for part in parts_of(pointer) if isinstance(part, int)]
        if known is None or known.derived or len(places) != sum(one != UNLISTED for one in ids):
            return tuple(self._as_it_comes(table, ids[:depth], one) for depth, one in enumerate(ids))
        numbers = iter(places)
        return tuple(one if one == UNLISTED else f"#{next(numbers) + _FIRST}" for one in ids)

    def _as_it_comes(self, table: str, above: tuple[str, ...], own: str) -> str:
        if own == UNLISTED:
            return own
        numbers = self._numbers.setdefault((table, above), {})
        return f"#{numbers.setdefault(own, len(numbers) + _FIRST)}"
