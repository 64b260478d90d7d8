"""An Excel workbook: a summary, then a sheet for each status with a filter, a frozen heading, and no formula anywhere.

The same report gives the same bytes: the workbook's times are those of the audit, and its parts carry none.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from ..engine.findings import Report
from ..engine.status import Severity, Status
from ..facts import Bilingual
from ..facts.workbook import put_text, workbook_bytes
from .table import COLUMNS, Cell, Teller
from .text.summary import head_rows, verdict_text
from .text.telling import Background, Telling
from .text.terms import SEVERITIES, STATUSES

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["to_xlsx"]

_HEADING: Final = "1F4E79"
_TABS: Final = {
    Status.VIOLATED: "C00000",
    Status.PENDING: "FFC000",
    Status.UNDETERMINED: "7030A0",
    Status.MET: "00B050",
    Status.NOT_APPLICABLE: "A6A6A6",
}
_FROZEN: Final = "E2"
"""What stays in sight: the heading, and the columns that say which finding a row is."""


def to_xlsx(report: Report, background: Background, telling: Telling) -> bytes:
    """The workbook. Needs the package openpyxl."""
    from openpyxl import Workbook

    teller = Teller(report, background, telling.language)
    book = Workbook()
    book.remove(book.worksheets[0])
    moment = datetime.fromisoformat(report.as_of)
    book.properties.title = teller.say(Bilingual("许可证合规审核", "Licence audit"))
    book.properties.creator = "hegui"
    book.properties.created = book.properties.modified = moment
    _summary(book.create_sheet(teller.say(Bilingual("概要", "Summary"))), teller, background)
    for status in Status:
        _findings(book.create_sheet(teller.say(STATUSES[status])), teller, status)
    return workbook_bytes(book)


def _summary(sheet: "Worksheet", teller: Teller, background: Background) -> None:
    from openpyxl.styles import Font

    report = teller.report
    rows: list[tuple[Cell, ...]] = [(teller.say(verdict_text(report, background)),), ()]
    rows += [(teller.say(label), teller.say(text)) for label, text in head_rows(report, background, whole=True)]
    heads = [SEVERITIES[severity] for severity in Severity]
    rows += [
        (),
        (teller.say(Bilingual("状态", "Status")), *map(teller.say, heads), teller.say(Bilingual("合计", "All"))),
    ]
    for status in Status:
        found = [one.severity for one in report.with_status(status)]
        rows.append((teller.say(STATUSES[status]), *(found.count(one) for one in Severity), len(found)))
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            _put(sheet.cell(number, column), cell)
        if row:
            sheet.cell(number, 1).font = Font(bold=True, size=14 if number == 1 else 11)
    for letter, width in zip("ABCDE", (14, 24, 12, 12, 12), strict=True):
        sheet.column_dimensions[letter].width = width


def _findings(sheet: "Worksheet", teller: Teller, status: Status) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, column in enumerate(COLUMNS, 1):
        head = sheet.cell(1, number)
        _put(head, teller.say(column.title))
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", fgColor=_HEADING)
        head.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    top = Alignment(vertical="top", wrap_text=True)
    findings = teller.report.with_status(status)
    for row, finding in enumerate(findings, 2):
        for number, told in enumerate(teller.row(finding), 1):
            cell = sheet.cell(row, number)
            _put(cell, told)
            cell.alignment = top
    sheet.sheet_properties.tabColor = _TABS[status]
    sheet.freeze_panes = _FROZEN
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{len(findings) + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _put(cell: "SheetCell | MergedCell", told: Cell) -> None:
    """A value as what it is."""
    if not isinstance(told, str):
        cell.value = told
        if isinstance(told, date):
            cell.number_format = "yyyy-mm-dd hh:mm" if isinstance(told, datetime) else "yyyy-mm-dd"
        return
    put_text(cell, told)
