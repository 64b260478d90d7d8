"""A stretch of days as one line of characters: a character for each status, so that nothing rests on colour."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from ...engine.status import Status
from ...engine.timeline import Stretch

__all__ = ["DONE_LATE", "MARKS", "NOT_THERE", "Scale"]

MARKS: Final[Mapping[Status, str]] = {
    Status.VIOLATED: "#",
    Status.UNDETERMINED: "?",
    Status.PENDING: "o",
    Status.MET: "=",
    Status.NOT_APPLICABLE: ".",
}
DONE_LATE: Final = "+"
NOT_THERE: Final = " "

# All of one column in every terminal: what draws boxes and blocks takes two in some Chinese ones.
_WORST_FIRST: Final = (
    MARKS[Status.VIOLATED],
    MARKS[Status.UNDETERMINED],
    DONE_LATE,
    MARKS[Status.PENDING],
    MARKS[Status.MET],
    MARKS[Status.NOT_APPLICABLE],
    NOT_THERE,
)

_POINTER: Final = "v"


class Scale:
    """Which days each column stands for: several days, or several columns a day where there are more columns."""

    def __init__(self, first: date, last: date, columns: int) -> None:
        self.first = first
        self.last = last
        self.days = (last - first).days + 1
        self.columns = columns if self.days >= columns else self.days * (columns // self.days)
        """So many of the columns are drawn."""

    def bar(self, stretches: Sequence[Stretch]) -> str:
        """The worst of the days that each column stands for: a single bad day is seen."""
        found = [len(_WORST_FIRST) - 1] * self.columns
        for one in stretches:
            rank = _WORST_FIRST.index(_mark(one))
            for column in range(self._column(one.first), self._last_column(one.last) + 1):
                found[column] = min(found[column], rank)
        return "".join(_WORST_FIRST[rank] for rank in found)

    def axis(self, day: date) -> str:
        """The first and the last day, and a pointer to `day` with its date, where it lies between and they fit."""
        line = [" "] * self.columns
        _put(line, 0, str(self.first))
        _put(line, self.columns - len(str(self.last)), str(self.last))
        if self.first <= day <= self.last:
            column = self._column(day)
            # Beside the pointer, to the left or else to the right; the pointer itself is always there.
            if not _put(line, column - len(f"{day} "), f"{day} {_POINTER}"):
                _put(line, column, f"{_POINTER} {day}")
            line[column] = _POINTER
        return "".join(line).rstrip()

    def _column(self, day: date) -> int:
        """The first column that stands for a day."""
        number = (day - self.first).days
        if self.days < self.columns:
            return number * (self.columns // self.days)
        return ((number + 1) * self.columns - 1) // self.days

    def _last_column(self, day: date) -> int:
        return self._column(day) + max(self.columns // self.days, 1) - 1


def _mark(stretch: Stretch) -> str:
    if stretch.status is None:
        return NOT_THERE
    return DONE_LATE if stretch.cured_on is not None else MARKS[stretch.status]


def _put(line: list[str], at: int, text: str) -> bool:
    """Write a text where nothing is yet, with a space beside it; whether it was written."""
    end = at + len(text)
    if at < 0 or end > len(line) or any(one != " " for one in line[max(at - 1, 0) : end + 1]):
        return False
    line[at:end] = text
    return True
