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
    """The clause is broken, whatever is still unstated."""
    PENDING = "pending"
    """It is not fulfilled yet, and there is time."""
    UNDETERMINED = "undetermined"
    """It depends on what is not stated, or is left to judgement."""
    MET = "met"
    """It is kept, whatever is still unstated."""
    NOT_APPLICABLE = "not_applicable"
    """It does not concern the subject."""


class Severity(StrEnum):
    """How grave a violation is."""

    CRITICAL = "critical"
    """The gravest."""
    MAJOR = "major"
    """Grave."""
    MINOR = "minor"
    """The lightest."""

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
    """Facts are not stated that would decide it."""
    APPLICABILITY = "applicability"
    """It is not known whether the norm applies."""
    JUDGEMENT = "judgement"
    """The text leaves it to judgement."""
    CALENDAR = "calendar"
    """It rests on working days that are not published yet."""


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
