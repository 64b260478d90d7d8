"""When two conditions mean the same, however they are written: their trees without names, order and repetition."""

from functools import lru_cache

from msgspec.structs import replace

from ..language.logic import conjunction, disjunction, negation
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
    Fixed,
    Not,
    Or,
    Pick,
    Quantifier,
    Today,
    Truth,
    Value,
)

__all__ = ["same_condition", "same_value"]


def same_condition(one: Condition | None, other: Condition | None) -> bool:
    """Whether two conditions surely have the same value for every company. False where that is not seen.

    The order and the repetition of what `and` and `or` join make no difference, nor do the sides of `==`, nor whether
    a part is a concept or written out, nor what a concept is called.
    """
    if one is None or other is None:
        return one is other
    return one == other or _condition(one) == _condition(other)


def same_value(one: Value | None, other: Value | None) -> bool:
    """Whether two values surely are the same for every company. False where that is not seen."""
    if one is None or other is None:
        return one is other
    return one == other or _value(one) == _value(other)


@lru_cache(maxsize=50_000)
def _condition(tree: Condition) -> Condition:
    match tree:
        case Fixed() | Truth():
            return tree
        case Compare(operator=operator, left=left, right=right):
            sides = (_value(left), _value(right))
            if operator in ("==", "!="):
                sides = (min(sides, key=repr), max(sides, key=repr))
            return Compare(operator, *sides)
        case Not(condition=condition):
            return negation(_condition(condition))
        case And(conditions=conditions):
            joined = conjunction(_condition(one) for one in conditions)
            return conjunction(_in_order(joined.conditions)) if isinstance(joined, And) else joined
        case Or(conditions=conditions):
            joined = disjunction(_condition(one) for one in conditions)
            return disjunction(_in_order(joined.conditions)) if isinstance(joined, Or) else joined
        case Quantifier(guard=guard, body=body):
            return replace(tree, guard=_condition(guard), body=_condition(body))
        case ConceptCall(body=body):
            return _condition(body)


def _in_order(conditions: tuple[Condition, ...]) -> list[Condition]:
    return [one for _, one in sorted({repr(one): one for one in conditions}.items())]


@lru_cache(maxsize=50_000)
def _value(tree: Value) -> Value:
    match tree:
        case Cell() | Constant() | Today():
            return tree
        case Call(arguments=arguments):
            return replace(tree, arguments=tuple(map(_value, arguments)))
        case Choice(condition=condition, then=then, otherwise=otherwise):
            return replace(tree, condition=_condition(condition), then=_value(then), otherwise=_value(otherwise))
        case Pick(values=values):
            return replace(tree, values=tuple(sorted(map(_value, values), key=repr)))
        case Extreme(value=value, condition=condition):
            return replace(tree, value=_value(value), condition=_condition(condition))
