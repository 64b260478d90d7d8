"""The end of a report: what is kept and what does not apply, what follows from others, and what was not looked at."""

from collections.abc import Sequence
from typing import Final

from ...engine.findings import CitedReading, Finding, Report
from ...engine.norms import Clause
from ...engine.status import Cause, Status
from ...facts import Bilingual
from .law import setting_text
from .names import subject_ids, subject_words
from .page import Page
from .style import STATUS_STYLES, Style
from .terms import DISCLAIMER, LIST_JOINT, STATUSES
from .width import padded

__all__ = ["tell_others", "tell_readings", "tell_umbrellas", "tell_unencoded", "tell_way_on"]

_INDENT: Final = 2
_MEMBERS: Final = 6
"""So many norms that decide an umbrella are named."""


def tell_others(page: Page, report: Report, *, whole: bool) -> None:
    """Met and not applicable: listed by norm, or counted."""
    for status in (Status.MET, Status.NOT_APPLICABLE):
        findings = report.with_status(status)
        if not findings:
            continue
        name = STATUSES[status]
        if whole:
            page.heading(page.say(Bilingual(f"{name.zh} {len(findings)} 项", f"{name.en}: {len(findings)}")))
            _by_norm(page, findings)
    if not whole:
        met, other = report.counts[Status.MET], report.counts[Status.NOT_APPLICABLE]
        page.heading(page.say(Bilingual(f"符合 {met} 项,不适用 {other} 项", f"Met: {met}; not applicable: {other}")))
        page.write(page.say(Bilingual("加 -v 逐项列出", "-v lists them")), indent=_INDENT, style=Style.FAINT)


def _by_norm(page: Page, findings: Sequence[Finding]) -> None:
    norms: dict[str, list[Finding]] = {}
    for finding in findings:
        norms.setdefault(finding.norm, []).append(finding)
    for norm, members in norms.items():
        ids = page.say(LIST_JOINT).join(page.say(subject_words(member)) for member in members if member.subject)
        about = page.say(Bilingual(f":{ids}", f": {ids}")) if ids else ""
        page.write(f"{page.say(members[0].title)}{about}", prefix=f"{padded(norm, 11)} ", indent=_INDENT)


def tell_umbrellas(page: Page, report: Report) -> None:
    """The norms that follow from others, a line each."""
    if not report.umbrellas:
        return
    title = Bilingual("总括规定(由其他规范得出,不另计数)", "What follows from other norms (counted once, there)")
    page.heading(page.say(title))
    columns = 6 if page.language == "zh" else 14
    for umbrella in report.umbrellas:
        deciding = ""
        if umbrella.status in (Status.VIOLATED, Status.UNDETERMINED, Status.PENDING):
            deciding = " ← " + page.say(_members(page, umbrella.follows_from))
        page.write(
            f"{umbrella.norm} {page.say(umbrella.title)}{deciding}",
            prefix=f"{padded(page.say(STATUSES[umbrella.status]), columns)} ",
            indent=_INDENT,
            prefix_style=STATUS_STYLES[umbrella.status],
        )


def _members(page: Page, members: Sequence[str]) -> Bilingual:
    """The norms that decide, or the first of them and how many they are."""
    named = page.say(LIST_JOINT).join(members[:_MEMBERS])
    if len(members) <= _MEMBERS:
        return Bilingual(named, named)
    return Bilingual(f"{named} 等 {len(members)} 项", f"{named} and {len(members) - _MEMBERS} more")


def tell_readings(page: Page, report: Report, *, whole: bool) -> None:
    """The choices of interpretation that the findings above rest on, each once: those that can be changed, or all."""
    readings: dict[str, CitedReading] = {
        reading.id: reading
        for finding in report.findings
        if whole or finding.status in (Status.VIOLATED, Status.PENDING) or finding.cause is Cause.JUDGEMENT
        for reading in finding.readings
    }
    chosen = [one for _, one in sorted(readings.items()) if whole or one.value is not None]
    if not readings:
        return
    page.heading(page.say(Bilingual("所依据的解释", "Readings that this rests on")))
    for reading in chosen:
        page.write(
            page.say(reading.resolution),
            prefix=page.say(Bilingual(f"{reading.title.zh}:", f"{reading.title.en}: ")),
            indent=_INDENT,
            hang=_INDENT,
            prefix_style=Style.STRONG,
            tail="" if reading.value is None else f"--reading {reading.id}={setting_text(reading.value)}",
        )
    if len(chosen) < len(readings):
        rest = len(readings) - len(chosen)
        more = Bilingual(
            f"另有 {rest} 项解释不能另选,加 -v 列出", f"{rest} more that cannot be chosen otherwise; -v lists them"
        )
        page.write(page.say(more), indent=_INDENT, style=Style.FAINT)


def tell_unencoded(page: Page, clauses: Sequence[Clause]) -> None:
    """The clauses of the text that hold no norm yet: about them this report says nothing."""
    if not clauses:
        return
    title = Bilingual(
        "尚未编入规则的条款,本报告对其不作任何判断", "Clauses not encoded yet, of which this report says nothing"
    )
    page.heading(page.say(title))
    heads = {clause.citation.rpartition(" ")[0] for clause in clauses}
    listed = [f"{_short(clause.citation, heads)} {page.say(clause.title)}" for clause in clauses]
    page.write(page.say(Bilingual(";", "; ")).join(listed), indent=_INDENT)


def _short(citation: str, heads: set[str]) -> str:
    """A citation without the words before its last space, where those are the same in all."""
    return citation.rpartition(" ")[2] if len(heads) == 1 else citation


def tell_way_on(page: Page, report: Report) -> None:
    """What to do next, and what this report is not."""
    page.blank()
    telling = [one for one in report.findings if one.status in (Status.VIOLATED, Status.UNDETERMINED)]
    example = min(telling, key=lambda one: (one.status is not Status.VIOLATED, one.severity.rank), default=None)
    if example is not None:
        ids = f":{subject_ids(example)}" if example.subject else ""
        target = f"{example.norm}{ids}"
        quoted = f"'{target}'" if " " in target or "?" in target else target
        command = f"hegui explain {quoted} --facts {report.source} --as-of {report.as_of}"
        page.write(page.say(Bilingual(f"逐步理由:{command}", f"Step by step: {command}")), style=Style.FAINT)
    page.write(page.say(DISCLAIMER), style=Style.FAINT)
