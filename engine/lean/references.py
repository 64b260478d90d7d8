"""Which rows a tree takes from outside, and how often the parts of norms are asked for."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from ..language.tree import Call, Cell, ConceptCall, Condition, Extreme, Quantifier, Value, Variable
from ..language.walk import parts

__all__ = ["Part", "Reference", "count_parts", "is_costly", "references"]

Tree = Condition | Value
Part = Quantifier | ConceptCall | Extreme
"""What can be worked out once and asked for often."""


class Reference(NamedTuple):
    """A row that a tree takes from outside: a variable, or what lies `above` it by so many levels."""

    row: Variable
    above: int


@lru_cache(maxsize=100_000)
def references(tree: Tree) -> tuple[Reference, ...]:
    """The rows that a tree takes from outside, each once, the company's left out."""
    if isinstance(tree, Cell):
        return (Reference(tree.row, tree.above),)
    found = dict.fromkeys(one for part in parts(tree) for one in references(part))
    if not isinstance(tree, Quantifier | Extreme):
        return tuple(found)
    parent = tree.source.parent
    outside = {} if parent is None else {Reference(parent, 0): None}
    for one in found:
        if one.row != tree.row:
            outside[one] = None
        elif one.above and parent is not None:
            outside[Reference(parent, one.above - 1)] = None
    return tuple(outside)


@lru_cache(maxsize=100_000)
def is_costly(tree: Tree) -> bool:
    """Whether working it out goes through a list or counts days."""
    return isinstance(tree, Quantifier | Extreme | Call) or any(map(is_costly, parts(tree)))


def count_parts(trees: Iterable[Tree]) -> Counter[Part]:
    """In how many places each part is asked for; what stands inside one counts once however often that is asked."""
    found: Counter[Part] = Counter()
    left: list[Tree] = list(trees)
    while left:
        tree = left.pop()
        if isinstance(tree, Quantifier | ConceptCall | Extreme):
            found[tree] += 1
            if found[tree] > 1:
                continue
        left.extend(parts(tree))
    return found
