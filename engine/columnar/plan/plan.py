"""A plan: made once for some norms and a day, run on the tables of any number of companies."""

from collections.abc import Iterable, Mapping

import polars as pl
from msgspec import Struct

from ....facts.as_of import AsOf
from ....facts.schema import Schema, company_schema
from ...intervals import LAST, NEVER
from ...language.tree import SUBJECT, Call, Value, Variable
from ...language.walk import subtrees
from ...norms import Norm
from ..tables import Needs
from .pairs import paired
from .places import COMPANIES, Here, Place
from .planner import Planner
from .steps import Frames, Step
from .truths import Bounds, Flag, Truths, both, either, negated

__all__ = ["Due", "Plan", "Told", "make_plan"]


class Due(Struct, frozen=True, eq=False):
    """Until when a duty is not late: two day or minute numbers, null where there is no such date."""

    day: pl.Expr
    strict: pl.Expr


class Told(Struct, frozen=True, eq=False):
    """What a plan tells of one norm, over the frame of its subject.

    Where none of the four flags is set the status is undetermined; no two of them are set.
    """

    norm: Norm
    place: Place
    violated: Flag
    pending: Flag
    met: Flag
    not_applicable: Flag
    due: Due | None
    cured: pl.Expr | None
    """On which day or minute the duty was done, be it late; null where it is not done, or that is not known."""


class Plan(Struct, frozen=True, eq=False):
    """What has to be read, the steps, and what they tell of each norm."""

    needs: Needs
    pairs: tuple[Place, ...]
    steps: tuple[Step, ...]
    told: tuple[Told, ...]

    def run(self, tables: Mapping[str, pl.DataFrame]) -> Frames:
        """The frames of some companies, with all columns that the norms' expressions read."""
        frames: Frames = {Place(path): frame for path, frame in tables.items()}
        for pair in self.pairs:
            frames[pair] = paired(pair, frames[Place(pair.outer)], frames[Place(pair.table)])
        for step in self.steps:
            step.run(frames)
        return frames


def make_plan(norms: Iterable[Norm], as_of: AsOf, schema: Schema | None = None) -> Plan:
    """The plan of some norms, as of a day or a minute."""
    planner = Planner(schema or company_schema(), as_of)
    told = tuple(_told(planner, norm) for norm in norms)
    return Plan(planner.rounds.needs, tuple(planner.rounds.pairs), planner.rounds.steps(), told)


def _told(planner: Planner, norm: Norm) -> Told:
    row = Variable(SUBJECT, norm.subject)
    here = Here.company() if norm.subject == COMPANIES.table else Here.table(row)
    planner.rounds.need(norm.subject)
    planner.rounds.need_subjects(norm.subject)
    applies = planner.truths(norm.applies, here)
    if here.place != COMPANIES:
        # Of what a list may hold besides what is stated, it is not known whether it exists.
        applies = Truths(both((applies, Truths(~pl.col("imagined"), True))).sure, applies.possible, applies.level)
    breach, late = planner.truths(norm.breach, here), planner.truths(norm.late, here)
    if norm.review is not None:
        review = planner.truths(norm.review, here)
        breach = Truths(breach.sure, either((breach, review)).possible, max(breach.level, review.level))
    timely, kept = negated(late), negated(breach)
    return Told(
        norm,
        here.place,
        both((applies, breach, late)).sure,
        both((applies, Truths(breach.possible, True), Truths(timely.sure, True))).sure,
        both((applies, kept)).sure,
        negated(applies).sure,
        None if norm.by is None else _due(planner, norm.by, here),
        None if norm.done is None else _cured(planner, norm.done, here),
    )


def _due(planner: Planner, by: Value, here: Here) -> Due:
    legal = planner.value(by, here)
    strict = planner.value(by, here, strict=True) if any(isinstance(one, Call) for one in subtrees(by)) else legal
    assert isinstance(legal, Bounds)
    assert isinstance(strict, Bounds)
    exists = (legal.high < LAST) & (legal.low < NEVER)
    return Due(_known(legal.low, exists), _known(strict.low, exists))


def _cured(planner: Planner, done: Value, here: Here) -> pl.Expr:
    date = planner.value(done, here)
    assert isinstance(date, Bounds)
    return _known(date.high, date.high < LAST)


def _known(day: pl.Expr, exists: pl.Expr) -> pl.Expr:
    return pl.when(exists & (day > -NEVER) & (day < LAST)).then(day)
