"""The facts that would decide what is undetermined, those first that help most norms."""

from typing import NamedTuple

from ...engine.findings import Finding, Report
from ...engine.status import Status
from ...facts import Bilingual
from ..text.names import FactNames

__all__ = ["FactToState", "facts_to_state"]


class FactToState(NamedTuple):
    """A fact that is not stated, and the norms of which it decides, or helps to decide, a finding."""

    path: str
    title: Bilingual | None
    help: Bilingual | None
    norms: list[str]


def facts_to_state(report: Report, names: FactNames) -> list[FactToState]:
    """Each pointer that an undetermined finding misses, once."""
    helped: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.status is Status.UNDETERMINED:
            for pointer in finding.missing:
                helped.setdefault(pointer, []).append(finding)
    ordered = sorted(helped.items(), key=lambda item: _usefulness(item[1]))
    return [_fact(pointer, findings, names) for pointer, findings in ordered]


def _usefulness(findings: list[Finding]) -> tuple[int, int]:
    return -len({one.norm for one in findings}), min(one.severity.rank for one in findings)


def _fact(pointer: str, findings: list[Finding], names: FactNames) -> FactToState:
    title, help_ = names.described(pointer) or (None, None)
    return FactToState(names.path(pointer), title, help_, list(dict.fromkeys(one.norm for one in findings)))
