"""The stated cells, and the lists, that a value rests on."""

from functools import lru_cache

from ..evaluate import Bound, Evaluator
from ..intervals import is_exact
from ..kleene import FALSE, TRUE
from ..language.tree import (
    And,
    Call,
    Cell,
    Choice,
    Compare,
    ConceptCall,
    Condition,
    Constant,
    Extreme,
    Not,
    Or,
    Pick,
    Today,
    Truth,
    Value,
)
from ..rows import Row

__all__ = ["cells_under", "inexact_cells", "open_lists"]


def cells_under(evaluator: Evaluator, value: Value, bound: Bound) -> list[tuple[Row, Cell]]:
    """The stated cells that a value rests on."""
    match value:
        case Cell():
            return [(evaluator.row(value.row, bound).above(value.above), value)]
        case Constant() | Today():
            return []
        case Call(arguments=arguments):
            return [one for argument in arguments for one in cells_under(evaluator, argument, bound)]
        case Pick(values=values):
            return [one for inner in values for one in cells_under(evaluator, inner, bound)]
        case Choice():
            holds = evaluator.holds(value.condition, bound)
            chosen = {TRUE: (value.then,), FALSE: (value.otherwise,)}.get(holds, (value.then, value.otherwise))
            inside = [one for part in _conditions_cells(value.condition) for one in cells_under(evaluator, part, bound)]
            return [*inside, *(one for inner in chosen for one in cells_under(evaluator, inner, bound))]
        case Extreme():
            found: list[tuple[Row, Cell]] = []
            for row in evaluator.list_of(value.source, bound).rows:
                inner = {**bound, value.row.name: row}
                if evaluator.holds(value.condition, inner) is not FALSE:
                    found += cells_under(evaluator, value.value, inner)
                    found += [
                        one
                        for part in _conditions_cells(value.condition)
                        for one in cells_under(evaluator, part, inner)
                    ]
            return found


def inexact_cells(evaluator: Evaluator, value: Value, bound: Bound) -> list[tuple[Row, Cell]]:
    """The cells that would have to be stated, or stated exactly, for a value to be known.

    Where a deadline is a span only because the calendar is not published, there are none.
    """
    if is_exact(evaluator.value(value, bound)):
        return []
    match value:
        case Call(arguments=arguments):
            return inexact_cells(evaluator, arguments[0], bound)
        case Pick(values=values):
            return [one for inner in values for one in inexact_cells(evaluator, inner, bound)]
        case _:
            return [
                (row, cell) for row, cell in cells_under(evaluator, value, bound) if not is_exact(row.cells[cell.field])
            ]


def open_lists(evaluator: Evaluator, values: tuple[Value, ...], bound: Bound) -> tuple[str, ...]:
    """Lists that may hold more, under the values of a comparison."""
    found: list[str] = []
    for value in values:
        for part in _extremes(value):
            listed = evaluator.list_of(part.source, bound)
            found.extend(listed.missing)
    return tuple(found)


@lru_cache(maxsize=10_000)
def _conditions_cells(tree: Condition) -> tuple[Cell, ...]:
    """The cells of a condition outside any quantifier."""
    match tree:
        case Compare(left=left, right=right):
            return tuple(value for value in (left, right) if isinstance(value, Cell))
        case Truth(cell=cell):
            return (cell,)
        case Not(condition=inner) | ConceptCall(body=inner):
            return _conditions_cells(inner)
        case And(conditions=conditions) | Or(conditions=conditions):
            return tuple(cell for inner in conditions for cell in _conditions_cells(inner))
        case _:
            return ()


@lru_cache(maxsize=10_000)
def _extremes(value: Value) -> tuple[Extreme, ...]:
    match value:
        case Extreme():
            return (value,)
        case Call(arguments=arguments):
            return tuple(one for inner in arguments for one in _extremes(inner))
        case Pick(values=values):
            return tuple(one for inner in values for one in _extremes(inner))
        case Choice(then=then, otherwise=otherwise):
            return (*_extremes(then), *_extremes(otherwise))
        case _:
            return ()
