"""The findings by status, what calls for an act first."""

from typing import NamedTuple

from ...engine.findings import Finding, Report
from ...engine.status import Status
from ..text.groups import grouped
from .entries import Entry, EntryMaker

__all__ = ["Section", "make_sections"]


class Section(NamedTuple):
    """The entries of one status."""

    status: Status
    findings: int
    entries: list[Entry]


def make_sections(report: Report, maker: EntryMaker) -> list[Section]:
    """A section for each status that occurs."""
    return [_section(status, report, maker) for status in Status if report.counts[status]]


def _section(status: Status, report: Report, maker: EntryMaker) -> Section:
    findings = sorted(report.with_status(status), key=_place)
    return Section(status, len(findings), [maker.entry(group) for group in grouped(findings)])


def _place(finding: Finding) -> tuple[str, int, int]:
    """What falls due stands by its date; what is broken or open by its gravity; the rest as in the text."""
    if finding.status is Status.PENDING:
        return finding.due or "9", 0, finding.order
    if finding.status in (Status.VIOLATED, Status.UNDETERMINED):
        return "", finding.severity.rank, finding.order
    return "", 0, finding.order
