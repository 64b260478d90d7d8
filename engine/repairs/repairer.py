"""Finds what can be done about the violations of a company."""

from collections.abc import Sequence
from datetime import timedelta

from ...facts import Document
from ...facts.as_of import AsOf
from ...facts.schema import company_schema
from ..audit import Auditor
from ..compiled import CompiledEngine
from ..conclude import fingerprint
from ..evaluate import Bound, Evaluator
from ..findings import Finding
from ..language.tree import SUBJECT
from ..rows import Rows, make_rows
from ..ruleset import Ruleset
from ..status import Status
from .candidates import Candidates
from .making import ActMaker
from .open_future import OpenFuture
from .planning import Planner
from .report import Effect, FixReport, Outlook, Repair
from .search import Found, Search
from .trials import Key, Trials

__all__ = ["Repairer"]

_ONE_DAY = timedelta(days=1)


class Repairer:
    """Finds repairs by one ruleset. Safe in threads.

    `select` and `ignore` filter the violations that are looked at; that nothing else gets worse is seen for all norms.
    Raises SelectionError.
    """

    def __init__(self, ruleset: Ruleset, *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> None:
        self._ruleset = ruleset
        self._asked = Auditor(ruleset, engine="compiled", select=select, ignore=ignore)
        self._whole = Auditor(ruleset, engine="compiled")
        self._engine = CompiledEngine(ruleset.norms.values())

    def fix(self, document: Document, as_of: AsOf) -> FixReport:
        """What can be done about each violation as of a day or minute, acts being done on it."""
        audit = self._asked.audit(document, as_of)
        company = document.company
        moments = as_of, _next_day(as_of)
        trials = Trials(self._ruleset, self._engine, company)
        future = OpenFuture(trials, company, as_of, moments)
        rows = make_rows(company, as_of)
        evaluator = Evaluator(rows)
        candidates = Candidates(evaluator, company_schema(), ActMaker(company_schema(), as_of))
        outlooks = []
        for finding in audit.with_status(Status.VIOLATED):
            final = future.is_lost(self._ruleset.norms[finding.norm], finding.subject)
            outlooks.append(self._outlook(finding, final, trials, candidates, rows, moments))
        plan = Planner(trials, self._whole, document, *moments).plan(outlooks)
        return FixReport(audit, tuple(outlooks), plan)

    def _outlook(
        self,
        finding: Finding,
        final: bool,
        trials: Trials,
        candidates: Candidates,
        rows: Rows,
        moments: tuple[AsOf, AsOf],
    ) -> Outlook:
        norm = self._ruleset.norms[finding.norm]
        subject = next(row for row in rows.subjects(norm.subject) if row.ids == finding.subject)
        bound: Bound = {SUBJECT: subject}
        curing = candidates.under((norm.breach, norm.review, norm.done, norm.by), bound)
        ending = () if final else candidates.under((norm.applies,), bound)
        search = Search(trials, (finding.norm, finding.subject), *moments, hopeless=final)
        found = search.repairs(curing, ending)
        cured = any(one.effect is Effect.CURES for one in found)
        easing = None if cured or search.easing is None else self._repair(search.easing, trials, finding)
        return Outlook(
            finding, tuple(self._repair(one, trials, finding) for one in found), easing, final, search.tried_all
        )

    def _repair(self, found: Found, trials: Trials, finding: Finding) -> Repair:
        before = trials.standings(frozenset(), found.seen)
        then = trials.standings(frozenset(found.acts), found.seen)
        own: Key = finding.norm, finding.subject
        also = (
            fingerprint(self._ruleset.id, *key)
            for key, stand in before.items()
            if key != own and stand.badness > (0, 0) and (key not in then or then[key].badness < stand.badness)
        )
        stand = found.stand
        return Repair(found.acts, found.effect, stand.status, stand.severity, str(found.seen), tuple(also))


def _next_day(as_of: AsOf) -> AsOf:
    minute = None if as_of.minute is None else as_of.minute + _ONE_DAY
    return AsOf(as_of.day + _ONE_DAY, minute)
