"""Findings as the page shows them: those of one norm for one reason together."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ...engine.findings import CitedBasis, CitedReading, Finding, Report
from ...engine.status import Severity, Status
from ...facts import Bilingual
from ..text.dates import due_text
from ..text.groups import Group
from ..text.law import bases_text, other_readings_text
from ..text.marks import change_text, waiver_text
from ..text.names import FactNames
from ..text.reasons import short_points
from ..text.terms import CAUSES, EXTERNAL
from .clauses import Piece, marked
from .marks import mark_of
from .reasons import ReasonTable

__all__ = ["Entry", "EntryMaker"]


class Subject(NamedTuple):
    """What a finding is about: its name, its place in the file, and the finding's mark."""

    about: Bilingual
    place: str
    mark: str


class Point(NamedTuple):
    """A statement that decides, with the lines of its facts."""

    level: int
    text: Bilingual
    places: str


class Cited(NamedTuple):
    """An article of law, and what it says."""

    cited: Bilingual
    gist: Bilingual


class MissingFact(NamedTuple):
    """A fact that is not stated."""

    path: str
    title: Bilingual | None


class Entry(NamedTuple):
    """One article of the page: a finding, or some that differ in nothing but their subject."""

    id: str
    norm: str
    title: Bilingual
    status: Status
    severity: Severity
    external: Bilingual | None
    waiver: Bilingual | None
    change: Bilingual | None
    clause: str
    citation: str
    lines: Sequence[Sequence[Piece]]
    quote: str
    subjects: Sequence[Subject]
    message: Bilingual
    due: Bilingual | None
    cause: Bilingual | None
    points: Sequence[Point]
    missing: Sequence[MissingFact]
    because: Bilingual
    remedy: Bilingual
    documents: Sequence[str]
    bases: Sequence[Cited]
    consequences: Sequence[Cited]
    readings: Sequence[CitedReading]
    other_readings: Bilingual | None

    @property
    def is_open(self) -> bool:
        """Whether its details are open at first: what is broken or falls due."""
        return self.status in (Status.VIOLATED, Status.PENDING)

    @property
    def calls_for_an_act(self) -> bool:
        """Whether a remedy, and what may follow, is of use: not for what is kept or does not apply."""
        return self.status not in (Status.MET, Status.NOT_APPLICABLE)

    @property
    def applies(self) -> bool:
        """Whether the law behind the norm is of use to the reader."""
        return self.status is not Status.NOT_APPLICABLE


class EntryMaker:
    """Makes the entries of one report, and puts their reasons into the table."""

    def __init__(
        self,
        report: Report,
        names: FactNames,
        clauses: Mapping[str, Sequence[tuple[str, frozenset[str]]]],
        reasons: ReasonTable,
    ) -> None:
        self._report = report
        self._names = names
        self._clauses = clauses
        self._reasons = reasons

    def entry(self, group: Group) -> Entry:
        """One entry for findings alike."""
        first = group.first
        for finding in group.findings:
            self._reasons.add(finding)
        return Entry(
            id=mark_of(first),
            norm=first.norm,
            title=first.title,
            status=first.status,
            severity=first.severity,
            external=EXTERNAL if first.external else None,
            waiver=waiver_text(first),
            change=change_text(first, self._report),
            clause=first.clause,
            citation=first.citation,
            lines=marked(self._clauses.get(first.clause, ()), first.norm),
            quote=first.quote,
            subjects=[self._subject(finding) for finding in group.findings],
            message=group.message,
            due=due_text(first, self._report),
            cause=None if first.cause is None else CAUSES[first.cause],
            points=[Point(one.level, one.text, self._names.places(one.evidence)) for one in short_points(first)],
            missing=self._missing(group),
            because=first.because,
            remedy=first.remedy,
            documents=first.documents,
            bases=_cited(first.bases),
            consequences=_cited(first.consequences),
            readings=first.readings,
            other_readings=_joined(other_readings_text(first)),
        )

    def _subject(self, finding: Finding) -> Subject:
        return Subject(self._names.about(finding), self._names.place(finding.pointer), mark_of(finding))

    def _missing(self, group: Group) -> list[MissingFact]:
        found = dict.fromkeys(pointer for finding in group.findings for pointer in finding.missing)
        described = ((self._names.path(pointer), self._names.described(pointer)) for pointer in found)
        return [MissingFact(path, None if told is None else told[0]) for path, told in described]


def _joined(texts: Sequence[Bilingual]) -> Bilingual | None:
    """Several statements as one; None of none."""
    return Bilingual("".join(one.zh for one in texts), " ".join(one.en for one in texts)) if texts else None


def _cited(bases: Sequence[CitedBasis]) -> list[Cited]:
    return [Cited(bases_text([basis]), basis.gist) for basis in bases]
