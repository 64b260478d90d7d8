"""What the loader adds to conditions and no reader needs to be told of each: that a row has come to be."""

from hegui.engine.language.logic import conjunction
from hegui.engine.language.tree import SUBJECT, And, Cell, Compare, Condition, Not, Or, Value
from hegui.engine.language.values import NOT_DONE
from hegui.facts.schema import company_schema

__all__ = ["without_anchor", "without_existence"]


def without_existence(tree: Condition) -> Condition:
    """The condition without the tests that its rows have come to be."""
    return conjunction([part for part in _conjuncts(tree) if not _is_existence(part)])


def without_anchor(tree: Condition, by: Value | None) -> Condition:
    """The condition without the test that the event has happened which a deadline counts from."""
    return conjunction([part for part in _conjuncts(tree) if by is None or part != Not(Compare("==", by, NOT_DONE))])


def _conjuncts(tree: Condition) -> tuple[Condition, ...]:
    return tree.conditions if isinstance(tree, And) else (tree,)


def _is_existence(tree: Condition) -> bool:
    match tree:
        case Or(conditions=conditions):
            return all(_is_existence(one) for one in conditions)
        case Not(condition=Compare(operator="==", left=Cell() as cell, right=right)) if right == NOT_DONE:
            table = company_schema().above(cell.row.table, cell.above)
            return cell.field in table.occurrence and (cell.row.name == SUBJECT or cell.row.name.startswith("row"))
        case _:
            return False
