"""What every workbook that is written has in common: texts that stay texts, and bytes that depend on nothing else.

Needs the package openpyxl.
"""

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell

LONGEST_CELL: Final = 32_767
"""Excel takes no more characters in a cell."""

_ESCAPE: Final = re.compile("_(?=x[0-9a-fA-F]{4}_)")
_ESCAPED: Final = re.compile("_x([0-9a-fA-F]{4})_")


def put_text(cell: "Cell | MergedCell", text: str) -> None:
    """A text as what it is, whatever it begins with, also when somebody edits it; cut where Excel takes no more."""
    cell.value = _ESCAPE.sub("_x005F_", text)[:LONGEST_CELL]
    cell.data_type = "s"
    cell.quotePrefix = True


def text_in(stored: str) -> str:
    """The text of a cell, from how a workbook stores it: the reverse of what `put_text` does."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), stored)


def workbook_bytes(book: "Workbook") -> bytes:
    """The file, written anew without the times at which its parts were packed."""
    from openpyxl.writer.excel import ExcelWriter

    packed, again = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        ExcelWriter(book, archive).write_data()
    with zipfile.ZipFile(packed) as archive, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as written:
        for name in archive.namelist():
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(part, archive.read(name))
    return again.getvalue()
