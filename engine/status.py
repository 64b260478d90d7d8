"""The status of a norm for a subject: one small function, used by every engine."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from msgspec import Struct

from .kleene import FALSE, TRUE, UNKNOWN, Kleene

__all__ = ["Cause", "Decision", "Severity", "Status", "decide", "worst"]


class Status(StrEnum):
    """How a norm stands for a subject."""

    VIOLATED = "violated"
    PENDING = "pending"
    UNDETERMINED = "undetermined"
    MET = "met"
    NOT_APPLICABLE = "not_applicable"


class Severity(StrEnum):
    """How grave a violation is."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"

    @property
    def rank(self) -> int:
        """0 is the gravest."""
        return _SEVERITIES.index(self)

    @property
    def lowered(self) -> "Severity":
        """One step less grave."""
        return _SEVERITIES[min(self.rank + 1, len(_SEVERITIES) - 1)]


_SEVERITIES: Final = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)


class Cause(StrEnum):
    """Why a finding is undetermined."""

    NOT_STATED = "not_stated"
    APPLICABILITY = "applicability"
    JUDGEMENT = "judgement"
    CALENDAR = "calendar"


class Decision(Struct, frozen=True):
    """What an engine says of a norm and a subject. `late` is true where there is no date to wait for."""

    applies: Kleene
    breach: Kleene
    late: Kleene


def decide(decision: Decision) -> Status:
    """The status of a decision (the table in the design's section on truth)."""
    if decision.applies is FALSE:
        return Status.NOT_APPLICABLE
    if decision.applies is UNKNOWN:
        return Status.UNDETERMINED
    if decision.breach is FALSE:
        return Status.MET
    if decision.late is FALSE:
        return Status.PENDING
    return Status.VIOLATED if decision.breach is TRUE and decision.late is TRUE else Status.UNDETERMINED


_WORST_FIRST: Final = (
    Status.VIOLATED,
    Status.UNDETERMINED,
    Status.PENDING,
    Status.MET,
    Status.NOT_APPLICABLE,
)


def worst(statuses: Iterable[Status]) -> Status:
    """The status of an umbrella; of none, not applicable."""
    return min(statuses, key=_WORST_FIRST.index, default=Status.NOT_APPLICABLE)
