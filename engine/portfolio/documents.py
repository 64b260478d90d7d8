"""Odd documents: read one by one by the ordinary loader, which accepts them, or says what is wrong and where."""

import json
from collections.abc import Iterable
from typing import Any, Final

import msgspec
from msgspec import Struct

from ...facts import Document, FactsError, from_mapping
from ...facts.errors import Position, Problem
from ...facts.json_escapes import escaped_json
from ...facts.text import document_of
from .batch import Odd

__all__ = ["Rejected", "read_odd", "rejected_line"]

_MOST: Final = 20
"""So many problems of one document are written down."""


class Rejected(Struct, frozen=True):
    """A document that cannot be used, with all that is wrong with it."""

    position: int
    problems: tuple[Problem, ...]


def read_odd(odd: Iterable[Odd], source: str) -> tuple[list[tuple[int, Document]], list[Rejected]]:
    """The documents that are accepted, each with its position, and those that are not."""
    accepted: list[tuple[int, Document]] = []
    rejected: list[Rejected] = []
    for one in odd:
        try:
            accepted.append((one.position, _read(one, source)))
        except FactsError as error:
            rejected.append(Rejected(one.position, error.problems))
    return accepted, rejected


def _read(odd: Odd, source: str) -> Document:
    if not isinstance(odd.document, str):
        return from_mapping(odd.document, source)
    # The reader of JSON goes by the name; what it says of the first line is true of the document's.
    name = source if source.lower().endswith(".json") else f"{source}.json"
    try:
        return document_of(odd.document, name)
    except FactsError as error:
        raise FactsError(tuple(_moved(one, name, source, odd.position) for one in error.problems)) from None


def _moved(problem: Problem, name: str, source: str, line: int) -> Problem:
    """A problem of a document, as one of the line that it is of a file; so too the other places that it names."""
    place = problem.position
    what = problem.what.replace(f"{name}:1:", f"{source}:{line}:")
    moved = None if place is None else Position(source, line + place.line - 1, place.column)
    return msgspec.structs.replace(problem, position=moved, what=what)


def rejected_line(one: Rejected) -> bytes:
    """A rejected document as a line of JSON."""
    problems: list[dict[str, Any]] = [
        {
            "pointer": problem.pointer,
            "path": problem.path,
            "what": problem.what,
            "expected": problem.expected,
            "line": None if problem.position is None else problem.position.line,
            "column": None if problem.position is None else problem.position.column,
        }
        for problem in one.problems[:_MOST]
    ]
    line = json.dumps(
        {"company": one.position, "count": len(one.problems), "problems": problems},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return escaped_json(line).encode() + b"\n"
