"""Conditions that can never hold, as far as comparisons of one field with constants show it."""

from ..intervals import FIRST, NEVER, Interval
from ..language.tree import And, Cell, Compare, ConceptCall, Condition, Constant, Fixed, Not, Or, Quantifier, Truth

__all__ = ["never_holds"]

_Ranges = dict[Cell, Interval]


def never_holds(tree: Condition) -> bool:
    """Whether a condition contradicts itself. False where that cannot be seen: this is no proof that it can hold."""
    match tree:
        case Fixed(holds=holds):
            return not holds
        case Or(conditions=conditions):
            return all(never_holds(one) for one in conditions)
        case And(conditions=conditions):
            return any(never_holds(one) for one in conditions) or _contradict(conditions)
        case Quantifier(every=False, guard=guard, body=body):
            return never_holds(guard) or never_holds(body) or _contradict((guard, body))
        case ConceptCall(body=body):
            return never_holds(body)
        case _:
            return False


def _contradict(conditions: tuple[Condition, ...]) -> bool:
    """Whether no value of some field satisfies all of the comparisons."""
    ranges: _Ranges = {}
    excluded: dict[Cell, set[int]] = {}
    for condition in _flat(conditions):
        for cell, low, high in _bounds(condition):
            known = ranges.get(cell, (FIRST, NEVER))
            ranges[cell] = max(known[0], low), min(known[1], high)
        match condition:
            case Not(condition=Compare(operator="==", left=Cell() as cell, right=Constant(value=int(value)))):
                excluded.setdefault(cell, set()).add(value)
    return any(low > high or (low == high and low in excluded.get(cell, ())) for cell, (low, high) in ranges.items())


def _flat(conditions: tuple[Condition, ...]) -> list[Condition]:
    flat: list[Condition] = []
    for condition in conditions:
        flat += _flat(condition.conditions) if isinstance(condition, And) else [condition]
    return flat


def _bounds(condition: Condition) -> list[tuple[Cell, int, int]]:
    """The range that a comparison with a constant leaves to a field."""
    match condition:
        case Compare(operator="==", left=Cell() as cell, right=Constant(value=int(value))):
            return [(cell, value, value)]
        case Compare(operator="<" | "<=" as operator, left=Cell() as cell, right=Constant(value=int(value))):
            return [(cell, FIRST, value - (operator == "<"))]
        case Compare(operator="<" | "<=" as operator, left=Constant(value=int(value)), right=Cell() as cell):
            return [(cell, value + (operator == "<"), NEVER)]
        case Truth(cell=cell):
            return [(cell, 1, 1)]
        case Not(condition=Truth(cell=cell)):
            return [(cell, 0, 0)]
        case Not(condition=Compare(operator="<" | "<=" as operator, left=left, right=right)):
            return _bounds(Compare("<=" if operator == "<" else "<", right, left))
        case _:
            return []
