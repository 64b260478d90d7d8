"""The sentences that all formats of the gate share, and where in which file its findings lie."""

from collections.abc import Sequence
from typing import Final

from ...engine.findings import Finding, Verdict
from ...engine.gate import GateReport
from ...engine.standing import Change
from ...engine.status import Severity
from ...facts import Bilingual, Document
from ..places import Place, place_of
from ..text.terms import severities_text

__all__ = ["SECTIONS", "launch_text", "place_in_launch", "sections", "verdict_text"]

SECTIONS: Final = {
    "breaks": Bilingual("违反", "breaks"),
    "undetermined": Bilingual("待定", "open"),
    "told": Bilingual("另有待定", "also open"),
    "already_broken": Bilingual("早已违反", "broken before"),
    "starts": Bilingual("开始期限", "starts"),
}


def sections(report: GateReport) -> dict[str, Sequence[Finding]]:
    """The findings of each section, by its name; the gravest first, duties by their date."""
    found = {
        "breaks": report.breaks,
        "undetermined": report.undetermined,
        "told": report.told,
        "already_broken": report.already_broken,
    }
    graves: dict[str, Sequence[Finding]] = {
        name: sorted(findings, key=lambda one: (one.waiver is not None, one.severity.rank, one.order))
        for name, findings in found.items()
    }
    return {**graves, "starts": report.starts}


def verdict_text(report: GateReport, fail_on: Severity) -> Bilingual:
    """Whether the launch may go, and if not why, in a sentence."""
    breaks = [one for one in report.breaks if one.waiver is None]
    unsure = [one for one in report.undetermined if one.waiver is None]
    verdict = report.verdict_from(fail_on)
    if verdict is Verdict.VIOLATIONS:
        graves = severities_text(one.severity for one in breaks)
        zh = f"不放行:上线造成 {len(breaks)} 项违反({graves.zh})"
        en = f"Blocked: the launch breaks {_count(len(breaks))} ({graves.en})"
        if unsure:
            zh += f",另有 {len(unsure)} 项上线规范不能确定"
            en += f", and {_gate_norms(len(unsure))} undetermined"
    elif verdict is Verdict.UNDETERMINED:
        zh = f"不放行:没有认定违反,但有 {len(unsure)} 项上线规范不能确定"
        en = f"Blocked: nothing is known to break, but {_gate_norms(len(unsure))} undetermined"
    else:
        zh, en = (
            "放行:上线没有造成违反,上线规范没有待定",
            "Pass: the launch breaks nothing, and no gate norm is undetermined",
        )
        if breaks or unsure:
            zh = f"放行:{len(breaks)} 项违反和 {len(unsure)} 项待定都轻于 --fail-on {fail_on}"
            en = f"Pass: {len(breaks)} broken and {len(unsure)} undetermined are all below --fail-on {fail_on}"
    if report.waived:
        zh += f";已豁免 {len(report.waived)} 项"
        en += f"; {len(report.waived)} waived"
    return Bilingual(f"{zh}。", f"{en}.")


def launch_text(report: GateReport) -> Bilingual:
    """What is launched, when, by whom."""
    company = report.after.company or report.after.licence
    zh, en = f"{report.title}({report.on} 上线", f"{report.title} (on {report.on}"
    if report.after.as_of != report.on:
        zh += f",截至 {report.after.as_of} 判断"
        en += f", judged as of {report.after.as_of}"
    return Bilingual(f"{zh})" + (f" · {company}" if company else ""), f"{en})" + (f" · {company}" if company else ""))


def place_in_launch(finding: Finding, report: GateReport, document: Document) -> Place:
    """Where the launch file makes a finding so; the place in the company's facts, where it does not."""
    place = place_of(finding, document)
    if place.file == report.source or finding.change not in (Change.NEW, Change.WORSE):
        return place
    for fact in finding.evidence:
        if fact.file == report.source and fact.line is not None:
            return Place(fact.file, fact.line, fact.column or 1)
    for pointer in finding.missing:
        found = document.position(pointer)
        if found is not None and found.file == report.source:
            return Place(found.file, found.line, found.column)
    return Place(report.source, 1, 1)


def _count(norms: int) -> str:
    return "1 norm" if norms == 1 else f"{norms} norms"


def _gate_norms(norms: int) -> str:
    return "1 gate norm is" if norms == 1 else f"{norms} gate norms are"
