"""Decides norms day by day, where it has to: on the days from which on a status can be another than the day before.

Between two such days the rows stay the same (`facts.event_dates.turning_days`), and every comparison with today comes
out the same (`watch`); so does all that is decided.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from msgspec.structs import replace

from ...facts import Company
from ...facts.as_of import AsOf
from ...facts.event_dates import turning_days
from ..compiled import Clock, CompiledEngine
from ..decisions import decided
from ..duties import cured_on, due_on
from ..evaluate import Evaluator
from ..language.tree import SUBJECT, Today, Value
from ..language.walk import subtrees
from ..norms import Norm
from ..rows import Row, Rows, make_rows
from ..ruleset import Ruleset
from ..status import Status, decide
from .watch import Watch, watched

__all__ = ["Decider", "Key", "Standing"]

Key = tuple[str, tuple[str, ...]]
"""A norm, and the path of ids of its subject."""

_DAY: Final = timedelta(days=1)


class Standing(NamedTuple):
    """How a norm stands for a subject on a day. `cured_on` and `due` are as in a stretch."""

    status: Status
    cured_on: str | None
    due: str | None
    row: Row


class Decider:
    """Decides some norms of a ruleset on the days of a span."""

    def __init__(self, ruleset: Ruleset, norms: Mapping[str, Norm]) -> None:
        self._norms = norms
        self._engine = CompiledEngine(ruleset.norms.values(), watched)
        # When a duty was done is worked out apart from the decisions: nobody watches what it is compared with.
        self._daily = any(_moves(norm.done) for norm in norms.values())

    def days(self, company: Company, first: date, last: date) -> Iterator[tuple[date, Mapping[Key, Standing]]]:
        """The first day, and every later one up to `last` on which something can be otherwise, with all standings.

        What is not yielded of the days between is as on the day yielded before.
        """
        turning = [*turning_days(company, first + _DAY, last), last + _DAY]
        rows = make_rows(company, AsOf(first))
        day = first
        while day <= last:
            if day == turning[0]:
                rows = make_rows(company, AsOf(day))
                turning.pop(0)
            watch = Watch(day.toordinal(), turning[0].toordinal())
            yield day, self._standings(replace(rows, as_of=AsOf(day)), watch)
            day = day + _DAY if self._daily else date.fromordinal(watch.turn)

    def _standings(self, rows: Rows, watch: Watch) -> dict[Key, Standing]:
        decisions = self._engine.decide(rows, Clock(watch.today, watch.now))
        evaluator = Evaluator(rows)
        return {
            (norm.id, row.ids): _standing(norm, row, decide(decision), evaluator)
            for norm in self._norms.values()
            for row, decision in decided(norm.id, norm.subject, rows, decisions)
        }


def _standing(norm: Norm, row: Row, status: Status, evaluator: Evaluator) -> Standing:
    bound = {SUBJECT: row}
    return Standing(
        status,
        cured_on(evaluator, norm, bound) if status is Status.VIOLATED else None,
        due_on(evaluator, norm, bound) if status is Status.PENDING and not _moves(norm.by) else None,
        row,
    )


@cache
def _moves(value: Value | None) -> bool:
    """Whether a date can be another on each day."""
    return value is not None and any(isinstance(part, Today) for part in subtrees(value))
