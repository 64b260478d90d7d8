"""The two sheets with an answer a row: the company's own facts, and what the contents say about each list."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from ..schema import COMPANY, company_schema
from ..unfit import Unfit, nearest, shown
from .gathering import Gathered
from .grid import Cell, Grid
from .plan import ANSWER, State, parent_of, stated_lists
from .words import state_of

_T = TypeVar("_T")


def read_company(grid: Grid, gathered: Gathered) -> list[str]:
    """State what is answered about the company itself. The columns beside the sheet's own are returned, as 公司!H."""
    for path, field, cell in _answers(grid, company_schema().tables[COMPANY].fields, gathered):
        parts = tuple(path.split("."))
        value = gathered.value(cell, field, parts)
        if value is not None:
            gathered.put(gathered.holder(parts), parts, value, cell.place)
    return grid.unread(_headed(grid))


def read_contents(grid: Grid, gathered: Gathered) -> list[str]:
    """Note what is said about each list as a whole. The columns beside the sheet's own are returned, as 目录!G."""
    for path, table, cell in _answers(grid, {table.path: table for table in stated_lists()}, gathered):
        parts = tuple(path.split("."))
        if cell.wrong is not None:
            gathered.refuse(parts, cell.place, *cell.wrong)
            continue
        try:
            state = state_of(cell.text)
        except Unfit as unfit:
            gathered.refuse(parts, cell.place, unfit.what, unfit.expected)
            continue
        parent = parent_of(table)
        if parent is not None and state is State.NONE:
            what = "whether there are any is said for each row of the list above"
            expected = f"[] (没有) in the column {table.title} of {parent.title}, and nothing here"
            gathered.refuse(parts, cell.place, what, expected)
        else:
            gathered.states[path] = (table, state, cell.place)
    return grid.unread(_headed(grid))


def _headed(grid: Grid) -> set[int]:
    """The columns with a heading."""
    return {column for row in grid.above for column in row.cells}


def _answers(grid: Grid, known: Mapping[str, _T], gathered: Gathered) -> Iterator[tuple[str, _T, Cell]]:
    """The cells of a sheet's answers that hold something, each with its key and what that is the key of."""
    column = next((cell.place.column for cell in grid.keys if cell.text == ANSWER), None)
    if column is None:
        expected = f"the key {ANSWER} above the answers, in the hidden row of the mark"
        gathered.refuse((), grid.mark.place, "it cannot be told which column holds the answers", expected)
        return
    gathered.merged(grid, frozenset({column}))
    first: dict[str, Cell] = {}
    for row in grid.rows:
        key, cell = row.cells.get(grid.mark.place.column), row.cells.get(column)
        if key is None:
            if cell is not None:
                expected = "answers in the rows that the sheet was made with, or notes in another column"
                gathered.refuse((), cell.place, "an answer in a row that has no key", expected)
            continue
        if key.text not in known:
            near = nearest(key.text, known)
            hint = f" (did you mean {near}?)" if near else ""
            gathered.refuse(
                (), key.place, f"there is nothing with the key {shown(key.text)}{hint}", "the row's own key"
            )
        elif key.text in first:
            what = f"a second row with the key {shown(key.text)} (first at {first[key.text].place.cell})"
            gathered.refuse((), key.place, what, "each row once")
        else:
            first[key.text] = key
            gathered.answerable.add(key.text)
            if cell is not None:
                yield key.text, known[key.text], cell
