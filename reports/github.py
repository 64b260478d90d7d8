"""Annotations of a GitHub workflow: what is violated or undetermined, the gravest first, at its line of the facts.

GitHub shows only the first few annotations of a step, hence the order.
"""

from typing import Final

from ..engine.findings import Finding, Report
from ..engine.status import Severity, Status
from .accepted import accepted_text
from .places import place_of
from .text.names import FactNames
from .text.shown import shown
from .text.summary import verdict_text
from .text.telling import Background, Telling
from .text.terms import CAUSES, SEVERITIES, STATUSES

__all__ = ["command", "to_github"]

_LEVELS: Final = {
    (Status.VIOLATED, Severity.CRITICAL): "error",
    (Status.VIOLATED, Severity.MAJOR): "error",
    (Status.VIOLATED, Severity.MINOR): "warning",
    (Status.UNDETERMINED, Severity.CRITICAL): "warning",
    (Status.UNDETERMINED, Severity.MAJOR): "warning",
    (Status.UNDETERMINED, Severity.MINOR): "notice",
}


def to_github(report: Report, background: Background, telling: Telling) -> str:
    """A workflow command a finding, and the verdict as the last line."""
    named = [one for one in report.findings if (one.status, one.severity) in _LEVELS]
    named.sort(key=lambda one: (not one.gates, one.status is not Status.VIOLATED, one.severity.rank, one.order))
    lines = [_annotation(one, background, telling) for one in named]
    return "".join(f"{line}\n" for line in [*lines, shown(telling.language.of(verdict_text(report, background)))])


def command(name: str, message: str, **properties: str | int) -> str:
    """A workflow command on one line, whatever the message and the properties hold."""
    told = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in properties.items())
    return f"::{name}{f' {told}' if told else ''}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _annotation(finding: Finding, background: Background, telling: Telling) -> str:
    say = telling.language.of
    place = place_of(finding, background.document)
    about = f" · {say(FactNames(background.document).briefly(finding))}" if finding.subject else ""
    head = (
        f"[{say(STATUSES[finding.status])} · {say(SEVERITIES[finding.severity])}] {finding.norm} {say(finding.title)}"
    )
    lines = [say(finding.message), f"{finding.citation}:「{finding.quote}」" if finding.quote else finding.citation]
    accepted = accepted_text(finding)
    if accepted is not None:
        lines.insert(0, say(accepted))
    if finding.cause is not None:
        lines.insert(0, say(CAUSES[finding.cause]))
    return command(
        _LEVELS[finding.status, finding.severity] if accepted is None else "notice",
        "\n".join(shown(line) for line in lines),
        file=shown(place.file),
        line=place.line,
        col=place.column,
        title=shown(head + about),
    )
