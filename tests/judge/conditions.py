"""What a condition is worth, and what a value can be, in a world: a plain walk over the parsed tree."""

from collections.abc import Mapping
from functools import lru_cache
from typing import assert_never

from hegui.engine.language.tree import (
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
    Source,
    Today,
    Truth,
    Value,
    Variable,
)
from hegui.engine.language.values import NOT_DONE
from hegui.facts import Kind

from . import possible, truth
from .counting import FUNCTIONS
from .elements import Element, Listing
from .possible import BEFORE_ALL, NEVER, SOME_DAY, OneOf, Possible, Span
from .world import World

__all__ = ["Bound", "Reader"]

Bound = Mapping[str, Element]
"""The elements that variables stand for."""


class Reader:
    """Reads conditions in a world. With `strict`, no deadline moves to a working day.

    What is said of a list is kept for the elements that it speaks of: lists within lists would take for ever.
    """

    def __init__(self, world: World, *, strict: bool = False) -> None:
        self.world = world
        self.strict = strict
        self._found: dict[tuple[object, ...], truth.Truth] = {}
        self._spans: dict[tuple[object, ...], Span] = {}

    def _element(self, variable: Variable, bound: Bound) -> Element:
        return self.world.root if variable.table == "company" else bound[variable.name]

    def _listing(self, source: Source, bound: Bound) -> Listing:
        owner = self.world.root if source.parent is None else self._element(source.parent, bound)
        return self.world.listing(source.table, owner)

    # Conditions

    def holds(self, tree: Condition, bound: Bound) -> truth.Truth:
        """Whether a condition holds."""
        match tree:
            case Fixed():
                return tree.holds
            case Truth():
                return possible.equal(self.value(tree.cell, bound), OneOf(frozenset({True})))
            case Compare():
                return self._comparison(tree, bound)
            case Not():
                return truth.negation(self.holds(tree.condition, bound))
            case And():
                return truth.conjunction(self.holds(one, bound) for one in tree.conditions)
            case Or():
                return truth.disjunction(self.holds(one, bound) for one in tree.conditions)
            case Quantifier():
                key = _key(tree, bound)
                if key not in self._found:
                    self._found[key] = self._every(tree, bound) if tree.every else self._some(tree, bound)
                return self._found[key]
            case ConceptCall():
                return self.holds(tree.body, bound)
            case _:
                assert_never(tree)

    def _comparison(self, tree: Compare, bound: Bound) -> truth.Truth:
        left, right = self.value(tree.left, bound), self.value(tree.right, bound)
        match tree.operator:
            case "==":
                return possible.equal(left, right)
            case "!=":
                return truth.negation(possible.equal(left, right))
            case "<":
                return possible.before(_span(left), _span(right))
            case "<=":
                return possible.no_later(_span(left), _span(right))

    def _some(self, tree: Quantifier, bound: Bound) -> truth.Truth:
        """Some element that counts satisfies the body. A list that may hold more may hold one that does."""
        listing = self._listing(tree.source, bound)
        found = truth.disjunction(
            truth.both(self.holds(tree.guard, inner), self.holds(tree.body, inner))
            for inner in self._inner(tree.row, listing, bound)
        )
        return found if listing.complete else truth.at_least_unknown(found)

    def _every(self, tree: Quantifier, bound: Bound) -> truth.Truth:
        """Every element that counts satisfies the body. A list that may hold more may hold one that does not."""
        listing = self._listing(tree.source, bound)
        found = truth.conjunction(
            truth.either(truth.negation(self.holds(tree.guard, inner)), self.holds(tree.body, inner))
            for inner in self._inner(tree.row, listing, bound)
        )
        return found if listing.complete else truth.at_most_unknown(found)

    @staticmethod
    def _inner(row: Variable, listing: Listing, bound: Bound) -> list[Bound]:
        return [{**bound, row.name: element} for element in listing.elements]

    # Values

    def value(self, tree: Value, bound: Bound) -> Possible:
        """What a value can be."""
        match tree:
            case Cell():
                element = self._element(tree.row, bound).ancestor(tree.above)
                assert tree.type.kind is not None
                return self.world.possible(element.value(tree.field), tree.type.kind, tree.event)
            case Constant():
                return _literal(tree)
            case Today():
                return self.world.now if tree.type.kind is Kind.MINUTE else self.world.today
            case Call():
                return self._period(tree, bound)
            case Choice():
                holds = self.holds(tree.condition, bound)
                if holds is True:
                    return self.value(tree.then, bound)
                if holds is False:
                    return self.value(tree.otherwise, bound)
                return possible.union(self.value(tree.then, bound), self.value(tree.otherwise, bound))
            case Pick():
                spans = [self.span(one, bound) for one in tree.values]
                pick = max if tree.latest else min
                return Span(pick(one.earliest for one in spans), pick(one.latest for one in spans))
            case Extreme():
                key = _key(tree, bound)
                if key not in self._spans:
                    self._spans[key] = self._latest_of(tree, bound) if tree.latest else self._earliest_of(tree, bound)
                return self._spans[key]
            case _:
                assert_never(tree)

    def span(self, tree: Value, bound: Bound) -> Span:
        """What a date or number can be."""
        return _span(self.value(tree, bound))

    def _period(self, tree: Call, bound: Bound) -> Span:
        count = FUNCTIONS[tree.function]
        number = int(self.span(tree.arguments[1], bound).earliest) if len(tree.arguments) > 1 else 0
        start = self.span(tree.arguments[0], bound)
        if self.strict:
            return start.moved(lambda day: count(day, number).strict, lambda day: count(day, number).strict)
        return start.moved(lambda day: count(day, number).earliest, lambda day: count(day, number).latest)

    def _dates(self, tree: Extreme, bound: Bound) -> tuple[list[Span], list[Span]]:
        """The dates in a list: those that surely count, and those that may.

        What is not done is left out; what may not have been done only may count, and if it does it has some day. What
        an incomplete list may hold besides may count.
        """
        surely: list[Span] = []
        perhaps: list[Span] = []
        listing = self._listing(tree.source, bound)
        for inner in self._inner(tree.row, listing, bound):
            holds = self.holds(tree.condition, inner)
            date = self.span(tree.value, inner)
            if holds is False or date.earliest == NEVER:
                continue
            if holds is True and date.latest != NEVER:
                surely.append(date)
            else:
                perhaps.append(Span(date.earliest, min(date.latest, SOME_DAY)))
        if not listing.complete:
            perhaps.append(Span(BEFORE_ALL, SOME_DAY))
        return surely, perhaps

    def _latest_of(self, tree: Extreme, bound: Bound) -> Span:
        """Not before the latest of what surely counts; where nothing does, there may be none, which is 'not done'."""
        surely, perhaps = self._dates(tree, bound)
        if surely:
            return Span(max(one.earliest for one in surely), max(one.latest for one in (*surely, *perhaps)))
        return Span(min((one.earliest for one in perhaps), default=NEVER), NEVER)

    def _earliest_of(self, tree: Extreme, bound: Bound) -> Span:
        """Not after the earliest of what surely counts."""
        surely, perhaps = self._dates(tree, bound)
        earliest = min((one.earliest for one in (*surely, *perhaps)), default=NEVER)
        return Span(earliest, min((one.latest for one in surely), default=NEVER))


def _key(tree: Quantifier | Extreme, bound: Bound) -> tuple[object, ...]:
    """A tree with the elements that its variables stand for; those of its own stand for none yet."""
    names = sorted(_variables(tree) & bound.keys())
    return (tree, *((bound[name].table, bound[name].ids) for name in names))


@lru_cache(maxsize=100_000)
def _variables(tree: object) -> frozenset[str]:
    """The names of all variables in a tree."""
    if isinstance(tree, Variable):
        return frozenset({tree.name})
    parts = (
        tree if isinstance(tree, tuple) else [getattr(tree, name) for name in getattr(tree, "__struct_fields__", ())]
    )
    return frozenset().union(*(_variables(part) for part in parts))


def _span(value: Possible) -> Span:
    assert isinstance(value, Span)
    return value


def _literal(tree: Constant) -> Possible:
    kind = tree.type.kind
    if tree.value == NOT_DONE.value:
        return possible.NOT_DONE
    if kind is Kind.WORD:
        assert tree.type.words is not None
        assert isinstance(tree.value, int)
        return OneOf(frozenset({list(tree.type.words)[tree.value].value}))
    if kind is Kind.TEXT:
        return OneOf(frozenset({str(tree.value)}))
    if kind is Kind.FLAG:
        return OneOf(frozenset({bool(tree.value)}))
    assert isinstance(tree.value, int)
    return Span(tree.value, tree.value)
