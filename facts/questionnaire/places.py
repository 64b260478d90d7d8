"""Where in a workbook a value stands."""

from ..errors import Position
from ..unfit import cleaned


class CellPlace(Position, frozen=True, order=True):
    """A cell: `line` is its row, `column` counts from 1. `number` is the place of its sheet in the workbook, from 0."""

    sheet: str
    number: int

    @property
    def cell(self) -> str:
        """Sheet and cell, as Excel names them: 业务!C7."""
        return f"{cleaned(self.sheet)}!{letters(self.column)}{self.line}"

    @property
    def order(self) -> tuple[int, int, int]:
        """By which the cells of a workbook are in the order of its sheets."""
        return (self.number, self.line, self.column)

    def __str__(self) -> str:
        return f"{self.file}:{self.cell}"


def letters(column: int) -> str:
    """The name of a column that counts from 1: A, B, ..., Z, AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
