"""The seam between engines: what each one must give, and nothing more."""

from collections.abc import Iterator, Mapping
from typing import Final, Protocol

from .kleene import FALSE, TRUE, UNKNOWN
from .rows import Row, Rows
from .status import Decision

__all__ = ["NOTHING_TO_DECIDE", "Decisions", "Engine", "counted", "decided"]

Decisions = Mapping[tuple[str, int], Decision]
"""By norm id and index of the subject's row; an entry for every norm and every one of its subjects."""


class Engine(Protocol):
    """Decides the norms it was built for. Status and reasons are made from what it gives, the same for all engines."""

    name: str

    def decide(self, rows: Rows) -> Decisions:
        """What each norm says of each of its subjects."""
        ...


NOTHING_TO_DECIDE: Final = Decision(FALSE, FALSE, TRUE)
"""Of a list that is known to be empty."""


def counted(row: Row, decision: Decision) -> Decision:
    """A decision as it counts: of what a list may hold besides what is stated, it is not known whether it exists."""
    return Decision(min(decision.applies, UNKNOWN), decision.breach, decision.late) if row.imagined else decision


def decided(norm: str, subject: str, rows: Rows, decisions: Decisions) -> Iterator[tuple[Row, Decision]]:
    """The subjects of a norm with what is decided of each, as it counts.

    An empty list has one subject, to which nothing applies.
    """
    for row in rows.subjects(subject):
        yield row, counted(row, decisions[norm, row.index])
    absent = rows.absent(subject)
    if absent is not None:
        yield absent, NOTHING_TO_DECIDE
