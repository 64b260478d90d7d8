"""Findings and reports: what an audit gives. A finding is one norm applied to one subject."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from ..facts.bilingual import Bilingual
from ..facts.calendar import china
from .finding import Finding
from .particulars import CitedBasis, OtherReading
from .said import CitedReading
from .standing import Change
from .status import Status

if TYPE_CHECKING:
    from .ruleset import Ruleset
    from .waivers import WaiverCheck

__all__ = [
    "BaselineInfo",
    "CalendarInfo",
    "CitedBasis",
    "CitedReading",
    "Finding",
    "OtherReading",
    "Report",
    "RulesetInfo",
    "UmbrellaFinding",
    "Verdict",
]


class Verdict(StrEnum):
    """What a report says in one word."""

    CLEAN = "clean"
    VIOLATIONS = "violations"
    UNDETERMINED = "undetermined"


class UmbrellaFinding(Struct, frozen=True):
    """A norm that follows from others: their worst status. It neither counts nor gates."""

    norm: str
    title: Bilingual
    status: Status
    clause: str
    clause_number: str
    citation: str
    quote: str
    message: Bilingual
    follows_from: tuple[str, ...]
    order: int


class RulesetInfo(Struct, frozen=True):
    """Which ruleset was applied; `digest` is of its files, `text_digest` of the text that its clauses quote."""

    id: str
    version: str
    digest: str
    title: Bilingual
    text_digest: str

    @classmethod
    def of(cls, ruleset: "Ruleset") -> "RulesetInfo":
        """What a report says of a ruleset."""
        return cls(ruleset.id, ruleset.version, ruleset.digest, ruleset.title, ruleset.text_digest)


class CalendarInfo(Struct, frozen=True):
    """Which calendar of working days was used."""

    source: str
    version: str
    last_published_year: int

    @classmethod
    def used(cls) -> "CalendarInfo":
        """The one by which periods are counted."""
        calendar = china()
        return cls(calendar.source, calendar.version, calendar.last_published_year)


class BaselineInfo(Struct, frozen=True):
    """Which former report a report was held against, how its findings stand beside it, and how many are gone."""

    source: str
    as_of: str
    ruleset_version: str
    counts: Mapping[Change, int]
    fixed: int


class Outdated(Struct, frozen=True):
    """A statement that was valid until a day (ISO) that has passed: its JSON pointer, and the day."""

    pointer: str
    valid_until: str


class Report(Struct, frozen=True):
    """The result of an audit. `selected` is False where only a part of the norms was asked for."""

    ruleset: RulesetInfo
    calendar: CalendarInfo
    engine: str
    as_of: str
    source: str
    company: str | None
    licence: str | None
    verdict: Verdict
    selected: tuple[str, ...]
    ignored: tuple[str, ...]
    counts: Mapping[Status, int]
    findings: tuple[Finding, ...]
    umbrellas: Sequence[UmbrellaFinding]
    settings: Mapping[str, int | str | bool]
    confirmed_by: str | None = None
    """The engine that decided the same, where two were asked."""
    outdated: tuple[Outdated, ...] = ()
    """Statements that are not valid any more, and count as not stated."""
    waivers: "tuple[WaiverCheck, ...]" = ()
    """The waivers that were given, with their state."""
    baseline: BaselineInfo | None = None

    def with_status(self, status: Status) -> list[Finding]:
        """The findings of one status, in the order of the text."""
        return [finding for finding in self.findings if finding.status is status]

    @property
    def is_partial(self) -> bool:
        """Whether only a part of the norms was asked for."""
        return bool(self.selected or self.ignored)
