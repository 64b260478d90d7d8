"""Findings and reports: what an audit gives. A finding is one norm applied to one subject."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from ..facts.bilingual import Bilingual
from ..facts.calendar import china
from .explain import Evidence, Explanation, Reason, evidence_of
from .kleene import FALSE, TRUE, UNKNOWN
from .norms import BasisKind
from .standing import Change
from .status import Cause, Severity, Status

if TYPE_CHECKING:
    from ..facts.waivers import Waiver
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


class CitedBasis(Struct, frozen=True):
    """An article behind a norm, told in our own words; `article` is None where its number is not known."""

    id: str
    instrument: str
    article: str | None
    kind: BasisKind
    gist: Bilingual
    verified: str


class CitedReading(Struct, frozen=True):
    """A choice of interpretation that a finding rests on, with the value in force where it is a parameter."""

    id: str
    title: Bilingual
    resolution: Bilingual
    value: int | str | bool | None


class OtherReading(Struct, frozen=True):
    """Another value of a reading under which a finding would have another status."""

    id: str
    title: Bilingual
    value: int | str | bool
    value_title: Bilingual
    status: Status


class Finding(Struct, frozen=True):
    """One norm applied to one subject.

    `subject` is the path of ids ('' company: empty; '?' what a list may hold and does not state), `pointer` a JSON
    pointer into the document, `due` and `strict_due` ISO dates (or minutes), `missing` the pointers of the facts that
    would decide.
    """

    norm: str
    title: Bilingual
    status: Status
    severity: Severity
    because: Bilingual
    subject: tuple[str, ...]
    subject_table: str
    subject_title: Bilingual
    pointer: str
    clause: str
    clause_number: str
    citation: str
    quote: str
    message: Bilingual
    due: str | None
    strict_due: str | None
    cured_on: str | None
    cause: Cause | None
    missing: tuple[str, ...]
    bases: tuple[CitedBasis, ...]
    consequences: tuple[CitedBasis, ...]
    readings: tuple[CitedReading, ...]
    other_readings: tuple[OtherReading, ...]
    """Under which other readings, one at a time, the status would be another."""
    remedy: Bilingual
    documents: tuple[str, ...]
    gate: bool
    external: bool
    fingerprint: str
    order: int
    explanation: Explanation
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
    """Which ruleset was applied; the digest is of its files."""

    id: str
    version: str
    digest: str
    title: Bilingual

    @classmethod
    def of(cls, ruleset: "Ruleset") -> "RulesetInfo":
        """What a report says of a ruleset."""
        return cls(ruleset.id, ruleset.version, ruleset.digest, ruleset.title)


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
    umbrellas: tuple[UmbrellaFinding, ...]
    settings: Mapping[str, int | str | bool]
    confirmed_by: str | None = None
    """The engine that decided the same, where two were asked."""
    outdated: tuple[Outdated, ...] = ()
    """Statements that are not valid any more, and count as not stated."""
    waivers: "tuple[WaiverCheck, ...]" = ()
    """The waivers that were given, with their state."""
    baseline: BaselineInfo | None = None
    redacted: bool = False
    """Whether values of facts are left out."""

    def with_status(self, status: Status) -> list[Finding]:
        """The findings of one status, in the order of the text."""
        return [finding for finding in self.findings if finding.status is status]

    @property
    def is_partial(self) -> bool:
        """Whether only a part of the norms was asked for."""
        return bool(self.selected or self.ignored)
