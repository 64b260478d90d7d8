"""A workbook's sheets as grids of cells under keys, wherever people moved them and whatever they call them."""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..unfit import cleaned
from ..workbook import text_in
from .places import CellPlace, letters
from .plan import MARK

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_LOOKED_THROUGH: Final = 50
"""So many rows from the top a sheet's mark is looked for in: people put lines above a table."""


class Cell(Struct, frozen=True):
    """What stands in a cell: a text, a number, yes or no, a day or a minute; or else what is `wrong` and expected.

    `format` is Excel's code of how the value is shown.
    """

    value: object
    place: CellPlace
    format: str = ""
    wrong: tuple[str, str] | None = None

    @property
    def text(self) -> str:
        """A text without the white space around it; of anything else what it looks like."""
        return self.value.strip() if isinstance(self.value, str) else str(self.value)


class Row(Struct, frozen=True):
    """A row with its cells that hold something, by column; `key` stands in the column of the mark."""

    number: int
    cells: Mapping[int, Cell]


class Grid(Struct, frozen=True):
    """A sheet with a mark: what its mark says, the keys of its columns, and the rows that are below.

    `above` are rows that hold something above the mark, `merged` the places of merged cells below it.
    """

    name: str
    file: str
    number: int
    mark: Cell
    keys: tuple[Cell, ...]
    rows: tuple[Row, ...]
    above: tuple[Row, ...]
    merged: tuple[tuple[CellPlace, str, frozenset[int]], ...]

    def unread(self, columns: Collection[int]) -> list[str]:
        """The columns, as 业务!F, that hold something below the mark and are neither the mark's nor any of these."""
        left = {column for row in self.rows for column in row.cells} - {*columns, self.mark.place.column}
        return [f"{self.name}!{letters(column)}" for column in sorted(left)]

    def place(self, row: int, column: int) -> CellPlace:
        """A cell of this sheet."""
        return CellPlace(self.file, row, column, self.name, self.number)


def grids(book: "Workbook", file: str) -> Iterator[Grid | str]:
    """Each sheet with a mark as a grid, and of each other one that holds something its name."""
    for number, sheet in enumerate(book.worksheets):
        rows = tuple(_rows(sheet, file, number))
        marked = _mark(rows)
        if marked is None:
            if rows:
                yield sheet.title
            continue
        row, mark = marked
        column = mark.place.column
        keys = tuple(cell for place, cell in sorted(row.cells.items()) if place != column)
        merged = tuple(
            (
                CellPlace(file, one.min_row, one.min_col, sheet.title, number),
                str(one.coord),
                frozenset(range(one.min_col, one.max_col + 1)),
            )
            for one in sheet.merged_cells.ranges
            if one.max_row > row.number
        )
        above = tuple(one for one in rows if one.number < row.number)
        below = tuple(one for one in rows if one.number > row.number)
        yield Grid(sheet.title, file, number, mark, keys, below, above, merged)


def _mark(rows: tuple[Row, ...]) -> tuple[Row, Cell] | None:
    for row in rows:
        if row.number > _LOOKED_THROUGH:
            return None
        for cell in row.cells.values():
            if isinstance(cell.value, str) and cell.value.startswith(MARK):
                return row, cell
    return None


def _rows(sheet: "Worksheet", file: str, number: int) -> Iterator[Row]:
    found: dict[int, dict[int, Cell]] = {}
    # Its own cells only: a sheet can say that it is a million rows high.
    for (row, column), one in sorted(sheet._cells.items()):
        cell = _cell(one, CellPlace(file, row, column, sheet.title, number))
        if cell is not None:
            found.setdefault(row, {})[column] = cell
    yield from (Row(row, cells) for row, cells in found.items())


def _cell(one: "SheetCell | MergedCell", place: CellPlace) -> Cell | None:
    value: object = one.value
    if value is None:
        return None
    format_ = str(one.number_format)
    if one.data_type == "f":
        return Cell("", place, format_, ("a formula", "its value: copy the cell and paste it as a value"))
    if one.data_type == "e":
        return Cell("", place, format_, (f"the error {cleaned(str(value))}", "a value, or nothing"))
    if isinstance(value, str):
        text = text_in(value)
        return Cell(text, place, format_) if text.strip() else None
    return Cell(value, place, format_)
