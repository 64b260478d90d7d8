"""From the trees of norms to a plan: what each frame has to hold, round by round.

A tree is worked out where the fewest rows are: what speaks of the company alone once for each company, what speaks of
one row in its table, and only what speaks of two where their tables are paired. Equal trees are worked out once.
"""

from collections.abc import Sequence

import polars as pl

from ....facts.as_of import AsOf
from ....facts.schema import Kind, Schema
from ...encoding import minute_number
from ...intervals import LAST, NEVER
from ...language.tree import (
    COMPANY,
    DAY,
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
)
from ..tables.cells import LATEST, PREFIX
from .dates import dated
from .kept import Kept
from .pairs import same_columns
from .places import COMPANIES, Here, Place, Via, home_of
from .rounds import Rounds
from .truths import (
    FALSE,
    SAMENESS,
    TRUE,
    Bounds,
    Same,
    Truths,
    both,
    bounded,
    compare,
    constant,
    either,
    flag,
    negated,
    same,
)

__all__ = ["Planner"]


class Planner:
    """Turns trees into expressions over frames, and notes in `rounds` what has to be there before."""

    def __init__(self, schema: Schema, as_of: AsOf) -> None:
        self.rounds = Rounds(schema)
        self._schema = schema
        self._today = as_of.day.toordinal()
        self._now = minute_number(as_of.due_from)
        self._kept = Kept(self.rounds)

    # Conditions

    def truths(self, tree: Condition, here: Here, strict: bool = False) -> Truths:
        """A condition, as flags over the frame of a place."""
        if isinstance(tree, Fixed):
            return TRUE if tree.holds else FALSE
        home, via = home_of(tree, here)
        if via is not Via.SELF:
            return self._kept.bring(tree, home, here, via, strict, lambda: self.truths(tree, home, strict))
        match tree:
            case Compare(operator=operator, left=left, right=right):
                return self._compared(operator, self.value(left, here, strict), self.value(right, here, strict))
            case Truth(cell=cell):
                value = self.value(cell, here)
                assert isinstance(value, Same)
                return Truths(value.value.fill_null(False), value.value.fill_null(True), value.level)
            case Not(condition=condition):
                return negated(self.truths(condition, here, strict))
            case And(conditions=conditions):
                return both(self._parts(conditions, And, here, strict))
            case Or(conditions=conditions):
                return either(self._parts(conditions, Or, here, strict))
            case ConceptCall(body=body):
                return self._kept.once(
                    tree, here, strict, lambda: self._kept.keep(self.truths(body, here, strict), here.place)
                )
            case Quantifier():
                return self._kept.once(tree, here, strict, lambda: self._quantified(tree, here, strict))
        raise AssertionError(tree)

    def _parts(
        self, conditions: Sequence[Condition], kind: type[And] | type[Or], here: Here, strict: bool
    ) -> list[Truths]:
        """The parts of a conjunction or disjunction; those that belong to one other place are taken together."""
        groups: dict[Via, list[Condition]] = {}
        for condition in conditions:
            groups.setdefault(home_of(condition, here)[1], []).append(condition)
        found = []
        for via, group in groups.items():
            if via is Via.SELF or len(group) == 1:
                found += [self.truths(one, here, strict) for one in group]
            else:
                found.append(self.truths(kind(tuple(group)), here, strict))
        return found

    def _compared(self, operator: str, left: Bounds | Same, right: Bounds | Same) -> Truths:
        if isinstance(left, Bounds) and isinstance(right, Bounds):
            return compare(operator, left, right)
        assert isinstance(left, Same)
        assert isinstance(right, Same)
        equal = same(left, right)
        return negated(equal) if operator == "!=" else equal

    def _quantified(self, tree: Quantifier, here: Here, strict: bool) -> Truths:
        inner, back = self._inside(tree, here)
        guard, body = self.truths(tree.guard, inner, strict), self.truths(tree.body, inner, strict)
        hit = both((guard, negated(body) if tree.every else body))
        complete, level = self._complete(tree.source, here)
        names, at = self.rounds.seek(here.place, inner.place, back, hit)
        found = Truths(pl.col(names[0]), pl.col(names[1]) | ~complete, max(at, level))
        return negated(found) if tree.every else found

    # Values

    def value(self, tree: Value, here: Here, strict: bool = False) -> Bounds | Same:
        """A value, as columns over the frame of a place."""
        match tree:
            case Constant():
                return constant(tree)
            case Today(type=kind):
                moment = pl.lit(self._today if kind == DAY else self._now, dtype=pl.Int64)
                return Bounds(moment, moment)
            case Cell():
                return self._cell(tree, here)
        home, via = home_of(tree, here)
        if via is not Via.SELF:
            return self._kept.bring(tree, home, here, via, strict, lambda: self._bounds(tree, home, strict))
        match tree:
            case Call():
                return self._kept.once(tree, here, strict, lambda: self._called(tree, here, strict))
            case Choice():
                return self._kept.once(tree, here, strict, lambda: self._chosen(tree, here, strict))
            case Pick(latest=latest, values=values):
                sides = [self._bounds(value, here, strict) for value in values]
                pick = pl.max_horizontal if latest else pl.min_horizontal
                level = max(side.level for side in sides)
                return Bounds(pick(side.low for side in sides), pick(side.high for side in sides), level)
            case Extreme():
                return self._kept.once(tree, here, strict, lambda: self._extreme(tree, here, strict))
        raise AssertionError(tree)

    def _bounds(self, tree: Value, here: Here, strict: bool) -> Bounds:
        found = self.value(tree, here, strict)
        assert isinstance(found, Bounds)
        return found

    def _cell(self, tree: Cell, here: Here) -> Bounds | Same:
        via = Via.COMPANY if tree.row == COMPANY else here.routes[tree.row.name]
        if here.place == COMPANIES:
            via = Via.SELF
        table = tree.row.table
        holder = self._schema.above(table, tree.above).path
        minutes = tree.type.kind is Kind.MINUTE
        names = [f"{PREFIX}{tree.field}", *([f"{PREFIX}{tree.field}{LATEST}"] if minutes else [])]
        self.rounds.need(holder, tree.field)
        columns, level = names, 0
        place = Place(holder)
        path = [self._schema.above(table, n).path for n in range(tree.above)]
        for below in reversed(path):
            columns, level = self.rounds.fetch(Place(below), place, Via.PARENT, columns, level)
            place = Place(below)
        if via is not Via.SELF:
            columns, level = self.rounds.fetch(here.place, place, via, columns, level)
        if tree.type.kind in SAMENESS:
            return Same(pl.col(columns[0]), level)
        dated_term = tree.type.kind in (Kind.DAY, Kind.MINUTE) and not tree.event
        return bounded(pl.col(columns[0]), pl.col(columns[-1]), LAST if dated_term else NEVER, level)

    def _called(self, tree: Call, here: Here, strict: bool) -> Bounds:
        date = self._bounds(tree.arguments[0], here, strict)
        number = tree.arguments[1] if len(tree.arguments) > 1 else None
        assert number is None or (isinstance(number, Constant) and isinstance(number.value, int))
        low, high = dated(tree.function, 0 if number is None else int(number.value), date.low, date.high, strict=strict)
        return self._kept.keep(Bounds(low, high, date.level), here.place)

    def _chosen(self, tree: Choice, here: Here, strict: bool) -> Bounds:
        worth = self.truths(tree.condition, here, strict)
        then, otherwise = self._bounds(tree.then, here, strict), self._bounds(tree.otherwise, here, strict)

        def chosen(one: pl.Expr, other: pl.Expr, hull: pl.Expr) -> pl.Expr:
            return pl.when(flag(worth.sure)).then(one).when(~flag(worth.possible)).then(other).otherwise(hull)

        return self._kept.keep(
            Bounds(
                chosen(then.low, otherwise.low, pl.min_horizontal(then.low, otherwise.low)),
                chosen(then.high, otherwise.high, pl.max_horizontal(then.high, otherwise.high)),
                max(worth.level, then.level, otherwise.level),
            ),
            here.place,
        )

    def _extreme(self, tree: Extreme, here: Here, strict: bool) -> Bounds:
        inner, back = self._inside(tree, here)
        counts = self.truths(tree.condition, inner, strict)
        date = self._bounds(tree.value, inner, strict)
        complete, level = self._complete(tree.source, here)
        names, at = self.rounds.extreme(here.place, inner.place, back, tree.latest, counts, date, (complete, level))
        return Bounds(pl.col(names[0]), pl.col(names[1]), at)

    # Places

    def _inside(self, tree: Quantifier | Extreme, here: Here) -> tuple[Here, Via]:
        """The place of the rows that a quantifier looks at, and how one gets back from there."""
        source, row = tree.source, tree.row
        own = Place(source.table)
        self.rounds.need(source.table)
        if source.parent is not None:
            assert here.routes[source.parent.name] is Via.SELF
            return Here(own, {row.name: Via.SELF, source.parent.name: Via.PARENT}), Via.PARENT
        if here.place == COMPANIES:
            return Here(own, {row.name: Via.SELF}), Via.COMPANY
        (outer,) = [name for name, via in here.routes.items() if via is Via.SELF]
        pair = Place(source.table, here.place.table, same_columns(tree, outer))
        self.rounds.pair(pair)
        return Here(pair, {row.name: Via.INNER, outer: Via.OUTER}), Via.OUTER

    def _complete(self, source: Source, here: Here) -> tuple[pl.Expr, int]:
        """Whether the list that a quantifier ranges over is complete."""
        name = self.rounds.need_complete(source.table)
        if source.parent is not None or here.place == COMPANIES:
            return pl.col(name), 0
        (brought,), level = self.rounds.fetch(here.place, COMPANIES, Via.COMPANY, [name], 0)
        return pl.col(brought), level
