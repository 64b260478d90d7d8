"""How the sheets of a questionnaire look."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from wcwidth import wcswidth

from ..workbook import put_text
from .places import letters

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TITLES: Final = 2
HELP: Final = 3
KEYS: Final = 4
FIRST: Final = 5
"""Rows: above the keys stand the sheet's title, those of its columns, and help; below them what people fill in."""

BLUE: Final = "1F4E79"
TEAL: Final = "1B6E6E"
GREY: Final = "F2F2F2"
PAPER: Final = "FFF8E1"
"""Where answers go, on a sheet that holds other texts as well."""

_LINE: Final = 15.0
"""The height of a line, in points."""


def head(sheet: "Worksheet", title: str, about: str, column: int = 2) -> None:
    """The first row: what the sheet is about, from a column on."""
    from openpyxl.styles import Alignment, Font

    cell = sheet.cell(1, column)
    put_text(cell, f"{title}    {about}")
    cell.font = Font(bold=True, size=13)
    cell.alignment = Alignment(vertical="center")
    sheet.row_dimensions[1].height = 24


def link(sheet: "Worksheet", row: int, column: int, text: str, target: str) -> None:
    """A link to the first cell of another sheet of the workbook."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    cell = sheet.cell(row, column)
    put_text(cell, text)
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{target.replace(chr(39), chr(39) * 2)}'!B1")
    cell.font = Font(color="0563C1", underline="single")
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def heads(sheet: "Worksheet", row: int, texts: Sequence[str], colours: Sequence[str]) -> None:
    """A row of headings, from the second column on."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    side = Side("thin", color="FFFFFF")
    for column, (text, colour) in enumerate(zip(texts, colours, strict=True), 2):
        cell = sheet.cell(row, column)
        put_text(cell, text)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=colour)
        cell.border = Border(left=side, right=side)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    sheet.row_dimensions[row].height = fitting(sheet, row, _LINE)


def helps(sheet: "Worksheet", row: int, texts: Sequence[str]) -> None:
    """A row of help, small and grey, from the second column on."""
    from openpyxl.styles import Alignment, Font, PatternFill

    for column, text in enumerate(texts, 2):
        cell = sheet.cell(row, column)
        put_text(cell, text)
        cell.font = Font(size=9, color="595959")
        cell.fill = PatternFill("solid", fgColor=GREY)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.row_dimensions[row].height = fitting(sheet, row, 12.5, scale=0.85)


def fitting(sheet: "Worksheet", row: int, line: float, scale: float = 1.0) -> float:
    """The height in points that a row's wrapped texts need at the widths of their columns."""
    lines = 1
    for column in range(1, len(sheet.column_dimensions) + 1):
        cell, dimension = sheet.cell(row, column), sheet.column_dimensions[letters(column)]
        if isinstance(cell.value, str) and not dimension.hidden:
            room = max(dimension.width - 1, 1)
            lines = max(lines, sum(_lines(part, room / scale) for part in cell.value.split("\n")))
    return lines * line + 3


def _lines(text: str, columns: float) -> int:
    return max(1, -(-int(max(wcswidth(text), 0) * 1.08) // int(columns)))


def columns(sheet: "Worksheet", widths: Sequence[float], formats: Sequence[str]) -> None:
    """Widths and number formats of the columns, from the second on; the first is hidden and holds marks."""
    from openpyxl.styles import Alignment

    sheet.column_dimensions["A"].hidden = True
    for number, (width, format_) in enumerate(zip(widths, formats, strict=True), 2):
        dimension = sheet.column_dimensions[letters(number)]
        dimension.width = width
        dimension.number_format = format_
        dimension.alignment = Alignment(vertical="top", wrap_text=True)


def finish(sheet: "Worksheet", frozen: str, columns: int, rows: int) -> None:
    """Freeze the heading, hide the keys, and see that the sheet can be printed."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.row_dimensions[KEYS].hidden = True
    sheet.freeze_panes = frozen
    sheet.print_title_rows = f"{TITLES}:{HELP}"
    sheet.print_area = f"B1:{letters(columns + 1)}{max(rows, FIRST + 15)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
