"""Walking trees: parts, free rows."""

from collections.abc import Iterator
from functools import lru_cache

from .tree import (
    COMPANY,
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
    Variable,
)

__all__ = ["free_rows", "is_vast", "parts", "subtrees"]

_MOST_LEVELS = 150
_MOST_PARTS = 5_000

Tree = Condition | Value


def parts(tree: Tree) -> tuple[Tree, ...]:
    """The trees directly inside a tree."""
    match tree:
        case Fixed() | Constant() | Today() | Cell():
            return ()
        case Compare(left=left, right=right):
            return (left, right)
        case Truth(cell=cell):
            return (cell,)
        case Not(condition=condition):
            return (condition,)
        case And(conditions=conditions) | Or(conditions=conditions):
            return conditions
        case Quantifier(guard=guard, body=body):
            return (guard, body)
        case ConceptCall(body=body):
            return (body,)
        case Call(arguments=arguments):
            return arguments
        case Choice(condition=condition, then=then, otherwise=otherwise):
            return (condition, then, otherwise)
        case Pick(values=values):
            return values
        case Extreme(condition=condition, value=value):
            return (condition, value)


def is_vast(tree: Tree) -> bool:
    """Whether a tree, with the concepts in it written out, is deeper or greater than an engine can be expected to take.

    It is for concepts that rest on one another: each use of one is a tree of its own.
    """
    level: list[Tree] = [tree]
    count = 0
    for _ in range(_MOST_LEVELS):
        count += len(level)
        if not level or count > _MOST_PARTS:
            break
        level = [part for one in level for part in parts(one)]
    return bool(level)


def subtrees(tree: Tree) -> Iterator[Tree]:
    """A tree and all trees inside it."""
    yield tree
    for part in parts(tree):
        yield from subtrees(part)


@lru_cache(maxsize=100_000)
def free_rows(tree: Tree) -> frozenset[Variable]:
    """The row variables that a tree takes from outside, the company's left out."""
    if isinstance(tree, Cell):
        return frozenset() if tree.row == COMPANY else frozenset((tree.row,))
    free = frozenset[Variable]().union(*(free_rows(part) for part in parts(tree)))
    if isinstance(tree, Quantifier | Extreme):
        free -= {tree.row}
        if tree.source.parent is not None:
            free |= {tree.source.parent}
    return free
