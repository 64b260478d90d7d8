"""Findings of one norm for one reason are told once, with all their subjects."""

from collections.abc import Iterable
from typing import NamedTuple

from ...engine.explain.reasons import Reason
from ...engine.findings import Finding
from ...facts import Bilingual

__all__ = ["Group", "grouped"]

_Shape = tuple[str, tuple["_Shape", ...]]


class Group(NamedTuple):
    """Findings that differ in nothing but their subject, in the order of the report."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The one that stands for all."""
        return self.findings[0]

    @property
    def message(self) -> Bilingual:
        """What is the matter, of the first; where there are more it says so."""
        message = self.first.message
        if len(self.findings) == 1:
            return message
        one = self.first.subject[-1]
        return Bilingual(f"{message.zh}(以 {one} 为例)", f"{message.en} (here: {one})")


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """The findings in groups, each at the place of its first."""
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_kind(finding), []).append(finding)
    return [Group(tuple(members)) for members in groups.values()]


def _kind(finding: Finding) -> object:
    deciding = tuple(_shape(reason, finding.subject) for reason in finding.reasons.children[1:])
    return (
        finding.norm,
        finding.status,
        finding.severity,
        finding.cause,
        finding.due,
        finding.cured_on,
        finding.waiver,
        finding.change,
        tuple((other.id, other.value, other.status) for other in finding.other_readings),
        deciding or finding.subject,
    )


def _shape(reason: Reason, ids: tuple[str, ...]) -> _Shape:
    """A reason's statements without the ids of the subject that it is about."""
    text = reason.text.zh
    for identity in ids:
        text = text.replace(identity, "\0")
    return text, tuple(_shape(child, ids) for child in reason.children)
