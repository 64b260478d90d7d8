"""Reports: what an audit gives."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from ..facts.bilingual import Bilingual
from .finding import Finding
from .made_with import BaselineInfo, CalendarInfo, Outdated, RulesetInfo
from .particulars import CitedBasis, OtherReading
from .said import CitedReading
from .status import Status

if TYPE_CHECKING:
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

    @classmethod
    def of(cls, counts: Mapping[Status, int]) -> "Verdict":
        """The verdict where each status has so many findings."""
        if counts[Status.VIOLATED]:
            return cls.VIOLATIONS
        return cls.UNDETERMINED if counts[Status.UNDETERMINED] else cls.CLEAN


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
    umbrellas: Sequence[UmbrellaFinding]
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
