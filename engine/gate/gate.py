"""Judges a launch: one audit of the company without it, one of the company with it, and what differs."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from ...facts.as_of import AsOf
from ...facts.document import Document
from ...facts.launch import Launched
from ...facts.waivers import Waiver
from ..audit import Auditor
from ..conclude import Disagreement
from ..findings import Finding, Report
from ..ruleset import Ruleset
from ..standing import Change, changed, standings
from ..status import Status
from ..waivers import with_waivers
from .report import GateReport

__all__ = ["Gate"]

_FIRST = "compiled"


class Gate:
    """Judges launches by one ruleset. Safe in threads.

    The compiled engine decides and, unless `cross_check` is off, the default engine decides again; where they differ
    there is no verdict.
    `lenient` lets what is undetermined without the launch, too, pass; else every undetermined gate norm blocks, as the
    launch may be what breaks it.
    """

    def __init__(self, ruleset: Ruleset, *, lenient: bool = False, cross_check: bool = True) -> None:
        self._ruleset = ruleset
        self._lenient = lenient
        self._first = Auditor(ruleset, engine=_FIRST)
        self._second = Auditor(ruleset) if cross_check else self._first

    def judge(self, launch: Launched, as_of: AsOf, waivers: Sequence[Waiver] = ()) -> GateReport:
        """What the gate says of a launch, as of a day not before it. Raises Disagreement."""
        before, engines = self._audited(launch.before, as_of)
        after, _ = self._audited(launch.after, as_of)
        known = standings(before.findings)
        after = with_waivers(after, waivers, self._ruleset, as_of.day)
        now = standings(after.findings)
        findings = tuple(
            replace(one, change=changed(known.get(one.fingerprint), now[one.fingerprint])) for one in after.findings
        )
        after = replace(after, findings=findings)
        undetermined = [one for one in findings if one.status is Status.UNDETERMINED]
        blocking = [one for one in undetermined if one.gate and (_is_caused(one) or not self._lenient)]
        blocked = {one.fingerprint for one in blocking}
        started = [
            one
            for one in findings
            if one.status is Status.PENDING
            and ((was := known.get(one.fingerprint)) is None or was.status is not Status.PENDING)
        ]
        return GateReport(
            title=launch.title,
            on=launch.on.isoformat(),
            source=launch.source,
            before=before,
            after=after,
            engines=engines,
            breaks=tuple(one for one in findings if one.status is Status.VIOLATED and _is_caused(one)),
            undetermined=tuple(blocking),
            told=tuple(one for one in undetermined if _is_caused(one) and one.fingerprint not in blocked),
            already_broken=tuple(
                one for one in findings if one.gate and one.status is Status.VIOLATED and not _is_caused(one)
            ),
            starts=tuple(sorted(started, key=lambda one: (one.due or "9", one.order))),
            fixes=tuple(
                was
                for was in known.values()
                if was.badness > (0, 0) and ((one := now.get(was.fingerprint)) is None or one.badness < was.badness)
            ),
        )

    def _audited(self, document: Document, as_of: AsOf) -> tuple[Report, tuple[str, ...]]:
        first = self._first.audit(document, as_of)
        second = first if self._second is self._first else self._second.audit(document, as_of)
        if _told(first.findings) != _told(second.findings):
            differing = sorted({norm for _, norm, *_ in set(_told(first.findings)) ^ set(_told(second.findings))})
            raise Disagreement(f"{first.engine} and {second.engine} differ on {', '.join(differing)}")
        return second, tuple(dict.fromkeys((first.engine, second.engine)))


def _is_caused(finding: Finding) -> bool:
    """Whether the launch makes a finding so, or worse."""
    return finding.change in (Change.NEW, Change.WORSE)


def _told(findings: Iterable[Finding]) -> list[tuple[str, str, str, str]]:
    return [(one.fingerprint, one.norm, one.status.value, one.due or "") for one in findings]
