"""Repairs as text: what can be done about each violation, and all of it together."""

from collections.abc import Sequence
from typing import Final

from ...engine.findings import Finding
from ...engine.repairs import Act, Effect, FixReport, Plan, Repair
from ...facts import Bilingual, Document
from ...facts.schema import COMPANY, company_schema
from ..text.finding import FindingTeller
from ..text.groups import Group
from ..text.names import FactNames
from ..text.page import Page
from ..text.style import Style
from ..text.telling import Detail, Telling
from ..text.terms import DISCLAIMER, LIST_JOINT
from ..text.width import padded
from .grouping import OutlookGroup, grouped_outlooks
from .wording import SECTIONS, effect_text, plan_text, standing_text, verdict_text, what_acts_are

__all__ = ["fix_text"]

_FEW: Final = 3
"""So many acts that differ only in their subject are told one by one."""
_INDENT: Final = 2
_STYLES: Final = {"repaired": Style.STRONG_GREEN, "eased": Style.STRONG_YELLOW, "reported": Style.STRONG_RED}
_LABELS: Final = {
    "do": Bilingual("办理", "Do"),
    "or": Bilingual("或者", "Or"),
    "then": Bilingual("此后", "Then"),
    "stays": Bilingual("现状", "Stays"),
    "advice": Bilingual("整改", "Remedy"),
}
_EFFECT_STYLES: Final = {Effect.CURES: Style.GREEN, Effect.ENDS: Style.YELLOW, Effect.EASES: Style.YELLOW}


def fix_text(report: FixReport, document: Document, telling: Telling) -> str:
    """The verdict, the violations that can be repaired, those that cannot, and the plan; -q the verdict alone."""
    quiet = telling.detail is Detail.VERDICT
    page = Page(telling.language, 10_000 if quiet else telling.columns, colour=telling.colour)
    page.write(page.say(verdict_text(report)), style=Style.STRONG)
    if quiet or not report.outlooks:
        return page.text
    _Teller(page, report, document, whole=telling.detail is Detail.EVERYTHING).everything()
    return page.text


class _Teller:
    def __init__(self, page: Page, report: FixReport, document: Document, *, whole: bool) -> None:
        self._page = page
        self._report = report
        self._names = FactNames(document)
        self._findings = FindingTeller(page, self._names, report.audit)
        self._whole = whole
        self._columns = 6 if page.language == "zh" else 9

    def everything(self) -> None:
        """All sections."""
        page, report = self._page, self._report
        if report.repaired or any(one.easing for one in report.unrepaired):
            page.write(page.say(what_acts_are(report)), style=Style.FAINT)
        eased = [one for one in report.unrepaired if one.easing is not None]
        reported = [one for one in report.unrepaired if one.easing is None]
        for name, outlooks in (("repaired", report.repaired), ("eased", eased), ("reported", reported)):
            if outlooks:
                count = Bilingual(f" {len(outlooks)} 项", f": {len(outlooks)}")
                page.heading(page.say(SECTIONS[name]) + page.say(count), _STYLES[name])
            for group in grouped_outlooks(outlooks):
                page.blank()
                self._group(group)
        if report.plan is not None:
            self._plan(report.plan)
        page.blank()
        page.write(page.say(DISCLAIMER), style=Style.FAINT)

    def _group(self, group: OutlookGroup) -> None:
        """A violation, or several alike: what it is, what is to be done, how it stands then."""
        outlook = group.first
        findings = Group(tuple(one.finding for one in group.outlooks))
        self._findings.title(outlook.finding)
        if self._whole:
            self._findings.clause(outlook.finding)
        self._findings.subjects(findings)
        if not outlook.repairs or self._whole:
            self._findings.message(findings)
        for number in range(len(outlook.repairs)):
            alike = [one.repairs[number] for one in group.outlooks]
            self._repair(alike, group, "do" if number == 0 else "or")
        if not any(repair.effect is Effect.CURES for repair in outlook.repairs):
            self._stays(group)
            if self._whole or outlook.finding.cured_on is not None:
                self._findings.documents(outlook.finding)
        elif self._whole:
            self._findings.measures(outlook.finding)

    def _stays(self, group: OutlookGroup) -> None:
        """What cannot be repaired: why, and what to do now."""
        outlook, page = group.first, self._page
        if not outlook.repairs:
            self._entry("stays", page.say(standing_text(outlook)))
        easings = [one.easing for one in group.outlooks if one.easing is not None]
        if easings:
            self._repair(easings, group, "do" if not outlook.repairs else "or")
        if outlook.finding.cured_on is None:
            self._entry("advice", page.say(outlook.finding.remedy))

    def _repair(self, alike: Sequence[Repair], group: OutlookGroup, label: str) -> None:
        lines = list(dict.fromkeys(self._act(act, group) for repair in alike for act in repair.acts))
        shown = lines if self._whole or len(lines) <= _FEW else lines[:_FEW]
        label_text = self._page.say(_LABELS[label])
        for number, line in enumerate(shown):
            self._line(label_text if number == 0 else "", line)
        if len(shown) < len(lines):
            rest = len(lines) - len(shown)
            more = Bilingual(f"共 {len(lines)} 项,其余 {rest} 项加 -v 列出", f"and {rest} more, which -v lists")
            self._line("", (self._page.say(more), ""))
        effect = effect_text(alike[0], group.first, self._report.audit.as_of)
        self._entry("then", self._page.say(effect), _EFFECT_STYLES[alike[0].effect])

    def _act(self, act: Act, group: OutlookGroup | None) -> tuple[str, str]:
        """An act in words, with whose it is unless that goes without saying, and its place in the file."""
        title = self._page.say(act.title)
        own = group is not None and len(group.outlooks) == 1 and act.subject == group.first.finding.subject
        if act.subject and not own:
            tables = company_schema().tables
            table = tables[tables[act.table].parent or COMPANY] if act.adds else tables[act.table]
            about = Bilingual(table.title.zh, table.singular.replace("_", " "))
            who = f"{self._page.say(about)} {'/'.join(act.subject)}"
            title = self._page.say(Bilingual(f"{who}:{title}", f"{who}: {title}"))
        outcomes = [name for name, values in act.open if len(values) > 1]
        if outcomes:
            fields = company_schema().tables[act.table].fields
            names = self._page.say(LIST_JOINT).join(self._page.say(fields[name].title) for name in outcomes)
            title += self._page.say(Bilingual(f"({names}以结果为准)", f" ({names}: whatever comes of it)"))
        return title, self._names.exact_place(act.pointer)

    def _line(self, label: str, line: tuple[str, str]) -> None:
        title, place = line
        self._page.write(
            title,
            prefix=padded(label, self._columns - 1) + " - ",
            indent=_INDENT,
            prefix_style=Style.FAINT,
            tail=f"({place})" if place else "",
        )

    def _plan(self, plan: Plan) -> None:
        page = self._page
        page.heading(page.say(SECTIONS["plan"]))
        page.write(page.say(plan_text(plan)), indent=_INDENT)
        for number, (title, place) in enumerate([self._act(act, None) for act in plan.acts], start=1):
            page.write(title, prefix=f"{number:>2}. ", indent=_INDENT, tail=f"({place})" if place else "")
        for conflict in plan.conflicts:
            who = f" {'/'.join(conflict.subject)}" if conflict.subject else ""
            told = Bilingual(
                f"{conflict.norm}{who} 的补救与以上不能并行,须另行取舍",
                f"the repair of {conflict.norm}{who} does not go together with these: choose between them",
            )
            page.write(page.say(told), prefix="! ", indent=_INDENT, style=Style.YELLOW, prefix_style=Style.YELLOW)
        if plan.starts:
            page.write(page.say(Bilingual("由此开始的义务:", "Duties that begin by it:")), indent=_INDENT)
            for finding in plan.starts:
                page.write(self._duty(finding), prefix="- ", indent=_INDENT, prefix_style=Style.FAINT)

    def _duty(self, finding: Finding) -> str:
        page = self._page
        about = page.say(self._names.briefly(finding)) if finding.subject else ""
        due = Bilingual(f"最迟 {finding.due} ", f"by {finding.due} ") if finding.due else Bilingual("", "")
        return f"{page.say(due)}{finding.norm} {page.say(finding.title)}{f' ({about})' if about else ''}"

    def _entry(self, label: str, text: str, style: Style = Style.PLAIN) -> None:
        self._page.entry(_LABELS[label], text, indent=_INDENT, columns=self._columns, style=style)
