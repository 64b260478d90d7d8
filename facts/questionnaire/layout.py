"""The workbook: a guide, the contents, the company's own answers, a sheet for each list, and one with words to choose.

The same company gives the same bytes.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from ..models.company import Company
from ..schema import COMPANY
from ..workbook import put_text, workbook_bytes
from . import drawing
from .answer_sheets import draw_company, draw_contents
from .choices import Choices
from .filling import rows_of
from .list_sheet import draw_list
from .plan import CONTENTS, GUIDE, OPTIONS, list_sheets, mark
from .sheet_names import sheet_names
from .telling import GUIDANCE, TITLE
from .words import Say

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_MADE: Final = datetime(2000, 1, 1)
"""A time that is no time: a workbook has to carry one."""


def make_questionnaire(company: Company, say: Say) -> bytes:
    """The questionnaire as a file, filled in with what the company states. Needs the package openpyxl."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = say(TITLE)
    book.properties.creator = "hegui"
    book.properties.created = book.properties.modified = _MADE
    names = sheet_names(say)
    sheets = {key: book.create_sheet(name) for key, name in names.items() if key != OPTIONS}
    choices = Choices(book.create_sheet(names[OPTIONS]), say)
    _guide(sheets[GUIDE], say)
    draw_contents(sheets[CONTENTS], company, names, choices, say)
    draw_company(sheets[COMPANY], company, names, choices, say)
    for one in list_sheets():
        draw_list(sheets[one.table.path], one, tuple(rows_of(company, one, say)), names, choices, say)
    return workbook_bytes(book)


def _guide(sheet: "Worksheet", say: Say) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.column_dimensions["A"].width = 26
    sheet.column_dimensions["B"].width = 100
    put_text(sheet.cell(1, 1), say(TITLE))
    sheet.cell(1, 1).font = Font(bold=True, size=16)
    put_text(sheet.cell(2, 1), mark(GUIDE))
    sheet.row_dimensions[1].height = 30
    sheet.row_dimensions[2].hidden = True
    for row, (label, text) in enumerate(GUIDANCE, 3):
        put_text(sheet.cell(row, 1), say(label))
        sheet.cell(row, 1).font = Font(bold=True)
        put_text(sheet.cell(row, 2), say(text))
        for column in (1, 2):
            sheet.cell(row, column).alignment = Alignment(vertical="top", wrap_text=True)
        sheet.row_dimensions[row].height = drawing.fitting(sheet, row, 16)
    sheet.sheet_view.showGridLines = False
