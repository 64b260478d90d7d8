"""The waivers that were given, with their state: also those that waive nothing."""

from typing import NamedTuple

from ...engine.findings import Report
from ...facts import Bilingual
from ..text.marks import STATES

__all__ = ["WaiverLine", "waiver_lines"]


class WaiverLine(NamedTuple):
    """A waiver. `is_good` is false where somebody has to look after it."""

    state: Bilingual
    is_good: bool
    what: str
    told: str
    place: str
    hint: Bilingual | None


def waiver_lines(report: Report) -> list[WaiverLine]:
    """A line each, those that need attention first."""
    checks = sorted(report.waivers, key=lambda check: check.state.is_good)
    return [
        WaiverLine(
            STATES[check.state],
            check.state.is_good,
            f"{check.waiver.norm} {check.waiver.subject}",
            f"{check.waiver.approved_on} – {check.waiver.expires_on} · {check.waiver.owner} · {check.waiver.reason}",
            "" if check.waiver.position is None else f"{check.waiver.position.file}:{check.waiver.position.line}",
            check.hint,
        )
        for check in checks
    ]
