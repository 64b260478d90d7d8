"""From a company's rows to facts: the bounds that a program's rules test, worked out for each row."""

from collections.abc import Iterator
from typing import Final

from ..evaluate import Evaluator
from ..kleene import FALSE, TRUE, UNKNOWN
from ..language.tree import SUBJECT
from ..rows import Row, Rows
from .alphabet import Fact
from .literals import Bound, Folded, Incomplete
from .program import Program

__all__ = ["facts_of"]

_CERTAIN: Final = {FALSE: (0, 0), UNKNOWN: (0, 1), TRUE: (1, 1)}


def facts_of(program: Program, rows: Rows, evaluator: Evaluator) -> Iterator[Fact]:
    """The facts of all rows of the tables that a program looks at."""
    for table, number in program.tables.items():
        columns = program.columns.get(table, {}).items()
        for row in rows.subjects(table):
            above = 0 if row.parent is None else row.parent.index
            fact = {"t": number, "r": row.index, "u": above, "i": int(row.imagined), "z": 0}
            for name, bound in columns:
                fact[name] = _bound(bound, row, evaluator)
            yield fact


def _bound(bound: Bound, row: Row, evaluator: Evaluator) -> int:
    variables = {SUBJECT: row}
    match bound.column:
        case Folded(condition=condition):
            interval = _CERTAIN[evaluator.holds(condition, variables)]
        case Incomplete(table=table):
            return int(not evaluator.rows.list_of(table, _holder(table, row, evaluator.rows)).complete)
        case value:
            interval = evaluator.value(value, variables)
    return interval[bound.upper]


def _holder(table: str, row: Row, rows: Rows) -> Row:
    """The row that a list hangs under: the row itself, or the company."""
    return row if (table, row.index) in rows.lists else rows.company
