"""The gate as text: the verdict and what it rests on in at most ten lines, and on request each finding in full."""

from typing import Final

from ...engine.findings import Finding, Verdict
from ...engine.gate import GateReport
from ...engine.status import Severity, Status
from ...facts import Bilingual, Document
from ..text.dates import days_left
from ..text.finding import FindingTeller
from ..text.groups import Group
from ..text.names import FactNames
from ..text.page import Page
from ..text.shown import shown
from ..text.style import Style
from ..text.telling import Detail, Telling
from ..text.terms import SEVERITIES
from ..text.width import padded, width
from ..text.wrap import wrap
from .wording import SECTIONS, launch_text, place_in_launch, sections, verdict_text

__all__ = ["MOST_LINES", "gate_text"]

MOST_LINES: Final = 10

_STYLES: Final = {
    Verdict.CLEAN: Style.STRONG_GREEN,
    Verdict.VIOLATIONS: Style.STRONG_RED,
    Verdict.UNDETERMINED: Style.STRONG_YELLOW,
}
_SECTION_STYLES: Final = {
    "breaks": Style.RED,
    "undetermined": Style.MAGENTA,
    "told": Style.FAINT,
    "already_broken": Style.FAINT,
    "starts": Style.YELLOW,
}
_LEAST_COLUMNS: Final = 20


def gate_text(report: GateReport, document: Document, telling: Telling, fail_on: Severity) -> str:
    """The verdict in at most ten lines; -q the first of them, -v each finding in full as well."""
    quiet = telling.detail is Detail.VERDICT
    page = Page(telling.language, 10_000 if quiet else telling.columns, colour=telling.colour)
    verdict = page.say(verdict_text(report, fail_on))
    page.write(verdict, style=_STYLES[report.verdict_from(fail_on)])
    if quiet:
        return page.text
    launch = page.say(launch_text(report))
    page.write(_cut(launch, telling.columns))
    room = MOST_LINES - len(wrap(shown(verdict), telling.columns)) - 1
    _tell(page, report, document, room)
    if telling.detail is Detail.EVERYTHING:
        _tell_all(page, report, document)
    return page.text


def _tell(page: Page, report: GateReport, document: Document, room: int) -> None:
    """The sections, as many lines of each as there is room for."""
    found = {name: findings for name, findings in sections(report).items() if findings}
    lines = {name: len(findings) for name, findings in found.items()}
    while sum(lines.values()) > room and max(lines.values()) > 1:
        longest = max(lines, key=lambda name: (lines[name], list(lines).index(name)))
        lines[longest] -= 1
    names = FactNames(document)
    columns = max((width(page.say(SECTIONS[name])) for name in found), default=0) + 1
    for name, findings in found.items():
        prefix = padded(page.say(SECTIONS[name]), columns)
        left = max(page.columns - columns, _LEAST_COLUMNS)
        whole = len(findings) <= lines[name]
        for finding in findings if whole else findings[: lines[name] - 1]:
            place = place_in_launch(finding, report, document)
            where = f" {place.file.rpartition('/')[2]}:{place.line}"
            item = _cut(_item(page, names, report, finding), max(left - width(where), _LEAST_COLUMNS))
            _line(page, prefix, item + where, left, _SECTION_STYLES[name])
        if not whole:
            rest = findings[lines[name] - 1 :]
            ids = ", ".join(dict.fromkeys(one.norm for one in rest))
            more = lines[name] > 1
            told = Bilingual(
                f"{'另有 ' if more else ''}{len(rest)} 项:{ids}", f"{len(rest)}{' more' if more else ''}: {ids}"
            )
            _line(page, prefix, page.say(told), left, _SECTION_STYLES[name])
    if report.fixes and sum(lines.values()) < room:
        ids = ", ".join(dict.fromkeys(one.norm for one in report.fixes))
        fixed = Bilingual(f"解决 {len(report.fixes)} 项:{ids}", f"fixes {len(report.fixes)}: {ids}")
        page.write(_cut(page.say(fixed), page.columns), style=Style.GREEN)


def _line(page: Page, prefix: str, text: str, room: int, style: Style) -> None:
    page.write(_cut(text, room), prefix=prefix, prefix_style=style)


def _item(page: Page, names: FactNames, report: GateReport, finding: Finding) -> str:
    """A finding on one line: whether it is waived, when it is due, how grave it is, which norm, of what."""
    about = ""
    if finding.subject:
        subject = names.briefly(finding)
        about = page.say(Bilingual(f"{subject.zh}:", f"{subject.en}: "))
    due = ""
    days = days_left(finding, report.after)
    if days is not None and finding.status is Status.PENDING:
        due = page.say(Bilingual(f"{finding.due} 前({days} 天) ", f"by {finding.due} ({days} days) "))
    waived = ""
    if finding.waiver is not None:
        until = finding.waiver.expires_on
        waived = page.say(Bilingual(f"[已豁免至 {until}] ", f"[waived until {until}] "))
    grave = page.say(SEVERITIES[finding.severity])
    return f"{waived}{due}[{grave}] {finding.norm} {about}{page.say(finding.title)}"


def _tell_all(page: Page, report: GateReport, document: Document) -> None:
    teller = FindingTeller(page, FactNames(document), report.after)
    for name, findings in sections(report).items():
        if findings:
            page.heading(page.say(SECTIONS[name]), _SECTION_STYLES[name])
        for finding in findings:
            page.blank()
            _in_full(teller, finding, starts=name == "starts")


def _in_full(teller: FindingTeller, finding: Finding, *, starts: bool) -> None:
    group = Group((finding,))
    teller.title(finding)
    teller.clause(finding)
    teller.subjects(group)
    teller.message(group)
    teller.cause(finding)
    if starts:
        teller.unstated(finding)
    else:
        teller.reasons(finding, whole=False)
    teller.due(finding)
    teller.measures(finding)
    if not starts:
        teller.law(finding)


def _cut(text: str, room: int) -> str:
    """`text` on one line of so many columns, what is too much as an ellipsis."""
    text = shown(text)
    if width(text) <= room:
        return text
    kept = ""
    used = 1
    for character in text:
        used += width(character)
        if used > room:
            break
        kept += character
    return f"{kept.rstrip()}…"
