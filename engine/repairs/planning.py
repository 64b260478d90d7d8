"""Puts repairs together: one for each violation, done on one day, with the engine's word on the whole."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from ...facts import Document
from ...facts.as_of import AsOf
from ..audit import Auditor
from ..findings import Finding
from ..status import Status
from .acts import Act, every_outcome
from .report import Conflict, Effect, Outlook, Plan, Repair
from .trials import Standings, Trials, is_cleared, worse

__all__ = ["Planner"]

_Chosen = Mapping[str, Repair]
"""The repair of each violation, by fingerprint."""


class Planner:
    """Plans for one company; repairs are seen as of one of two moments: today, or the day after."""

    def __init__(self, trials: Trials, auditor: Auditor, document: Document, now: AsOf, next_day: AsOf) -> None:
        self._trials = trials
        self._auditor = auditor
        self._document = document
        self._moments = {str(now): now, str(next_day): next_day}
        self._now = now

    def plan(self, outlooks: Sequence[Outlook]) -> Plan | None:
        """The cures of all violations together; None where there is none."""
        repairable = [one for one in outlooks if _cures(one)]
        chosen: dict[str, Repair] = {one.finding.fingerprint: _cures(one)[0] for one in repairable}
        conflicts: tuple[Conflict, ...] = ()
        if not self._holds(chosen, repairable):
            chosen, conflicts = self._one_by_one(repairable)
        acts = _acts(chosen.values())
        if not acts:
            return None
        cleared = [one.finding for one in repairable if one.finding.fingerprint in chosen]
        seen = max(self._seen(chosen), key=lambda moment: moment.day)
        before, then = (self._trials.standings(done, seen) for done in (frozenset[Act](), frozenset(acts)))
        return Plan(
            acts,
            tuple(one.fingerprint for one in cleared),
            conflicts,
            str(seen),
            _counts(before),
            _counts(then),
            self._started(acts, seen, then),
        )

    def _one_by_one(self, repairable: Sequence[Outlook]) -> tuple[dict[str, Repair], tuple[Conflict, ...]]:
        """As many repairs as go together, those of the first violations first; the rest conflict with them."""
        chosen: dict[str, Repair] = {}
        conflicts = []
        for outlook in repairable:
            finding = outlook.finding
            for repair in _cures(outlook):
                together = chosen | {finding.fingerprint: repair}
                if self._holds(together, [one for one in repairable if one.finding.fingerprint in together]):
                    chosen = together
                    break
            else:
                conflicts.append(Conflict(finding.fingerprint, finding.norm, finding.subject))
        return chosen, tuple(conflicts)

    def _seen(self, chosen: _Chosen) -> list[AsOf]:
        return [self._now, *(self._moments[one.seen_on] for one in chosen.values())]

    def _holds(self, chosen: _Chosen, outlooks: Sequence[Outlook]) -> bool:
        """Whether repairs go together: each clears its violation, and nothing is worse."""
        acts = _acts(chosen.values())
        if len({act.place for act in acts}) < len(acts):
            return False
        stands: dict[AsOf, Standings] = {}
        for moment in dict.fromkeys(self._seen(chosen)):
            stands[moment] = self._trials.standings(frozenset(acts), moment)
            if worse(self._trials.standings(frozenset(), moment), stands[moment]):
                return False
        last = max(stands, key=lambda moment: moment.day)
        return all(
            is_cleared(stands[moment], (one.finding.norm, one.finding.subject))
            for one in outlooks
            for moment in {self._moments[chosen[one.finding.fingerprint].seen_on], last}
        )

    def _started(self, acts: Iterable[Act], seen: AsOf, then: Standings) -> tuple[Finding, ...]:
        """The duties that are pending by the acts and were not without them, with the first date that they can have."""
        known = {one.fingerprint for one in self._auditor.audit(self._document, seen).with_status(Status.PENDING)}
        outcomes = deque(every_outcome(self._document.company, acts))
        found: dict[str, Finding] = {}
        for company in {id(one): one for one in (outcomes[0], outcomes[-1])}.values():
            document = Document(company, self._document.source, self._document.positions)
            for finding in self._auditor.audit(document, seen).with_status(Status.PENDING):
                known_due = found.get(finding.fingerprint, finding).due
                if finding.fingerprint not in known and (finding.due or "9") <= (known_due or "9"):
                    found[finding.fingerprint] = finding
        return tuple(sorted(found.values(), key=lambda one: (one.due or "9", one.order)))


def _cures(outlook: Outlook) -> list[Repair]:
    return [repair for repair in outlook.repairs if repair.effect is Effect.CURES]


def _acts(repairs: Iterable[Repair]) -> tuple[Act, ...]:
    return tuple(dict.fromkeys(act for repair in repairs for act in repair.acts))


def _counts(stands: Standings) -> Mapping[Status, int]:
    counts = dict.fromkeys(Status, 0)
    for stand in stands.values():
        counts[stand.status] += 1
    return counts
