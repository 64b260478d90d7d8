"""CSV as spreadsheets open it: UTF-8 with a byte order mark, a row a finding, and no cell that could be a formula."""

import csv
import io
from datetime import datetime
from typing import Final

from ..engine.findings import Report
from .table import COLUMNS, Cell, Teller
from .text.telling import Background, Telling

__all__ = ["to_csv"]

_BYTE_ORDER_MARK: Final = "\ufeff"

# With the full-width forms, which some spreadsheets take for the narrow ones.
_FORMULA_BEGINS: Final = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


def to_csv(report: Report, background: Background, telling: Telling) -> str:
    """The table, one finding a row, in the order of the text."""
    teller = Teller(report, background, telling.language)
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(teller.say(column.title) for column in COLUMNS)
    writer.writerows([_plain(cell) for cell in teller.row(finding)] for finding in report.findings)
    return _BYTE_ORDER_MARK + file.getvalue()


def _plain(cell: Cell) -> str | int:
    """A cell that no spreadsheet calculates: a text that begins as a formula does gets an apostrophe before it."""
    if isinstance(cell, str):
        return f"'{cell}" if cell.lstrip(" '\"\u3000\u00a0").startswith(_FORMULA_BEGINS) else cell
    if cell is None or isinstance(cell, int):
        return "" if cell is None else cell
    return cell.isoformat(" ", "minutes") if isinstance(cell, datetime) else cell.isoformat()
