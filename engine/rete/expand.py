"""From a three-valued condition to the rules' branches: disjunctive normal form of its sure or possible form.

Quantifiers and concepts become nodes: derived facts that other rules test. Inside a quantifier, what speaks of one
row alone is folded into a column of that row, since disjunctive normal form would grow without bound there.
"""

from collections.abc import Callable
from itertools import product
from math import prod

from ..language.logic import conjunction, disjunction, negation
from ..language.tree import (
    COMPANY,
    And,
    Compare,
    Comparison,
    ConceptCall,
    Condition,
    Constant,
    Fixed,
    Not,
    Or,
    Quantifier,
    Truth,
    Value,
    Variable,
)
from ..language.walk import free_rows, subtrees
from .literals import Bound, Branch, Folded, Form, Hit, Term, Test

__all__ = ["Expander", "is_local"]

_MOST_PRODUCTS = 8
_MOST_BRANCHES = 1
"""A formula over one row that would take more rules than this becomes a column of the row."""


def is_local(tree: Condition) -> bool:
    """Whether a condition speaks of at most one row, and ranges over no list."""
    return len(free_rows(tree)) <= 1 and not any(isinstance(part, Quantifier) for part in subtrees(tree))


class Expander:
    """Expands conditions; `node_of` gives the number of a quantifier's or concept's node."""

    def __init__(self, node_of: Callable[[Quantifier | ConceptCall], int]) -> None:
        self._node_of = node_of

    def expand(self, tree: Condition, form: Form, home: Variable, *, fold: bool) -> list[Branch]:
        """The branches of a form of a condition, about a row (`home` takes what speaks of the company alone).

        With `fold`, all that speaks of one row becomes a column; without, only what would take many rules.
        """
        return self._branches(tree, form, True, home, fold=fold)

    def _branches(self, tree: Condition, form: Form, positive: bool, home: Variable, *, fold: bool) -> list[Branch]:
        if isinstance(tree, Fixed):
            return [()] if tree.holds == positive else []
        if is_local(tree) and (fold or _size(tree, form, positive) > _MOST_BRANCHES):
            return self._folded(tree, form, positive, home)
        match tree:
            case Not(condition=condition):
                return self._branches(condition, form, not positive, home, fold=fold)
            case And() | Or():
                alternatives = isinstance(tree, Or) == positive
                parts = self._parts(tree, form, positive, home, alternatives=alternatives, fold=fold)
                if not alternatives:
                    parts = _narrowed(parts, form, positive)
                expanded = [self._branches(part, form, positive, home, fold=fold) for part in parts]
                if alternatives:
                    return [branch for branches in expanded for branch in branches]
                return [_joined(chosen) for chosen in product(*expanded)]
            case Compare():
                return _comparison(tree, form, positive, home)
            case Truth(cell=cell):
                upper = (form is Form.POSSIBLE) == positive
                return [(Test("==", Bound(_row(cell, home), cell, upper), int(positive)),)]
            case Quantifier():
                return self._quantifier(tree, form, positive)
            case ConceptCall(body=body):
                if is_local(body):
                    return self._branches(body, form, positive, home, fold=fold)
                asked = form if positive else form.other
                return [(Hit(self._node_of(tree), asked, _outer(tree), positive),)]

    def _parts(
        self, tree: And | Or, form: Form, positive: bool, home: Variable, *, alternatives: bool, fold: bool
    ) -> list[Condition]:
        """The parts of a group, those over one row put together where they would take many rules apart."""
        if fold:
            return self._grouped(tree.conditions, isinstance(tree, Or), home)
        wide: list[Condition] = []
        narrow: list[Condition] = []
        for condition in tree.conditions:
            divides = alternatives or _size(condition, form, positive) > 1
            (wide if is_local(condition) and divides else narrow).append(condition)
        if (alternatives and len(wide) <= _MOST_BRANCHES) or len(wide) <= 1:
            return list(tree.conditions)
        return [*self._grouped(tuple(wide), isinstance(tree, Or), home), *narrow]

    def _grouped(self, conditions: tuple[Condition, ...], alternatives: bool, home: Variable) -> list[Condition]:
        """The parts of a conjunction or disjunction, those over one row put together."""
        local: dict[frozenset[Variable], list[Condition]] = {}
        others: list[Condition] = []
        for condition in conditions:
            if is_local(condition):
                local.setdefault(free_rows(condition) or frozenset((home,)), []).append(condition)
            else:
                others.append(condition)
        join = disjunction if alternatives else conjunction
        return [*(join(parts) for parts in local.values()), *others]

    def _folded(self, tree: Condition, form: Form, positive: bool, home: Variable) -> list[Branch]:
        upper = (form is Form.POSSIBLE) == positive
        row = next(iter(free_rows(tree)), home)
        return [(Test("==", Bound(row, Folded(tree), upper), int(positive)),)]

    def _quantifier(self, tree: Quantifier, form: Form, positive: bool) -> list[Branch]:
        """That there is a witness, or none. What an incomplete list may hold is a possible hit."""
        found = tree.every != positive
        asked = form if found else form.other
        return [(Hit(self._node_of(tree), asked, _outer(tree), found),)]


def _narrowed(parts: list[Condition], form: Form, positive: bool) -> list[Condition]:
    """Parts of a conjunction, those with many branches made derived facts where their product would grow."""
    sizes = [_size(part, form, positive) for part in parts]
    if prod(sizes) <= _MOST_PRODUCTS:
        return parts
    return [
        ConceptCall("", (), part) if size > 1 and len(free_rows(part)) <= 1 and not is_local(part) else part
        for part, size in zip(parts, sizes, strict=True)
    ]


def exceptions_or_witnesses(tree: Quantifier) -> Condition:
    """What a row must satisfy to be a hit: what `any` looks for, or what `all` must not have."""
    return conjunction([tree.guard, negation(tree.body) if tree.every else tree.body])


def _outer(tree: Condition) -> Variable:
    return next(iter(free_rows(tree)), COMPANY)


def _row(value: Value, home: Variable) -> Variable:
    return next(iter(free_rows(value)), home)


def _joined(branches: tuple[Branch, ...]) -> Branch:
    return tuple(dict.fromkeys(literal for branch in branches for literal in branch))


def _term(value: Value, upper: bool, home: Variable) -> Term:
    if isinstance(value, Constant) and isinstance(value.value, int):
        return value.value
    return Bound(_row(value, home), value, upper)


def _comparison(tree: Compare, form: Form, positive: bool, home: Variable) -> list[Branch]:
    """The interval tests of a comparison; see `evaluate.compare`, whose meaning this is."""
    low_left, high_left = _term(tree.left, False, home), _term(tree.left, True, home)
    low_right, high_right = _term(tree.right, False, home), _term(tree.right, True, home)
    sure = form is Form.SURE
    operator: Comparison = tree.operator
    if operator in ("==", "!="):
        if (operator == "==") == positive:
            if sure:
                return [(Test("==", low_left, high_right), Test("==", high_left, low_right))]
            return [(Test("<=", low_left, high_right), Test("<=", low_right, high_left))]
        if sure:
            return [(Test("<", high_left, low_right),), (Test("<", high_right, low_left),)]
        return [(Test("!=", low_left, high_right),), (Test("!=", high_left, low_right),)]
    if not positive:
        low_left, high_left, low_right, high_right = low_right, high_right, low_left, high_left
        operator = "<" if operator == "<=" else "<="
    return [(Test(operator, high_left, low_right),)] if sure else [(Test(operator, low_left, high_right),)]


def _size(tree: Condition, form: Form, positive: bool) -> int:
    """How many branches a formula would take."""
    match tree:
        case Not(condition=condition):
            return _size(condition, form, not positive)
        case And(conditions=conditions) | Or(conditions=conditions):
            sizes = [_size(condition, form, positive) for condition in conditions]
            return sum(sizes) if isinstance(tree, Or) == positive else prod(sizes)
        case Compare(operator="=="):
            return 1 if positive else 2
        case ConceptCall(body=body) if is_local(body):
            return _size(body, form, positive)
        case _:
            return 1
