"""What falls due, and what is overdue: one line a date and norm."""

from typing import NamedTuple

from ...engine.findings import Finding, Report
from ...engine.status import Status
from ...facts import Bilingual
from ..text.dates import day_of, days_left, time_left
from ..text.names import subject_words
from .marks import mark_of

__all__ = ["DueLine", "timeline"]

_WIDEST = 100
_LEAST = 1


class DueLine(NamedTuple):
    """A duty with its date. `width` is that of its bar, of 100."""

    moment: str
    day: str
    left: Bilingual
    is_overdue: bool
    width: int
    norm: str
    title: Bilingual
    about: Bilingual | None
    target: str
    status: Status


def timeline(report: Report) -> list[DueLine]:
    """The duties that are open, by their dates: those that nobody fulfilled in time come first."""
    open_ = [one for one in report.findings if one.due is not None and _is_open(one)]
    open_.sort(key=lambda one: (one.due or "", one.order))
    farthest = max((abs(days_left(one, report) or 0) for one in open_), default=0)
    merged: dict[tuple[str, str, Status], list[Finding]] = {}
    for one in open_:
        merged.setdefault((one.due or "", one.norm, one.status), []).append(one)
    return [_line(members, report, farthest) for members in merged.values()]


def _is_open(finding: Finding) -> bool:
    return finding.status is Status.PENDING or (finding.status is Status.VIOLATED and finding.cured_on is None)


def _line(members: list[Finding], report: Report, farthest: int) -> DueLine:
    first = members[0]
    due, days = first.due or "", days_left(first, report) or 0
    return DueLine(
        moment=due,
        day=day_of(due).isoformat(),
        left=time_left(days),
        is_overdue=first.status is Status.VIOLATED,
        width=max(_LEAST, round(abs(days) * _WIDEST / farthest)) if farthest else _LEAST,
        norm=first.norm,
        title=first.title,
        about=_about([subject_words(one) for one in members if one.subject]),
        target=mark_of(first),
        status=first.status,
    )


def _about(subjects: list[Bilingual]) -> Bilingual | None:
    if not subjects:
        return None
    return Bilingual("、".join(one.zh for one in subjects), ", ".join(one.en for one in subjects))
