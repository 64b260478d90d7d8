"""One row of a list as an element, in the element of the list above that holds it."""

from collections.abc import Mapping
from typing import Any

from ..pointers import pointer
from ..schema import Field, Table
from ..unfit import nearest, shown
from .gathering import Gathered, Parts
from .grid import Cell, Grid, Row
from .plan import PARENT, Column, ListSheet, within_a_cell
from .words import NO_ELEMENTS, ON_ITS_SHEET, refers_to_sheet, says_none


class ElementReader:
    """Reads the rows of one sheet; `columns` are the keys of those that it has."""

    def __init__(self, grid: Grid, plan: ListSheet, columns: Mapping[int, str], gathered: Gathered) -> None:
        self._grid = grid
        self._plan = plan
        self._gathered = gathered
        self._at = {key: column for column, key in columns.items()}
        self._parents = {} if plan.parent is None else self._ids(plan.parent)

    def read(self, row: Row) -> None:
        """State the element."""
        cells = {key: row.cells[column] for key, column in self._at.items() if column in row.cells}
        held = self._held(cells, row)
        if held is None:
            return
        holder, above = held
        place = self._grid.place(row.number, min(row.cells.keys() & set(self._at.values())))
        if above[-1] not in holder:
            self._gathered.put(holder, above, [], place)
        elements = holder[above[-1]]
        parts = (*above, len(elements))
        element: dict[str, object] = {}
        self._gathered.put(elements, parts, element, place)
        for column in self._plan.columns:
            own = (*parts, column.key)
            if column.key in cells:
                value = self._value(column, cells[column.key], own)
                if value is not None:
                    self._gathered.put(element, own, value, cells[column.key].place)
            elif isinstance(column.holds, Field) and column.holds.required:
                # Located where it belongs; that it is missing is for the model to say.
                self._gathered.positions[pointer(own)] = self._grid.place(row.number, self._at[column.key])

    def _value(self, column: Column, cell: Cell, parts: Parts) -> object:
        holds = column.holds
        if isinstance(holds, Field):
            return self._gathered.value(cell, holds, parts)
        if within_a_cell(holds):
            return self._gathered.words(cell, holds, parts)
        if cell.wrong is not None:
            self._gathered.refuse(parts, cell.place, *cell.wrong)
        elif says_none(cell.text) or refers_to_sheet(cell.text):
            self._gathered.said[pointer(parts)] = (parts, cell.place, refers_to_sheet(cell.text))
            return [] if says_none(cell.text) else None
        else:
            what = f"{shown(cell.text)} says nothing about a list"
            self._gathered.refuse(parts, cell.place, what, f"{NO_ELEMENTS}, {ON_ITS_SHEET}, or nothing")
        return None

    def _held(self, cells: Mapping[str, Cell], row: Row) -> tuple[Any, Parts] | None:
        """What holds the element's list, and the parts of the list; None, and the problem noted, where nothing does."""
        own: Parts = tuple(self._plan.table.path.split("."))
        parent = self._plan.parent
        if parent is None:
            return self._gathered.holder(own), own
        cell = cells.get(PARENT)
        if cell is None or cell.wrong is not None:
            place = self._grid.place(row.number, self._at[PARENT])
            what = "it is not said where the row belongs" if cell is None or cell.wrong is None else cell.wrong[0]
            self._gathered.refuse(own, place, what, f"the id of a row of {parent.title}")
            return None
        ident = _id(cell)
        if ident not in self._parents:
            near = nearest(ident, self._parents)
            hint = f" (did you mean {near}?)" if near else ""
            what = f"{parent.title} has no row with the id {shown(ident)}{hint}"
            self._gathered.refuse(own, cell.place, what, "the id of a row that is there")
            return None
        parts: Parts = (*parent.path.split("."), self._parents[ident], self._plan.table.name)
        _, said, elsewhere = self._gathered.said.get(pointer(parts), (parts, cell.place, True))
        if not elsewhere:
            what = f"{said.cell} says that {shown(ident)} has none of these, and here is one"
            self._gathered.refuse(parts, cell.place, what, "one of both")
            return None
        return self._gathered.list_at(parent)[self._parents[ident]], parts

    def _ids(self, parent: Table) -> Mapping[str, int]:
        """Of the elements above their places, by id; the first one's where an id is taken twice."""
        ids: dict[str, int] = {}
        for number, element in enumerate(self._gathered.list_at(parent)):
            if "id" in element:
                ids.setdefault(str(element["id"]).strip(), number)
        return ids


def _id(cell: Cell) -> str:
    number = cell.value
    return str(int(number)) if isinstance(number, float) and number.is_integer() else cell.text
