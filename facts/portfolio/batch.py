"""Companies that are judged together, and the documents among them that only the loader of documents can judge."""

from collections.abc import Mapping
from typing import Any

import polars as pl
from msgspec import Struct

from ..document import Document
from ..errors import FactsError, Problem
from ..load import from_mapping
from .columns import PORTFOLIO

__all__ = ["Batch", "OddDocument"]


class OddDocument(Struct, frozen=True):
    """A document that is not plainly canonical: raw, as it was found.

    `position` is its line or row in the file, from 1, and `name` says where it is: 'portfolio.jsonl:17', or
    'portfolio.parquet, row 17'. `content` is a line of JSON, or plain data.
    """

    position: int
    name: str
    content: bytes | Mapping[str, Any]
    file: str

    def read(self) -> Document:
        """The document. Raises FactsError with all that is wrong with it, and where."""
        if isinstance(self.content, bytes):
            from .odd_line import read_line

            return read_line(self.content, self.file, self.position)
        try:
            return from_mapping(self.content, self.name)
        except FactsError as error:
            raise FactsError(tuple(self._placed(problem) for problem in error.problems), PORTFOLIO) from None

    def _placed(self, problem: Problem) -> Problem:
        """A problem, that says of which document it is."""
        path = f"{self.name}: {problem.path}" if problem.path else self.name
        return Problem(None, problem.pointer, path, problem.what, problem.expected)


class Batch(Struct, frozen=True, eq=False):
    """Companies next to each other in one file, in its order.

    `number` counts batches from 0. `file` is where they stand, and `first` the line or row of the first of them, from
    1. `frame` has a row for each that is plainly canonical, in the form of `dtypes`, and `positions` (UInt64) the line
    or row of each. The others are `odd`.
    """

    number: int
    file: str
    first: int
    frame: pl.DataFrame
    positions: pl.Series
    odd: tuple[OddDocument, ...]

    @property
    def companies(self) -> int:
        """How many companies there are."""
        return self.frame.height + len(self.odd)
