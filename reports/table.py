"""Findings as a table: the columns that spreadsheets get, in both languages."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Final, NamedTuple

from ..engine.findings import Finding, Report
from ..engine.status import Status
from ..facts import Bilingual
from .accepted import accepted_text
from .language import Language
from .places import place_of
from .text.dates import days_left
from .text.law import bases_text, consequences_text
from .text.names import FactNames
from .text.shown import shown
from .text.telling import Background
from .text.terms import CAUSES, EXTERNAL, LIST_JOINT, SEVERITIES, STATUSES

__all__ = ["COLUMNS", "Cell", "Column", "Row", "Teller"]

Cell = str | int | date | None
"""A text that has been through `shown`, a number, a day or a minute; None where there is nothing to say."""
Row = tuple[Cell, ...]


class Column(NamedTuple):
    """A column: its heading, and how wide it is in a spreadsheet, in characters."""

    title: Bilingual
    width: int
    cell: Callable[["Teller", Finding], Cell]


class Teller:
    """Tells findings of one report as rows."""

    def __init__(self, report: Report, background: Background, language: Language) -> None:
        self.report = report
        self.document = background.document
        self.language = language
        self.names = FactNames(background.document)

    def row(self, finding: Finding) -> Row:
        """The cells of a finding, one a column."""
        return tuple(column.cell(self, finding) for column in COLUMNS)

    def say(self, text: Bilingual) -> str:
        """A text in the table's language, fit to be shown."""
        return shown(self.language.of(text))

    def joined(self, texts: Iterable[str]) -> str:
        """Several texts as one."""
        return shown(self.language.of(LIST_JOINT).join(texts))


def _remedy(teller: "Teller", finding: Finding) -> Cell:
    broken = finding.status in (Status.VIOLATED, Status.UNDETERMINED)
    return teller.say(finding.remedy) if broken else None


def _title(teller: Teller, finding: Finding) -> str:
    external = f" [{teller.say(EXTERNAL)}]" if finding.external else ""
    return teller.say(finding.title) + external


def _moment(text: str | None) -> date | None:
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == len("2018-06-01") else datetime.fromisoformat(text)


def _consequences(teller: Teller, finding: Finding) -> Cell:
    return (teller.say(consequences_text(finding)) or None) if finding.status is Status.VIOLATED else None


def _accepted(teller: Teller, finding: Finding) -> Cell:
    accepted = accepted_text(finding)
    return None if accepted is None else teller.say(accepted)


def _days(teller: Teller, finding: Finding) -> Cell:
    counted = finding.status in (Status.VIOLATED, Status.PENDING, Status.UNDETERMINED) and finding.cured_on is None
    return days_left(finding, teller.report) if counted else None


COLUMNS: Final = (
    Column(Bilingual("状态", "Status"), 9, lambda teller, one: teller.say(STATUSES[one.status])),
    Column(Bilingual("严重程度", "Severity"), 10, lambda teller, one: teller.say(SEVERITIES[one.severity])),
    Column(Bilingual("规范", "Norm"), 13, lambda teller, one: shown(one.norm)),
    Column(Bilingual("标题", "Title"), 34, _title),
    Column(Bilingual("对象", "About"), 24, lambda teller, one: teller.say(teller.names.about(one))),
    Column(Bilingual("条款", "Clause"), 26, lambda teller, one: shown(one.citation)),
    Column(Bilingual("原文", "Text"), 44, lambda teller, one: shown(one.quote) or None),
    Column(Bilingual("情况", "Matter"), 44, lambda teller, one: teller.say(one.message)),
    Column(Bilingual("期限", "Due"), 12, lambda teller, one: _moment(one.due)),
    Column(Bilingual("最严期限", "Strictly due"), 12, lambda teller, one: _moment(one.strict_due)),
    Column(Bilingual("剩余天数", "Days left"), 10, _days),
    Column(Bilingual("补办日期", "Done late on"), 12, lambda teller, one: _moment(one.cured_on)),
    Column(
        Bilingual("待定原因", "Open because"),
        16,
        lambda teller, one: teller.say(CAUSES[one.cause]) if one.cause else None,
    ),
    Column(
        Bilingual("待补事实", "Facts missing"),
        30,
        lambda teller, one: teller.joined(teller.names.path(pointer) for pointer in one.missing) or None,
    ),
    Column(Bilingual("文件", "File"), 16, lambda teller, one: shown(place_of(one, teller.document).file)),
    Column(Bilingual("行", "Line"), 7, lambda teller, one: place_of(one, teller.document).line),
    Column(Bilingual("整改", "Remedy"), 44, _remedy),
    Column(Bilingual("备查", "Records"), 26, lambda teller, one: teller.joined(one.documents) or None),
    Column(Bilingual("依据", "Law"), 40, lambda teller, one: teller.say(bases_text(one.bases)) or None),
    Column(Bilingual("后果", "Follows"), 40, _consequences),
    Column(Bilingual("豁免", "Accepted"), 24, _accepted),
    Column(Bilingual("指纹", "Fingerprint"), 20, lambda teller, one: one.fingerprint),
)
"""The columns of every table of findings, in their order."""
