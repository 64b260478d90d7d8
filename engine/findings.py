"""Findings and reports: what an audit gives. A finding is one norm applied to one subject."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from ..facts.bilingual import Bilingual
from .cited import CitedBasis, CitedReading, OtherReading
from .explain import Evidence, Explanation, Reason, evidence_of
from .kleene import FALSE, TRUE, UNKNOWN
from .made_with import BaselineInfo, CalendarInfo, Outdated, RulesetInfo
from .standing import Change
from .status import Cause, Severity, Status

if TYPE_CHECKING:
    from ..facts.waivers import Waiver
    from .waivers import WaiverCheck

__all__ = [
    "BaselineInfo",
    "CalendarInfo",
    "CitedBasis",
    "CitedReading",
    "Finding",
    "OtherReading",
    "Outdated",
    "Report",
    "RulesetInfo",
    "UmbrellaFinding",
    "Verdict",
]


class Verdict(StrEnum):
    """What a report says in one word."""

    CLEAN = "clean"
    """Nothing is violated or undetermined."""
    VIOLATIONS = "violations"
    """Something is violated."""
    UNDETERMINED = "undetermined"
    """Nothing is surely violated, and something is undetermined."""


class Finding(Struct, frozen=True):
    """One norm applied to one subject.

    `subject` is the path of ids ('' company: empty; '?' what a list may hold and does not state), `pointer` a JSON
    pointer into the document, `due` and `strict_due` ISO dates (or minutes), `missing` the pointers of the facts that
    would decide.
    """

    norm: str
    """The norm's id, such as SP-09-f."""
    title: Bilingual
    """The norm in a few words."""
    status: Status
    """How the norm stands for the subject."""
    severity: Severity
    """How grave a violation of the norm is; a step less where it was done late after all."""
    because: Bilingual
    """Why it has that severity."""
    subject: tuple[str, ...]
    subject_table: str
    """The path of the subject's list, such as services, or company."""
    subject_title: Bilingual
    """What one of that list is called."""
    pointer: str
    clause: str
    """The clause's id."""
    clause_number: str
    """The clause's number as the text writes it, such as 九."""
    citation: str
    """The clause as it is cited, with the licence's number."""
    quote: str
    """The phrases of the clause that ground the norm, to the letter."""
    message: Bilingual
    """What is so, with the values, and what should have been."""
    due: str | None
    strict_due: str | None
    cured_on: str | None
    """The day on which what was late was done after all; None where it was not, or nothing was late."""
    cause: Cause | None
    """Why it is undetermined; None where it is not."""
    missing: tuple[str, ...]
    bases: tuple[CitedBasis, ...]
    """The articles behind the norm that are in force for the subject."""
    consequences: tuple[CitedBasis, ...]
    """The articles that say what may follow."""
    readings: tuple[CitedReading, ...]
    """The choices of interpretation that it rests on."""
    other_readings: tuple[OtherReading, ...]
    """Under which other readings, one at a time, the status would be another."""
    remedy: Bilingual
    """What to do about a violation."""
    documents: tuple[str, ...]
    """The records that an inspector asks for, in Chinese."""
    gate: bool
    """Whether a launch can break the norm."""
    external: bool
    """Whether the norm is one from outside the licence's text."""
    fingerprint: str
    """32 hexadecimal digits, of ruleset, norm and the subject's ids: it outlives reordering and rewording."""
    order: int
    """The norm's place in the text, from 0."""
    explanation: Explanation
    """The reasons, worked out when they are first asked for."""
    waiver: "Waiver | None" = None
    """The decision by which it is accepted, where one is in force."""
    change: Change | None = None
    """How it stands beside a former report, where one was given."""

    @property
    def gates(self) -> bool:
        """Whether it counts for the exit code: violated or undetermined, not waived, and not known from before."""
        return (
            self.status in (Status.VIOLATED, Status.UNDETERMINED)
            and self.waiver is None
            and self.change in (None, Change.NEW, Change.WORSE)
        )

    @property
    def reasons(self) -> Reason:
        """The derivation as a tree, for every status; its head says whether the norm is broken."""
        broken = {Status.VIOLATED: TRUE, Status.MET: FALSE}.get(self.status, UNKNOWN)
        return Reason(self.title, broken, children=self.explanation.deciding)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Each fact that decided it."""
        return evidence_of(self.explanation.deciding)


class UmbrellaFinding(Struct, frozen=True):
    """A norm that follows from others: their worst status. It neither counts nor gates."""

    norm: str
    """The norm's id."""
    title: Bilingual
    """The norm in a few words."""
    status: Status
    """The worst status of those that it follows from."""
    clause: str
    """The clause's id."""
    clause_number: str
    """The clause's number as the text writes it."""
    citation: str
    """The clause as it is cited."""
    quote: str
    """The phrases that ground the norm, to the letter."""
    message: Bilingual
    """What it says."""
    follows_from: tuple[str, ...]
    """The ids of the norms that make it so."""
    order: int
    """The norm's place in the text, from 0."""


class Report(Struct, frozen=True):
    """The result of an audit. `selected` are the beginnings of ids of the norms that were asked for; empty for all."""

    ruleset: RulesetInfo
    """The ruleset that was applied."""
    calendar: CalendarInfo
    """The calendar of working days."""
    engine: str
    """The engine that decided: rete or compiled."""
    as_of: str
    """The day or minute of the audit, as ISO text."""
    source: str
    """The file of facts, '<stdin>', or what the caller named it."""
    company: str | None
    """The company's name; None where it is not stated."""
    licence: str | None
    """The licence's number; None where it is not stated."""
    verdict: Verdict
    """What it says in one word, of the norms that were selected."""
    selected: tuple[str, ...]
    ignored: tuple[str, ...]
    """The beginnings of ids of norms that were left out."""
    counts: Mapping[Status, int]
    """How many findings have each status; every status is a key."""
    findings: tuple[Finding, ...]
    """In the order of the text."""
    umbrellas: tuple[UmbrellaFinding, ...]
    """The norms that follow from others, in the order of the text."""
    settings: Mapping[str, int | str | bool]
    """The values of the readings that are parameters, by their names."""
    confirmed_by: str | None = None
    """The engine that decided the same, where two were asked."""
    outdated: tuple[Outdated, ...] = ()
    """Statements that are not valid any more, and count as not stated."""
    waivers: "tuple[WaiverCheck, ...]" = ()
    """The waivers that were given, with their state."""
    baseline: BaselineInfo | None = None
    """The former report that it was held against; None where there was none."""
    redacted: bool = False
    """Whether values of facts are left out."""

    def with_status(self, status: Status) -> list[Finding]:
        """The findings of one status, in the order of the text."""
        return [finding for finding in self.findings if finding.status is status]

    @property
    def is_partial(self) -> bool:
        """Whether only a part of the norms was asked for."""
        return bool(self.selected or self.ignored)
