"""Documents of a portfolio one by one: those that are odd, and rows of a frame; and what is wrong with one, as JSON."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from msgspec import Struct

from ...facts import Document, FactsError, from_mapping
from ...facts.as_of import AsOf
from ...facts.elements import see_that_few
from ...facts.errors import Problem
from ...facts.json_escapes import escaped_json
from ...facts.portfolio.parquet import stated_row
from .reading import PlacedBatch

__all__ = ["Rejected", "document_of_row", "read_odd", "rejected_lines"]

_MOST: Final = 20
"""So many problems of one document are written down."""


class Rejected(Struct, frozen=True):
    """A document that cannot be used, with all that is wrong with it; `place` is its file, and the row or line.

    `row` is the same without the key that a folder of fact types has for it, which is a text of the company's.
    """

    position: int
    place: str
    row: str
    problems: tuple[Problem, ...]


def document_of_row(row: Mapping[str, Any]) -> Document:
    """The document that a row of a canonical frame is. Raises FactsError where it is not canonical."""
    return from_mapping(stated_row(row))


def read_odd(batch: PlacedBatch, as_of: AsOf) -> tuple[list[tuple[int, Document]], list[Rejected]]:
    """The odd documents that are accepted, each with its position in the input, and those that are not.

    Among these are companies with more elements than `limits.ROWS`.
    """
    accepted: list[tuple[int, Document]] = []
    rejected: list[Rejected] = []
    for odd in batch.batch.odd:
        position = odd.position + batch.before
        try:
            document = odd.read()
            see_that_few(document, as_of, odd.name)
            accepted.append((position, document))
        except FactsError as error:
            rejected.append(Rejected(position, odd.name, f"{odd.file}:{odd.position}", error.problems))
    return accepted, rejected


def rejected_lines(rejected: Iterable[Rejected]) -> bytes:
    """Rejected documents, a line of JSON each."""
    return "".join(f"{escaped_json(_line(one))}\n" for one in rejected).encode()


def _line(one: Rejected) -> str:
    problems = [
        {
            "pointer": problem.pointer,
            "what": problem.what,
            "expected": problem.expected,
            "line": None if problem.position is None else problem.position.line,
            "column": None if problem.position is None else problem.position.column,
            "told": str(problem),
        }
        for problem in one.problems[:_MOST]
    ]
    data = {"company": one.position, "place": one.place, "count": len(one.problems), "problems": problems}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
