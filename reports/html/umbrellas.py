"""The norms that follow from others."""

from typing import NamedTuple

from ...engine.findings import Report
from ...engine.status import Status
from ...facts import Bilingual

__all__ = ["UmbrellaLine", "umbrella_lines"]


class UmbrellaLine(NamedTuple):
    """A norm that takes the worst status of its members; `members` are those that decide."""

    norm: str
    title: Bilingual
    status: Status
    clause: str
    citation: str
    members: tuple[str, ...]


def umbrella_lines(report: Report) -> list[UmbrellaLine]:
    """A line each, in the order of the text."""
    telling = (Status.VIOLATED, Status.UNDETERMINED, Status.PENDING)
    return [
        UmbrellaLine(
            one.norm, one.title, one.status, one.clause, one.citation, one.follows_from if one.status in telling else ()
        )
        for one in report.umbrellas
    ]
