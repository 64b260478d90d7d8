"""How every finding of a company stands, just after some acts: the engine runs on the facts as they would then be."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from ...facts import Company
from ...facts.as_of import AsOf
from ..compiled import CompiledEngine
from ..decisions import decided
from ..duties import cured_on
from ..evaluate import Evaluator
from ..language.tree import SUBJECT
from ..rows import Rows, make_rows
from ..ruleset import Ruleset
from ..standing import badness
from ..status import Severity, Status, decide
from .acts import Act, every_outcome

__all__ = ["Key", "Stand", "Standings", "Trials", "is_cleared", "worse"]

Key = tuple[str, tuple[str, ...]]
"""A finding: its norm, and the ids of its subject."""


class Stand(NamedTuple):
    """How a finding stands. `is_open` says that it is broken and what should have been done still is not."""

    status: Status
    severity: Severity
    is_open: bool = False

    @property
    def badness(self) -> tuple[int, int]:
        """As gates and baselines order it."""
        return badness(self.status, self.severity)

    @property
    def order(self) -> tuple[int, int, bool, int]:
        """As bad as it is, and among the same: what is still open, then what is only not late yet, is worse."""
        return (*self.badness, self.is_open, _WELL.index(self.status) if self.status in _WELL else 0)


Standings = Mapping[Key, Stand]

_WELL: Final = (Status.NOT_APPLICABLE, Status.MET, Status.PENDING)


class Trials:
    """Runs the compiled engine on one company after acts. What was tried before is not tried again."""

    def __init__(self, ruleset: Ruleset, engine: CompiledEngine, company: Company) -> None:
        self._ruleset = ruleset
        self._engine = engine
        self._company = company
        self._memory: dict[tuple[frozenset[Act], AsOf], Standings] = {}

    def standings(self, acts: frozenset[Act], as_of: AsOf) -> Standings:
        """How each finding stands; where acts leave something open, however it turns out: the worst of it."""
        found = self._memory.get((acts, as_of))
        if found is None:
            worst: dict[Key, Stand] = {}
            for company in every_outcome(self._company, sorted(acts, key=lambda act: act.place)):
                for key, stand in self.on(make_rows(company, as_of)).items():
                    if key not in worst or stand.order > worst[key].order:
                        worst[key] = stand
            found = self._memory[acts, as_of] = worst
        return found

    def on(self, rows: Rows) -> Standings:
        """How each finding stands on some rows."""
        decisions = self._engine.decide(rows)
        evaluator = Evaluator(rows)
        found: dict[Key, Stand] = {}
        for norm in self._ruleset.norms.values():
            for row, decision in decided(norm.id, norm.subject, rows, decisions):
                status, severity, is_open = decide(decision), norm.severity, False
                if status is Status.VIOLATED and norm.done is not None:
                    is_open = cured_on(evaluator, norm, {SUBJECT: row}) is None
                    severity = severity if is_open else severity.lowered
                found[norm.id, row.ids] = Stand(status, severity, is_open)
        return found


def is_cleared(standings: Standings, finding: Key) -> bool:
    """Whether a violation is one no longer: its norm is met, or does not apply, be it that its subject is gone."""
    stand = standings.get(finding)
    return stand is None or stand.status in (Status.MET, Status.NOT_APPLICABLE)


def worse(before: Standings, now: Standings, but: Key | None = None) -> bool:
    """Whether any finding stands worse than it did; one that was not there was well."""
    return any(
        stand.badness > (0, 0) and key != but and (key not in before or stand.badness > before[key].badness)
        for key, stand in now.items()
    )
