"""The facts that would decide what is undetermined, those first that help most norms."""

from collections.abc import Sequence
from typing import NamedTuple

from ...engine.findings import Finding, Report
from ...engine.status import Status
from ...facts import Bilingual
from ..text.missing import facts_that_decide
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
    helped = facts_that_decide(report.with_status(Status.UNDETERMINED))
    return [_fact(pointer, findings, names) for pointer, findings in helped.items()]


def _fact(pointer: str, findings: Sequence[Finding], names: FactNames) -> FactToState:
    norms: dict[str, str] = {}
    for one in findings:
        norms.setdefault(one.norm, mark_of(one))
    title, help_ = names.described(pointer) or (None, None)
    return FactToState(names.path(pointer), title, help_, [*norms.items()])
