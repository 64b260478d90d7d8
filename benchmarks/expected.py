"""What the `compiled` engine answers: the statuses that every contestant is held against."""

import datetime
from collections.abc import Mapping
from functools import cache

from hegui.engine.compiled import CompiledEngine
from hegui.engine.decisions import decided
from hegui.engine.rows import make_rows
from hegui.engine.status import decide
from hegui.facts import Company
from hegui.facts.as_of import AsOf

from .norms import norms

__all__ = ["Answers", "engine", "expected"]

Answers = Mapping[tuple[str, str], str]
"""Statuses by norm and subject: the ids from the company down, joined by slashes; empty for the company itself.

`?` stands for what a list may hold that is not given. A norm about a list that is stated to be empty has no answer.
"""


@cache
def engine() -> CompiledEngine:
    """The compiled engine for the thirty norms."""
    return CompiledEngine(norms())


def expected(company: Company, as_of: datetime.date) -> Answers:
    """The status of each of the thirty norms for each of its subjects."""
    rows = make_rows(company, AsOf(as_of))
    decisions = engine().decide(rows)
    return {
        (norm.id, "/".join(row.ids)): str(decide(decision))
        for norm in norms()
        for row, decision in decided(norm.id, norm.subject, rows, decisions)
        if not row.absent
    }
