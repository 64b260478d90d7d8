"""Building conditions from conditions, with constants and nesting folded away."""

from collections.abc import Iterable

from .tree import And, Condition, Fixed, Not, Or

__all__ = ["conjunction", "disjunction", "negation"]


def conjunction(conditions: Iterable[Condition]) -> Condition:
    """All of the conditions."""
    flat: list[Condition] = []
    for condition in conditions:
        if isinstance(condition, Fixed):
            if not condition.holds:
                return condition
        elif isinstance(condition, And):
            flat.extend(condition.conditions)
        else:
            flat.append(condition)
    return flat[0] if len(flat) == 1 else And(tuple(flat)) if flat else Fixed(True)


def disjunction(conditions: Iterable[Condition]) -> Condition:
    """Any of the conditions."""
    flat: list[Condition] = []
    for condition in conditions:
        if isinstance(condition, Fixed):
            if condition.holds:
                return condition
        elif isinstance(condition, Or):
            flat.extend(condition.conditions)
        else:
            flat.append(condition)
    return flat[0] if len(flat) == 1 else Or(tuple(flat)) if flat else Fixed(False)


def negation(condition: Condition) -> Condition:
    """The opposite of a condition."""
    if isinstance(condition, Fixed):
        return Fixed(not condition.holds)
    return condition.condition if isinstance(condition, Not) else Not(condition)
