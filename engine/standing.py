"""How a finding stands in one report, and whether it stands worse in the next."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from ..facts.bilingual import Bilingual
from .status import Severity, Status

if TYPE_CHECKING:
    from .findings import Finding

__all__ = ["Change", "Standing", "badness", "changed", "standing_of", "standings"]


class Change(StrEnum):
    """How a finding stands beside a former report."""

    NEW = "new"
    """There was no such finding."""
    WORSE = "worse"
    """It stands worse."""
    AS_BEFORE = "as_before"
    """It stands as it did."""
    BETTER = "better"
    """It stands better."""


class Standing(Struct, frozen=True):
    """What of a finding outlives its report."""

    fingerprint: str
    norm: str
    title: Bilingual
    status: Status
    severity: Severity
    subject: tuple[str, ...]
    subject_title: Bilingual
    due: str | None
    subject_table: str = ""
    """The path of the table of the subject; it and the pointer are '' in the earliest reports."""
    pointer: str = ""
    """JSON pointer of the subject."""

    @property
    def badness(self) -> tuple[int, int]:
        """How bad it is, as `badness` orders it."""
        return badness(self.status, self.severity)


def badness(status: Status, severity: Severity) -> tuple[int, int]:
    """Violated is worse than undetermined, a grave violation worse than a light one; the rest is well.

    A duty that is not late is kept so far, so that pending is no worse than met.
    """
    if status is Status.VIOLATED:
        return 2, -severity.rank
    return (1, 0) if status is Status.UNDETERMINED else (0, 0)


def standing_of(finding: "Finding") -> Standing:
    """How a finding stands."""
    return Standing(
        finding.fingerprint,
        finding.norm,
        finding.title,
        finding.status,
        finding.severity,
        finding.subject,
        finding.subject_title,
        finding.due,
        finding.subject_table,
        finding.pointer,
    )


def standings(findings: Iterable["Finding"]) -> Mapping[str, Standing]:
    """How findings stand, by fingerprint."""
    return {finding.fingerprint: standing_of(finding) for finding in findings}


def changed(before: Standing | None, after: Standing) -> Change:
    """How a finding stands beside what it was, or beside its not having been there."""
    if before is None:
        return Change.NEW
    if after.badness == before.badness:
        return Change.AS_BEFORE
    return Change.WORSE if after.badness > before.badness else Change.BETTER
