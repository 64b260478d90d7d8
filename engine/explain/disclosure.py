"""What of a company's facts is told where findings are put into words: the values as stated, or that there are some."""

from typing import Final

from ...facts.bilingual import Bilingual
from ...facts.check import UNLISTED
from ...facts.identities import identity_in_words
from ..intervals import Interval
from ..language.tree import ValueType
from ..rows import Row, Rows
from . import display

__all__ = ["NAMELESS", "WITHHELD", "Disclosure", "Withholding"]

WITHHELD: Final = Bilingual("〔略〕", "[withheld]")
"""Stands for a value that is stated and not told."""

NAMELESS: Final = "***"
"""The same where a text is the same in every language."""


class Disclosure:
    """Tells values as they were stated."""

    def stated(self, value: object) -> Bilingual:
        """A value of a fact; that it is not stated."""
        return display.stated(value)

    def derived(self, value: Interval, kind: ValueType) -> Bilingual:
        """What was worked out from facts; that it is not known."""
        return display.interval(value, kind)

    def ids(self, row: Row) -> tuple[str, ...]:
        """The path of ids of a subject."""
        return row.ids

    def identity(self, row: Row) -> Bilingual:
        """The id of an element of a list, in words."""
        return identity_in_words(row.table, row.ids[-1])

    def printed(self, value: object) -> str | None:
        """A name or number of the company; None where it is not stated."""
        return None if value is None else str(value)

    def origin(self, told: str | None) -> str | None:
        """Where a fact comes from, as the document says."""
        return told


class Withholding(Disclosure):
    """Tells of a value that it is stated, and of an element its number in its list, counted from 1: '#2'."""

    def __init__(self, rows: Rows) -> None:
        self._numbers = {row.index: number for one in rows.lists.values() for number, row in enumerate(one.rows, 1)}

    def stated(self, value: object) -> Bilingual:
        """That it is stated, or not."""
        return display.NOT_STATED if value is None else WITHHELD

    def derived(self, value: Interval, kind: ValueType) -> Bilingual:
        """That it is known, or not."""
        unknown = display.interval(value, kind) == display.NOT_STATED
        return display.NOT_STATED if unknown else WITHHELD

    def ids(self, row: Row) -> tuple[str, ...]:
        """The path of numbers of a subject; what stands for elements that are not listed keeps its '?'."""
        if row.parent is None or not row.ids:
            return ()
        last = UNLISTED if row.imagined else f"#{self._numbers[row.index]}"
        return (*self.ids(row.parent), last)

    def identity(self, row: Row) -> Bilingual:
        """The number of an element."""
        return Bilingual(self.ids(row)[-1], self.ids(row)[-1])

    def printed(self, value: object) -> str | None:
        """That there is one."""
        return None if value is None else NAMELESS

    def origin(self, told: str | None) -> str | None:
        """Nothing: it is a text of the document."""
        return None
