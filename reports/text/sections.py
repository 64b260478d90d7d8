"""The sections of a report: violated, pending, undetermined, and the rest."""

from collections.abc import Iterable
from typing import Final

from ...engine.findings import Finding, Report
from ...engine.status import Cause, Status
from ...facts import Bilingual
from .dates import days_left, time_left
from .finding import FindingTeller
from .groups import Group, grouped
from .missing import facts_that_decide
from .names import FactNames
from .page import Page
from .style import STATUS_STYLES, Style
from .terms import LIST_JOINT

__all__ = ["tell_pending", "tell_undetermined", "tell_violated"]

_INDENT: Final = 2
_FEW: Final = 3
"""So many norms are named with their titles, more by their ids."""


def tell_violated(page: Page, teller: FindingTeller, report: Report, *, whole: bool) -> None:
    """What is broken, the gravest first."""
    findings = report.with_status(Status.VIOLATED)
    if not findings:
        return
    _heading(page, Status.VIOLATED, Bilingual(f"违反 {len(findings)} 项", f"Violated: {len(findings)}"))
    for group in _groups(sorted(findings, key=lambda finding: finding.severity.rank), whole=whole):
        page.blank()
        teller.title(group.first)
        teller.clause(group.first)
        teller.subjects(group)
        teller.message(group)
        teller.reasons(group.first, whole=whole)
        teller.due(group.first)
        if whole:
            teller.gravity(group.first)
        teller.measures(group.first)
        teller.law(group.first)


def tell_pending(page: Page, teller: FindingTeller, report: Report, *, whole: bool) -> None:
    """What falls due, the next first."""
    findings = report.with_status(Status.PENDING)
    if not findings:
        return
    title = Bilingual(f"待履行 {len(findings)} 项,按到期先后", f"Pending: {len(findings)}, the next one first")
    _heading(page, Status.PENDING, title)
    for group in _groups(sorted(findings, key=lambda finding: (finding.due or "9", finding.order)), whole=whole):
        finding = group.first
        days = days_left(finding, report)
        page.blank()
        left = "" if days is None else page.say(_date_and_time_left(finding, days))
        teller.title(finding, before=left)
        teller.clause(finding)
        teller.subjects(group)
        teller.message(group)
        if whole:
            teller.reasons(finding, whole=True)
        if finding.strict_due != finding.due:
            teller.due(finding)
        teller.unstated(finding)
        teller.documents(finding)
        if whole:
            teller.law(finding)
        else:
            teller.other_readings(finding)


def tell_undetermined(page: Page, teller: FindingTeller, names: FactNames, report: Report, *, whole: bool) -> None:
    """What cannot be decided: the facts that would decide it, the most useful first; then what no fact decides."""
    findings = report.with_status(Status.UNDETERMINED)
    if not findings:
        return
    _heading(page, Status.UNDETERMINED, Bilingual(f"待定 {len(findings)} 项", f"Undetermined: {len(findings)}"))
    _facts_that_decide(page, names, findings)
    judged = sorted((one for one in findings if not one.missing), key=lambda finding: finding.severity.rank)
    for cause, text in (
        (
            Cause.JUDGEMENT,
            Bilingual("条文留待人工判断,补充事实不能解决:", "Left to judgement by the text; no fact decides it:"),
        ),
        (Cause.CALENDAR, Bilingual("工作日安排公布之后才能确定:", "Decided when the working days are published:")),
        (None, Bilingual("其他:", "Others:")),
    ):
        chosen = [finding for finding in judged if _falls_under(finding, cause)]
        if chosen:
            page.blank()
            page.write(page.say(text))
            _tell_each(page, teller, _groups(chosen, whole=whole), whole=whole)
    stated = [finding for finding in findings if finding.missing]
    if whole and stated:
        page.blank()
        page.write(page.say(Bilingual("因事实未说明而待定的各项:", "What is open since facts are not stated:")))
        _tell_each(page, teller, _groups(stated, whole=True), whole=True)


def _groups(findings: list[Finding], *, whole: bool) -> list[Group]:
    """Findings alike together; where everything is told, each with reasons of its own."""
    return [Group((finding,)) for finding in findings] if whole else grouped(findings)


def _date_and_time_left(finding: Finding, days: int) -> Bilingual:
    left = time_left(days)
    return Bilingual(f"{finding.due}({left.zh}) ", f"{finding.due} ({left.en}) ")


def _falls_under(finding: Finding, cause: Cause | None) -> bool:
    if cause is None:
        return finding.cause not in (Cause.JUDGEMENT, Cause.CALENDAR)
    return finding.cause is cause


def _tell_each(page: Page, teller: FindingTeller, groups: Iterable[Group], *, whole: bool) -> None:
    for group in groups:
        page.blank()
        teller.title(group.first)
        teller.clause(group.first)
        teller.subjects(group)
        teller.message(group)
        if group.first.missing:
            teller.cause(group.first)
        teller.reasons(group.first, whole=whole)
        teller.due(group.first)
        if whole:
            teller.gravity(group.first)
            teller.measures(group.first)
            teller.law(group.first)
        else:
            teller.other_readings(group.first)


def _facts_that_decide(page: Page, names: FactNames, findings: list[Finding]) -> None:
    """Facts that help the same findings stand together."""
    helped = facts_that_decide(findings)
    if not helped:
        return
    bundles: dict[tuple[str, ...], list[str]] = {}
    for pointer, members in helped.items():
        bundles.setdefault(tuple(member.fingerprint for member in members), []).append(pointer)
    page.blank()
    title = Bilingual(
        "补充以下事实即可判断,先列影响规范最多的:", "These facts would decide; those that help most norms come first:"
    )
    page.write(page.say(title))
    for pointers in bundles.values():
        page.blank()
        for pointer in pointers:
            _fact(page, names, pointer)
        _helped(page, list({finding.norm: finding for finding in helped[pointers[0]]}.values()))


def _fact(page: Page, names: FactNames, pointer: str) -> None:
    described = names.described(pointer)
    told = ""
    if described is not None:
        title, help_ = described
        told = page.say(Bilingual(f"{title.zh}:{help_.zh}", f"{title.en}: {help_.en}"))
    page.write(told, prefix=f"{names.path(pointer)}  ", indent=_INDENT, hang=_INDENT, prefix_style=Style.STRONG)


def _helped(page: Page, findings: list[Finding]) -> None:
    many = len(findings) > _FEW
    named = [finding.norm if many else f"{finding.norm} {page.say(finding.title)}" for finding in findings]
    count = Bilingual(
        f"关系 {len(findings)} 项规范:", f"for {len(findings)} {'norm' if len(findings) == 1 else 'norms'}: "
    )
    joint = page.say(LIST_JOINT if many else Bilingual(";", "; "))
    page.write(joint.join(named), prefix=page.say(count), indent=2 * _INDENT, hang=_INDENT, prefix_style=Style.FAINT)


def _heading(page: Page, status: Status, title: Bilingual) -> None:
    page.heading(page.say(title), STATUS_STYLES[status])
