"""What waivers and a baseline say of findings: a line at each, and sections of their own."""

from typing import TYPE_CHECKING, Final

from ...engine.findings import Finding, Report
from ...engine.standing import Change
from ...facts import Bilingual
from .page import Page
from .style import Style
from .terms import STATUSES

if TYPE_CHECKING:
    from ...engine.waivers import WaiverCheck

__all__ = ["change_text", "marked_text", "tell_marks", "waiver_text"]

_INDENT: Final = 2

CHANGES: Final = {
    Change.NEW: Bilingual("新出现", "new"),
    Change.WORSE: Bilingual("加重", "worse"),
    Change.AS_BEFORE: Bilingual("与先前相同", "as before"),
    Change.BETTER: Bilingual("减轻", "better"),
}

STATES: Final = {
    "in_force": Bilingual("有效", "in force"),
    "not_needed": Bilingual("无需豁免", "not needed"),
    "not_yet_valid": Bilingual("尚未生效,不豁免", "not yet valid, waives nothing"),
    "expired": Bilingual("已届满,不豁免", "expired, waives nothing"),
    "orphaned": Bilingual("没有对应的结论,不豁免", "orphaned, waives nothing"),
}


def waiver_text(finding: Finding) -> Bilingual | None:
    """Why a finding is accepted, by whom, until when; None where it is not waived."""
    waiver = finding.waiver
    if waiver is None:
        return None
    return Bilingual(
        f"已豁免至 {waiver.expires_on}({waiver.owner}):{waiver.reason}",
        f"waived until {waiver.expires_on} ({waiver.owner}): {waiver.reason}",
    )


def change_text(finding: Finding, report: Report) -> Bilingual | None:
    """How a finding stands beside the baseline; None where there is none."""
    return None if report.baseline is None or finding.change is None else CHANGES[finding.change]


def marked_text(report: Report) -> Bilingual:
    """How many of the findings that would gate do not, since they are waived or were so before; empty where none is."""
    bad = [one for one in report.findings if one.status.value in ("violated", "undetermined")]
    waived = sum(one.waiver is not None for one in bad)
    known = sum(one.waiver is None and not one.gates for one in bad)
    zh = [f"{waived} 项已豁免"] if waived else []
    en = [f"{waived} waived"] if waived else []
    if report.baseline is not None:
        zh.append(f"{known} 项不比基线差")
        en.append(f"{known} no worse than in the baseline")
    return Bilingual("".join(f";其中 {one}" for one in zh), "".join(f"; {one}" for one in en))


def tell_marks(page: Page, report: Report) -> None:
    """The baseline with what is new or worse, then the waivers with their state."""
    _tell_baseline(page, report)
    if not report.waivers:
        return
    page.heading(page.say(Bilingual(f"豁免 {len(report.waivers)} 项", f"Waivers: {len(report.waivers)}")))
    tell_waivers(page, report.waivers)


def tell_waivers(page: Page, checks: "tuple[WaiverCheck, ...]") -> None:
    """Waivers, a few lines each: state, what they are for, who answers for them and until when."""
    for check in checks:
        waiver = check.waiver
        place = "" if waiver.position is None else f"{waiver.position.file}:{waiver.position.line}"
        page.write(
            f"{waiver.norm} {waiver.subject}",
            prefix=f"[{page.say(STATES[check.state])}] ",
            indent=_INDENT,
            prefix_style=Style.GREEN if check.state.is_good else Style.STRONG_RED,
            tail=place,
        )
        told = f"{waiver.approved_on} – {waiver.expires_on} · {waiver.owner} · {waiver.reason}"
        page.write(told, indent=2 * _INDENT)
        if check.hint is not None:
            page.write(page.say(check.hint), indent=2 * _INDENT)


def _tell_baseline(page: Page, report: Report) -> None:
    baseline = report.baseline
    if baseline is None:
        return
    worse = [one for one in report.findings if one.gates]
    title = Bilingual(
        f"与基线相比:新出现或加重 {len(worse)} 项,已解决 {baseline.fixed} 项",
        f"Beside the baseline: {len(worse)} new or worse, {baseline.fixed} fixed",
    )
    page.heading(page.say(title))
    page.write(
        page.say(
            Bilingual(
                f"基线:{baseline.source},截至 {baseline.as_of},规则版本 {baseline.ruleset_version}",
                f"baseline: {baseline.source}, as of {baseline.as_of}, ruleset version {baseline.ruleset_version}",
            )
        ),
        indent=_INDENT,
        style=Style.FAINT,
    )
    for finding in worse:
        change = "" if finding.change is None else page.say(CHANGES[finding.change])
        subject = f" · {'/'.join(finding.subject)}" if finding.subject else ""
        page.write(
            f"{finding.norm} {page.say(finding.title)}{subject}",
            prefix=f"[{change} · {page.say(STATUSES[finding.status])}] ",
            indent=_INDENT,
        )
