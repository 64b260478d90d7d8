"""What can be done about a company's violations."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from ..findings import Finding, Report
from ..status import Severity, Status
from .acts import Act

__all__ = ["Conflict", "Effect", "FixReport", "Outlook", "Plan", "Repair"]


class Effect(StrEnum):
    """What acts do to a violation."""

    CURES = "cures"
    """The norm is met then."""
    ENDS = "ends"
    """The norm does not apply any longer."""
    EASES = "eases"
    """It stays violated, but less gravely or with the duty done after all; or it is then a matter of judgement."""


class Repair(Struct, frozen=True):
    """Acts, done on the day of the report, that do something to a violation and make no other finding worse.

    `seen_on` is the day or minute as of which the engine found it so: that of the report or, where something has to be
    over first, the next day. `also` are the other findings, by fingerprint, that stand better by them.
    """

    acts: tuple[Act, ...]
    effect: Effect
    status: Status
    severity: Severity
    seen_on: str
    also: tuple[str, ...]


class Outlook(Struct, frozen=True):
    """A violation, and what can be done about it.

    `repairs` clear it, the fewest acts first; none of them does so with fewer of its own acts. Where none cures it,
    `easing` is what makes it better at best. `is_final` says that no acts of any number can clear it, and `tried_all`
    that of up to three acts every set was tried.
    """

    finding: Finding
    repairs: tuple[Repair, ...]
    easing: Repair | None
    is_final: bool
    tried_all: bool


class Conflict(Struct, frozen=True):
    """A violation whose repair does not go together with those before it, though it does by itself."""

    fingerprint: str
    norm: str
    subject: tuple[str, ...]


class Plan(Struct, frozen=True):
    """One cure for each violation that has one, done together, and how the company stands then.

    What ends a violation, such as giving up a business, is for the company to decide, and is in no plan.

    `before` and `then` count findings by status, of all norms; what acts leave open is counted as it turns out worst.
    `starts` are the duties that begin by it, the first to fall due first.
    """

    acts: tuple[Act, ...]
    clears: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    seen_on: str
    before: Mapping[Status, int]
    then: Mapping[Status, int]
    starts: tuple[Finding, ...]


class FixReport(Struct, frozen=True):
    """An audit, what can be done about each of its violations, and all of it together.

    `plan` is None where nothing can be cured.
    """

    audit: Report
    outlooks: tuple[Outlook, ...]
    plan: Plan | None

    @property
    def repaired(self) -> tuple[Outlook, ...]:
        """The violations that something clears."""
        return tuple(one for one in self.outlooks if one.repairs)

    @property
    def unrepaired(self) -> tuple[Outlook, ...]:
        """The violations that nothing clears: they can be eased, or only reported."""
        return tuple(one for one in self.outlooks if not one.repairs)
