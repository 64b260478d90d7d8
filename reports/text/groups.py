"""Findings of one norm for one reason are told once, with all their subjects."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...engine.explain.reasons import Reason
from ...engine.findings import Finding
from ...facts import Bilingual
from ...facts.identities import identity_in_words

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
        one = identity_in_words(self.first.subject_table, self.first.subject[-1])
        return Bilingual(f"{message.zh}(以 {one.zh} 为例)", f"{message.en} (here: {one.en})")


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """The findings in groups, each at the place of its first."""
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_kind(finding), []).append(finding)
    return [Group(tuple(members)) for members in groups.values()]


def _kind(finding: Finding) -> object:
    names = [*finding.subject]
    if names:
        names.append(identity_in_words(finding.subject_table, names[-1]).zh)
    deciding = tuple(_shape(reason, names) for reason in finding.reasons.children[1:])
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


def _shape(reason: Reason, names: Sequence[str]) -> _Shape:
    """A reason's statements without the names of the subject that it is about."""
    text = reason.text.zh
    for name in names:
        text = text.replace(name, "\0")
    return text, tuple(_shape(child, names) for child in reason.children)
