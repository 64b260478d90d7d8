"""What is said of a portfolio, without values of facts: see `engine.redaction`."""

from functools import cache

import polars as pl

from ...facts.errors import Problem
from ...facts.pointers import parts_of, pathed, pointer
from ...facts.schema import company_schema
from ..explain.disclosure import NAMELESS, WITHHELD
from .documents import Rejected
from .judging import Judged

__all__ = ["withheld", "withheld_problems"]

_NAMES = ("number", "name", "province")


def withheld(judged: Judged) -> Judged:
    """The tables with a mark where a number, a name or a province is known; the judge has numbered the subjects."""
    marks = [pl.when(pl.col(name).is_not_null()).then(pl.lit(NAMELESS)).alias(name) for name in _NAMES]
    return judged._replace(findings=judged.findings.with_columns(marks), companies=judged.companies.with_columns(marks))


def withheld_problems(rejected: Rejected) -> Rejected:
    """A rejected document whose problems say where they are, and not what is there."""
    place = rejected.row
    return Rejected(rejected.position, place, place, tuple(_withheld(one, place) for one in rejected.problems))


def _withheld(problem: Problem, place: str) -> Problem:
    parts = [part if isinstance(part, int) or part in _names() else NAMELESS for part in parts_of(problem.pointer)]
    path = pathed(parts)
    if problem.position is None:
        path = f"{place}: {path}" if path else place
    return Problem(problem.position, pointer(parts), path, WITHHELD.en, "")


@cache
def _names() -> frozenset[str]:
    """What the fields, sections and lists of a company are called. Any other key is a text of the document's."""
    tables = company_schema().tables
    found = {part for path, table in tables.items() for name in (path, *table.fields) for part in name.split(".")}
    return frozenset(found | {"partial", "sources", "path", "source", "evidence", "valid_until"})
