"""What was read so far of a questionnaire: plain data as of a document, where each value stands, and what is wrong."""

from collections.abc import Callable
from typing import Any

from ..check import lists_of
from ..errors import Position, Problem
from ..pointers import nearest_entry, pointer, readable
from ..provinces import NATIONWIDE_SPELLINGS, Province
from ..scalars import ScalarText
from ..schema import Field, Table
from ..unfit import Unfit
from .grid import Cell, Grid
from .places import CellPlace
from .plan import State, parent_of
from .values import value_in
from .words import listed, says_none

Parts = tuple[str | int, ...]


class Gathered:
    """Filled by the readers of the sheets, in the order of a document.

    `states` is what the contents say, by the path of a list. `said` is what the row of an element says of a list below
    it, by the list's pointer: its parts, the place, and whether it is on its own sheet (or there is none). `answerable`
    are the keys of rows for an answer, answered or not.
    """

    def __init__(self) -> None:
        self.data: dict[str, Any] = {}
        self.positions: dict[str, Position] = {}
        self.states: dict[str, tuple[Table, State, CellPlace]] = {}
        self.said: dict[str, tuple[Parts, CellPlace, bool]] = {}
        self.answerable: set[str] = set()
        self._wrong: list[tuple[Parts, CellPlace, str, str]] = []

    def refuse(self, parts: Parts, place: CellPlace, what: str, expected: str) -> None:
        """Note something wrong about the value at parts, which stands at a place."""
        self._wrong.append((parts, place, what, expected))

    def problems(self) -> tuple[Problem, ...]:
        """What was noted."""
        return tuple(
            Problem(place, pointer(parts), readable(parts, self.data), what, expected)
            for parts, place, what, expected in self._wrong
        )

    def locate(self, at: str, at_key: bool) -> Position | None:
        """Where the value at a pointer stands, or the nearest of what holds it."""
        return nearest_entry(self.positions, at)

    def put(self, holder: Any, parts: Parts, value: object, place: CellPlace) -> None:
        """State a value as the last of parts in what holds it."""
        self.positions[pointer(parts)] = place
        if isinstance(holder, list):
            holder.append(value)
        else:
            holder[parts[-1]] = value

    def holder(self, parts: Parts) -> Any:
        """The mapping that holds the value at the parts of one of the company's own fields or lists."""
        found: Any = self.data
        for part in parts[:-1]:
            found = found.setdefault(part, {})
        return found

    def list_at(self, table: Table) -> Any:
        """The elements so far of one of the company's own lists."""
        parts = tuple(table.path.split("."))
        return self.holder(parts).get(parts[-1]) or []

    def value(self, cell: Cell, field: Field, parts: Parts) -> object:
        """What a cell states for a field; None, and the problem noted, where it can be nothing of it."""
        return self._tried(cell, parts, lambda: value_in(cell, field))

    def words(self, cell: Cell, table: Table, parts: Parts) -> object:
        """What a cell states for a list of words: a list, or the word for the whole country."""
        (field,) = table.fields.values()

        def read() -> object:
            if not isinstance(cell.value, str):
                return [value_in(cell, field)]
            if says_none(cell.text):
                return []
            if nationwide(field, cell.text):
                return ScalarText(cell.text)
            names = listed(field.words, cell.value)
            return [value_in(Cell(name, cell.place, cell.format), field) for name in names]

        return self._tried(cell, parts, read)

    def expect_in_contents(self, table: Table, place: CellPlace) -> None:
        """Note a list of which rows were read and the contents do not ask: it might have been given in part only."""
        if table.path not in self.answerable and self._given(table):
            what = "the contents (目录) have no row for this list, which says whether all of it is given"
            self.refuse(
                tuple(table.path.split(".")), place, what, "the sheet 目录 with every row that it was made with"
            )

    def _given(self, table: Table) -> bool:
        return any(True for _, rows in lists_of(self.data, table.path) for _ in rows)

    def merged(self, grid: Grid, columns: frozenset[int]) -> None:
        """Note merged cells in columns that are read."""
        for place, cells, covered in grid.merged:
            if covered & columns:
                self.refuse((), place, f"the cells {cells} are merged", "a value in each cell: undo the merging")

    def settle(self) -> None:
        """Hold what is said about lists as a whole against the rows that there are, and state it."""
        for parts, place, elsewhere in self.said.values():
            if elsewhere and pointer((*parts, 0)) not in self.positions:
                what = "the rows are said to be on a sheet of their own, and there are none"
                self.refuse(parts, place, what, "rows there, [] (没有) here if there are none, or nothing")
        partial: list[object] = []
        for path, (table, state, place) in self.states.items():
            if parent_of(table) is None:
                self._settle(tuple(path.split(".")), state, place)
            if state is State.PART:
                self.put(partial, ("partial", len(partial)), ScalarText(path), place)
        if partial:
            self.data["partial"] = partial

    def _settle(self, parts: Parts, state: State, place: CellPlace) -> None:
        holder = self.holder(parts)
        if parts[-1] not in holder:
            if state is State.ALL:
                what = "all are said to be given, and there is no row"
                self.refuse(parts, place, what, "rows; or none (没有) if there are none")
            else:
                self.put(holder, parts, [], place)
        elif state is State.NONE:
            first = self.positions[pointer(parts)]
            at = first.cell if isinstance(first, CellPlace) else str(first)
            self.refuse(parts, place, f"there are said to be none, and there are rows (at {at})", "one of both")

    def _tried(self, cell: Cell, parts: Parts, read: Callable[[], object]) -> object:
        if cell.wrong is not None:
            self.refuse(parts, cell.place, *cell.wrong)
            return None
        try:
            return read()
        except Unfit as unfit:
            self.refuse(parts, cell.place, unfit.what, unfit.expected)
            return None


def nationwide(field: Field, text: str) -> bool:
    """Whether a text stands for all provinces, where provinces are listed."""
    return field.words is Province and text.strip() in NATIONWIDE_SPELLINGS
