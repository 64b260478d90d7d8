"""The sheet of a list: which column holds what, and which rows there are."""

from collections.abc import Mapping
from typing import Final

from ..pointers import pointer
from ..schema import Field
from ..unfit import nearest, shown
from .gathering import Gathered, Parts, nationwide
from .grid import Cell, Grid, Row
from .plan import PARENT, ListSheet
from .read_row import ElementReader
from .words import is_no_row

_MOST_ABOVE: Final = 3
"""The title, the headings and the help."""


def read_list(grid: Grid, plan: ListSheet, gathered: Gathered) -> list[str]:
    """State the rows of a list. The columns that hold something and are not read are returned, as 业务!F."""
    columns = _keyed(grid, plan, gathered)
    parts: Parts = tuple(plan.table.path.split("."))
    if len(grid.above) > _MOST_ABOVE:
        what = f"{len(grid.above)} rows stand above the hidden row of keys, which has headings above it and rows below"
        last = grid.above[-1]
        gathered.refuse(parts, last.cells[min(last.cells)].place, what, "what is to be read in rows below it")
    gathered.merged(grid, frozenset(columns))
    rows = [one for one in grid.rows if one.cells.keys() & columns.keys()]
    rows = [one for one in rows if not _means_none(one, columns, plan, gathered)]
    if rows and _complete(grid, plan, columns, gathered):
        if plan.table.words is not None:
            _words(rows, plan, columns, gathered)
        else:
            reader = ElementReader(grid, plan, columns, gathered)
            for row in rows:
                reader.read(row)
    return grid.unread(columns)


def _keyed(grid: Grid, plan: ListSheet, gathered: Gathered) -> Mapping[int, str]:
    """The keys of the columns that are read."""
    known = [column.key for column in plan.columns] + ([PARENT] if plan.parent else [])
    keyed: dict[int, str] = {}
    for cell in grid.keys:
        parts = (*plan.table.path.split("."), cell.text)
        if cell.text not in known:
            near = nearest(cell.text, known)
            hint = f" (did you mean {near}?)" if near else ""
            expected = f"a field of {plan.table.singular}: " + ", ".join(known)
            gathered.refuse(parts, cell.place, f"there is no field {shown(cell.text)}{hint}", expected)
        elif cell.text in keyed.values():
            what = f"a second column with the key {shown(cell.text)}"
            gathered.refuse(parts, cell.place, what, "each field once; a column of notes has no key")
        else:
            keyed[cell.place.column] = cell.text
    return keyed


def _complete(grid: Grid, plan: ListSheet, columns: Mapping[int, str], gathered: Gathered) -> bool:
    """Whether the columns are there without which a row states nothing."""
    needed = [one.key for one in plan.columns if isinstance(one.holds, Field) and one.holds.required]
    needed += [PARENT] if plan.parent else []
    missing = [key for key in needed if key not in columns.values()]
    if missing:
        what = f"no column has the key {' or '.join(map(shown, missing))}"
        gathered.refuse(tuple(plan.table.path.split(".")), grid.mark.place, what, "it in this row, above its column")
    return not missing


def _means_none(row: Row, columns: Mapping[int, str], plan: ListSheet, gathered: Gathered) -> bool:
    """Whether a row only says that there is nothing, which is said elsewhere; then that is told."""
    (first, *more) = [cell for column, cell in row.cells.items() if column in columns]
    if more or not isinstance(first.value, str) or not is_no_row(first.text):
        return False
    where = "in the contents (目录)" if plan.parent is None else "in the row of the list above"
    what, expected = f"{shown(first.text)} as a row of its own", f"a row; if there is none, say so {where}"
    gathered.refuse(tuple(plan.table.path.split(".")), first.place, what, expected)
    return True


def _words(rows: list[Row], plan: ListSheet, columns: Mapping[int, str], gathered: Gathered) -> None:
    """State a list of words or texts of the company itself."""
    parts: Parts = tuple(plan.table.path.split("."))
    (field,) = plan.table.fields.values()
    cells = [cell for row in rows for column, cell in row.cells.items() if column in columns]
    holder = gathered.holder(parts)
    if len(cells) == 1 and nationwide(field, cells[0].text):
        gathered.put(holder, parts, cells[0].text, cells[0].place)
        return
    found: list[object] = []
    gathered.put(holder, parts, found, cells[0].place)
    for cell in cells:
        for value in _values(cell, plan, field, (*parts, len(found)), gathered):
            gathered.positions[pointer((*parts, len(found)))] = cell.place
            found.append(value)


def _values(cell: Cell, plan: ListSheet, field: Field, parts: Parts, gathered: Gathered) -> list[object]:
    if field.words is None:
        value = gathered.value(cell, field, parts)
        return [] if value is None else [value]
    values = gathered.words(cell, plan.table, parts)
    return values if isinstance(values, list) else [] if values is None else [values]
