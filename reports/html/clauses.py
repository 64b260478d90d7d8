"""The text of the clauses: a cell of the matrix each, and the text with the phrases of a norm marked."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ...engine.findings import Finding, Report
from ...engine.norms import Clause
from ...engine.status import Status, worst
from ...facts import Bilingual, Document
from ..text.terms import STATUSES
from .marks import mark_of

__all__ = ["Cell", "Piece", "cell_of", "marked", "segments_of", "slot_values"]

_NOT_STATED: Final = "……"
_UNNUMBERED: Final = {"face": Bilingual("正文", "Face"), "preamble": Bilingual("序言", "Preamble")}

_Segments = Sequence[tuple[str, frozenset[str]]]


class Cell(NamedTuple):
    """A clause in the matrix. `status` is None where the report has no finding on it."""

    clause: str
    number: Bilingual
    title: Bilingual
    status: Status | None
    told: Bilingual
    target: str


class Piece(NamedTuple):
    """A piece of a clause's text; the marked ones ground the norm."""

    text: str
    is_marked: bool


def cell_of(clause: Clause, report: Report) -> Cell:
    """The clause with the worst status of its findings and of what follows from others."""
    findings = [one for one in report.findings if one.clause == clause.id]
    umbrellas = [one for one in report.umbrellas if one.clause == clause.id]
    number = _UNNUMBERED.get(clause.id) or _number(clause)
    if not findings and not umbrellas:
        return Cell(clause.id, number, clause.title, None, Bilingual("", ""), "")
    status = worst([*(one.status for one in findings), *(one.status for one in umbrellas)])
    count = sum(one.status is status for one in findings)
    name = STATUSES[status]
    told = Bilingual(f"{name.zh} {count}", f"{count} {name.en}") if count else name
    return Cell(clause.id, number, clause.title, status, told, _target(findings, status) or "umbrellas")


def _number(clause: Clause) -> Bilingual:
    """第十五条(一) for 十五(一)."""
    article, bracket, item = clause.number.partition("(")
    return Bilingual(f"第{article}条{bracket}{item}", f"Art. {clause.id}")


def _target(findings: Sequence[Finding], status: Status) -> str:
    """Where the link of a cell leads: its first finding of the worst status."""
    return next((mark_of(one) for one in findings if one.status is status), "")


def slot_values(report: Report, document: Document) -> Mapping[str, str]:
    """What the audited licence prints where the text has its holder's own: the number and the company's name."""
    licence = document.company.licence
    values = {
        "number": licence.number or report.licence,
        "company_name": licence.company_name,
        "registered_address": licence.registered_address,
    }
    return {name: value for name, value in values.items() if value}


def segments_of(clause: Clause, slots: Mapping[str, str]) -> _Segments:
    """The text of a clause as the audited licence has it, with the norms that each piece grounds."""
    return [
        (one.text if one.slot is None else slots.get(one.slot, _NOT_STATED), frozenset(one.norms))
        for one in clause.segments
    ]


def marked(segments: _Segments, norm: str) -> tuple[tuple[Piece, ...], ...]:
    """The lines of a clause's text, each in pieces, with the phrases marked that ground a norm."""
    lines: list[list[Piece]] = [[]]
    for piece in _joined(segments, norm):
        for number, text in enumerate(piece.text.split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append(Piece(text, piece.is_marked))
    return tuple(tuple(line) for line in lines if line)


def _joined(segments: _Segments, norm: str) -> Iterator[Piece]:
    """Neighbours that are alike as one piece."""
    before: Piece | None = None
    for text, norms in segments:
        piece = Piece(text, norm in norms)
        if before is None:
            before = piece
        elif before.is_marked == piece.is_marked:
            before = Piece(before.text + text, piece.is_marked)
        else:
            yield before
            before = piece
    if before is not None:
        yield before
