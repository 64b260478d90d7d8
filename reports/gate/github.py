"""The gate for a GitHub workflow: annotations at the lines of the launch file, and a summary in Markdown."""

from collections.abc import Iterator
from typing import Final

from ...engine.findings import Finding
from ...engine.gate import GateReport
from ...engine.status import Severity
from ...facts import Bilingual, Document
from ..escape import markdown_table, markdown_text
from ..github import command
from ..language import Language
from ..text.marks import waiver_text
from ..text.names import FactNames
from ..text.shown import shown
from ..text.terms import CAUSES, SEVERITIES
from .wording import SECTIONS, launch_text, place_in_launch, sections, verdict_text

__all__ = ["gate_annotations", "gate_summary"]

_LEVELS: Final = {
    "breaks": "error",
    "undetermined": "error",
    "told": "warning",
    "already_broken": "warning",
    "starts": "notice",
}


def gate_annotations(report: GateReport, document: Document, language: Language, fail_on: Severity) -> str:
    """A workflow command a finding, those that block first, and the verdict as the last line."""
    names = FactNames(document)
    lines = [
        _annotation(finding, name, report, document, names, language, fail_on)
        for name, findings in sections(report).items()
        for finding in findings
    ]
    return "".join(f"{line}\n" for line in [*lines, shown(language.of(verdict_text(report, fail_on)))])


def _annotation(
    finding: Finding,
    section: str,
    report: GateReport,
    document: Document,
    names: FactNames,
    language: Language,
    fail_on: Severity,
) -> str:
    place = place_in_launch(finding, report, document)
    level = _LEVELS[section]
    if level == "error" and (finding.waiver is not None or finding.severity.rank > fail_on.rank):
        level = "notice"
    about = f" · {language.of(names.briefly(finding))}" if finding.subject else ""
    grave = language.of(SEVERITIES[finding.severity])
    title = f"[{language.of(SECTIONS[section])} · {grave}] {finding.norm} {language.of(finding.title)}{about}"
    lines = "\n".join(shown(language.of(line)) for line in _lines(finding, names))
    return command(level, lines, file=shown(place.file), line=place.line, col=place.column, title=shown(title))


def _lines(finding: Finding, names: FactNames) -> Iterator[Bilingual]:
    waived = waiver_text(finding)
    if waived is not None:
        yield waived
    if finding.cause is not None:
        yield CAUSES[finding.cause]
    yield finding.message
    if finding.missing:
        paths = ", ".join(map(names.path, finding.missing))
        yield Bilingual(f"待补事实:{paths}", f"not stated: {paths}")
    quote = f":「{finding.quote}」" if finding.quote else ""
    yield Bilingual(f"{finding.citation}{quote}", f"{finding.citation}{quote}")
    yield Bilingual(f"整改:{finding.remedy.zh}", f"remedy: {finding.remedy.en}")


def gate_summary(report: GateReport, document: Document, language: Language, fail_on: Severity) -> str:
    """What the gate says, in Markdown: the verdict, and a table of what it rests on."""
    names = FactNames(document)

    def say(text: Bilingual) -> str:
        return markdown_text(language.of(text))

    heads = [
        Bilingual("", ""),
        Bilingual("轻重", "Gravity"),
        Bilingual("规范", "Norm"),
        Bilingual("对象", "About"),
        Bilingual("情况", "Matter"),
        Bilingual("期限", "Due"),
        Bilingual("位置", "Place"),
    ]
    rows = []
    for name, findings in sections(report).items():
        for finding in findings:
            place = place_in_launch(finding, report, document)
            waived = Bilingual("(已豁免)", " (waived)") if finding.waiver is not None else Bilingual("", "")
            rows.append(
                [
                    say(SECTIONS[name]) + say(waived),
                    say(SEVERITIES[finding.severity]),
                    markdown_text(f"{finding.norm} {language.of(finding.title)}"),
                    say(names.briefly(finding)) if finding.subject else "",
                    say(finding.message),
                    markdown_text(finding.due or ""),
                    markdown_text(f"{place.file}:{place.line}"),
                ]
            )
    parts = [f"### {say(verdict_text(report, fail_on))}", say(launch_text(report))]
    if rows:
        parts.append(markdown_table([say(head) for head in heads], rows))
    return "\n\n".join(parts) + "\n"
