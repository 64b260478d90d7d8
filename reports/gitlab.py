"""GitLab's code quality report: what is violated or undetermined, at its line of the facts."""

import json
from pathlib import PurePath
from typing import Any, Final

from ..engine.findings import Finding, Report
from ..engine.status import Severity, Status
from .accepted import accepted_text
from .places import place_of
from .text.shown import shown
from .text.telling import Background, Telling
from .text.terms import STATUSES

__all__ = ["to_gitlab"]

# GitLab knows info, minor, major, critical and blocker. What is undetermined is no breach yet: a step below one.
_SEVERITIES: Final = {
    (Status.VIOLATED, Severity.CRITICAL): "critical",
    (Status.VIOLATED, Severity.MAJOR): "major",
    (Status.VIOLATED, Severity.MINOR): "minor",
    (Status.UNDETERMINED, Severity.CRITICAL): "major",
    (Status.UNDETERMINED, Severity.MAJOR): "minor",
    (Status.UNDETERMINED, Severity.MINOR): "info",
}


def to_gitlab(report: Report, background: Background, telling: Telling) -> str:
    """A list of issues, in the order of the text."""
    issues = [_issue(one, background, telling) for one in report.findings if (one.status, one.severity) in _SEVERITIES]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding, background: Background, telling: Telling) -> dict[str, Any]:
    say = telling.language.of
    place = place_of(finding, background.document)
    accepted = accepted_text(finding)
    mark = "" if accepted is None else f" · {say(accepted)}"
    return {
        "description": shown(
            f"[{say(STATUSES[finding.status])}{mark}] {finding.norm} {say(finding.title)}: {say(finding.message)} "
            f"({finding.citation})"
        ),
        "check_name": finding.norm,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.status, finding.severity] if accepted is None else "info",
        "location": {"path": shown(PurePath(place.file).as_posix()), "lines": {"begin": place.line}},
    }
