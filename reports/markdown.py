"""Markdown: the verdict, what was audited, the counts, and a table for each status that asks for something."""

from collections.abc import Callable, Sequence
from typing import Final

from ..engine.findings import Finding, Report
from ..engine.status import Severity, Status
from ..facts import Bilingual
from .accepted import accepted_text
from .escape import markdown_table, markdown_text
from .places import place_of
from .text.dates import days_left, due_text, time_left
from .text.groups import Group, grouped
from .text.names import FactNames, subject_words
from .text.summary import head_rows, verdict_text
from .text.telling import Background, Detail, Telling
from .text.terms import CAUSES, DISCLAIMER, EXTERNAL, LIST_JOINT, SEVERITIES, STATUSES

__all__ = ["to_markdown"]

_MARKS: Final = {
    Status.VIOLATED: "❌",
    Status.PENDING: "⏳",
    Status.UNDETERMINED: "❔",
    Status.MET: "✅",
    Status.NOT_APPLICABLE: "➖",
}

_TITLE: Final = Bilingual("许可证合规审核", "Licence audit")


def to_markdown(report: Report, background: Background, telling: Telling) -> str:
    """The report; its verdict alone, or with what is met and does not apply too, as is asked."""
    teller = _Teller(report, background, telling)
    verdict = f"**{teller.say(verdict_text(report, background))}**"
    if telling.detail is Detail.VERDICT:
        return f"{verdict}\n"
    parts = [f"# {teller.say(_TITLE)}", verdict, *teller.head(), *teller.counts()]
    parts += teller.violated() + teller.pending() + teller.undetermined()
    if telling.detail is Detail.EVERYTHING:
        parts += teller.others(Status.MET) + teller.others(Status.NOT_APPLICABLE)
    return "\n\n".join([*parts, f"*{teller.say(DISCLAIMER)}*"]) + "\n"


_Cell = Callable[[Group], str]


class _Teller:
    def __init__(self, report: Report, background: Background, telling: Telling) -> None:
        self._report = report
        self._background = background
        self._language = telling.language
        self._names = FactNames(background.document)

    def say(self, text: Bilingual) -> str:
        return markdown_text(self._language.of(text))

    def head(self) -> list[str]:
        rows = head_rows(self._report, self._background, whole=True)
        return [markdown_table(["", ""], [[f"**{self.say(label)}**", self.say(text)] for label, text in rows])]

    def counts(self) -> list[str]:
        heads = [self.say(Bilingual("状态", "Status")), *(self.say(SEVERITIES[severity]) for severity in Severity)]
        rows = []
        for status in Status:
            found = [one.severity for one in self._report.with_status(status)]
            numbers = [str(found.count(severity)) for severity in Severity]
            rows.append([f"{_MARKS[status]} {self.say(STATUSES[status])}", *numbers, str(len(found))])
        return [markdown_table([*heads, self.say(Bilingual("合计", "All"))], rows)]

    def violated(self) -> list[str]:
        findings = sorted(self._report.with_status(Status.VIOLATED), key=lambda one: one.severity.rank)
        columns: list[tuple[Bilingual, _Cell]] = [
            (Bilingual("轻重", "Gravity"), lambda one: self.say(SEVERITIES[one.first.severity])),
            (Bilingual("规范", "Norm"), self._norm),
            (Bilingual("对象", "About"), self._about),
            (Bilingual("情况", "Matter"), self._matter),
            (Bilingual("期限", "Due"), self._due),
            (Bilingual("条款", "Clause"), self._clause),
            (Bilingual("整改", "Remedy"), lambda one: self.say(one.first.remedy)),
            (Bilingual("位置", "Place"), self._places),
        ]
        return self._section(Status.VIOLATED, findings, columns)

    def pending(self) -> list[str]:
        findings = sorted(self._report.with_status(Status.PENDING), key=lambda one: (one.due or "9", one.order))
        columns: list[tuple[Bilingual, _Cell]] = [
            (Bilingual("期限", "Due"), self._due),
            (Bilingual("规范", "Norm"), self._norm),
            (Bilingual("对象", "About"), self._about),
            (Bilingual("情况", "Matter"), self._matter),
            (Bilingual("条款", "Clause"), self._clause),
            (Bilingual("位置", "Place"), self._places),
        ]
        return self._section(Status.PENDING, findings, columns)

    def undetermined(self) -> list[str]:
        columns: list[tuple[Bilingual, _Cell]] = [
            (Bilingual("轻重", "Gravity"), lambda one: self.say(SEVERITIES[one.first.severity])),
            (Bilingual("规范", "Norm"), self._norm),
            (Bilingual("对象", "About"), self._about),
            (Bilingual("情况", "Matter"), self._matter),
            (Bilingual("原因", "Because"), lambda one: self.say(CAUSES[one.first.cause]) if one.first.cause else ""),
            (Bilingual("待补事实", "Facts missing"), self._missing),
            (Bilingual("位置", "Place"), self._places),
        ]
        findings = sorted(self._report.with_status(Status.UNDETERMINED), key=lambda one: one.severity.rank)
        return self._section(Status.UNDETERMINED, findings, columns)

    def others(self, status: Status) -> list[str]:
        columns: list[tuple[Bilingual, _Cell]] = [
            (Bilingual("规范", "Norm"), self._norm),
            (Bilingual("对象", "About"), self._about),
            (Bilingual("情况", "Matter"), self._matter),
        ]
        return self._section(status, self._report.with_status(status), columns)

    def _section(
        self, status: Status, findings: Sequence[Finding], columns: Sequence[tuple[Bilingual, _Cell]]
    ) -> list[str]:
        if not findings:
            return []
        heads = [self.say(title) for title, _ in columns]
        rows = [[cell(group) for _, cell in columns] for group in grouped(findings)]
        return [f"## {_MARKS[status]} {self.say(STATUSES[status])} ({len(findings)})", markdown_table(heads, rows)]

    def _norm(self, group: Group) -> str:
        external = f" ({self.say(EXTERNAL)})" if group.first.external else ""
        return f"**{markdown_text(group.first.norm)}** {self.say(group.first.title)}{external}"

    def _matter(self, group: Group) -> str:
        accepted = dict.fromkeys(accepted_text(one) for one in group.findings)
        marks = [f" **({self.say(mark)})**" for mark in accepted if mark is not None]
        return self.say(group.first.message) + "".join(marks)

    def _about(self, group: Group) -> str:
        if len(group.findings) == 1 or not group.first.subject:
            return self.say(self._names.about(group.first))
        ids = self._language.of(LIST_JOINT).join(self.say(subject_words(one)) for one in group.findings)
        return f"{self.say(group.first.subject_title)} ({len(group.findings)}): {markdown_text(ids)}"

    def _due(self, group: Group) -> str:
        due = due_text(group.first, self._report)
        if due is None:
            return ""
        days = days_left(group.first, self._report)
        told = self.say(due)
        if group.first.status is Status.UNDETERMINED and days is not None:
            told += f" ({self.say(time_left(days))})"
        return told

    def _clause(self, group: Group) -> str:
        citation = markdown_text(group.first.citation)
        return f"{citation} 「{markdown_text(group.first.quote)}」" if group.first.quote else citation

    def _missing(self, group: Group) -> str:
        paths = dict.fromkeys(self._names.path(pointer) for one in group.findings for pointer in one.missing)
        return markdown_text(self._language.of(LIST_JOINT).join(paths))

    def _places(self, group: Group) -> str:
        places = [place_of(one, self._background.document) for one in group.findings]
        lines = ",".join(str(line) for line in sorted({place.line for place in places}))
        return markdown_text(f"{places[0].file.replace(chr(92), '/').rpartition('/')[2]}:{lines}")
