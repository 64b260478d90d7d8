"""The facts that would decide what is undetermined, those first that help most norms."""

from typing import NamedTuple

from ...engine.findings import Finding, Report
from ...engine.status import Status
from ...facts import Bilingual
from ..text.names import FactNames
from .marks import mark_of

__all__ = ["FactToState", "facts_to_state"]


class FactToState(NamedTuple):
    """A fact that is not stated, and the norms of which it decides, or helps to decide, a finding."""

    path: str
    title: Bilingual | None
    help: Bilingual | None
    norms: list[tuple[str, str]]
    """Each with the mark of the first such finding."""


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
    norms: dict[str, str] = {}
    for one in findings:
        norms.setdefault(one.norm, mark_of(one))
    title, help_ = names.described(pointer) or (None, None)
    return FactToState(names.path(pointer), title, help_, [*norms.items()])
