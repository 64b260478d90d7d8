"""The bytes of a workbook, looked at before anything is made of them: nothing that is too great, hidden or strange."""

import io
import warnings
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from ..errors import FactsError, Problem
from ..limits import BYTES

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_UNPACKED: Final = 100 * 2**20
"""Bytes that the parts of a workbook may have in all, unpacked."""

MOST_PARTS: Final = 2_000
MOST_TAGS: Final = 3_000_000
"""Tags of XML in all the parts; a cell with a value has about four."""

_ZIP: Final = b"PK\x03\x04"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN: Final = "xl/workbook.xml"
_DECLARATIONS: Final = tuple(
    text.encode(encoding) for text in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
_SAVE: Final = "an Excel workbook (.xlsx) made by `hegui facts new --xlsx FILE.xlsx`"


def is_workbook(start: bytes) -> bool:
    """Whether bytes begin like a workbook of Excel, readable or not."""
    return start.startswith((_ZIP, _COMPOUND))


def opened(data: bytes, name: str) -> "Workbook":
    """The workbook in a file of this name. Raises FactsError where it is none, or one that is not to be trusted."""
    import openpyxl

    _checked(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what is lost if it were saved again
            return openpyxl.load_workbook(io.BytesIO(data), keep_links=False)
    except Exception as error:  # whatever openpyxl stumbles over, the file is what is wrong
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise refused(name, f"this workbook cannot be read ({said})", f"{_SAVE}, saved anew") from None


def refused(name: str, what: str, expected: str) -> FactsError:
    """The error of a file as a whole."""
    return FactsError((Problem(None, "", name, what, expected),), "questionnaire")


def _checked(data: bytes, name: str) -> None:
    if len(data) > BYTES.value:
        raise refused(name, f"the file holds more than {BYTES.value} bytes", BYTES.advice("split the workbook"))
    if data.startswith(_COMPOUND):
        what = "this is a workbook with a password, or one of Excel 97 to 2003 (.xls)"
        raise refused(name, what, "an .xlsx without a password: open it in Excel and save it so")
    if not data:
        raise refused(name, "the file is empty", _SAVE)
    if not data.startswith(_ZIP):
        raise refused(name, "this is no Excel workbook", _SAVE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _look_through(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise refused(name, f"this workbook is damaged ({error})", f"{_SAVE}, saved anew") from None


def _look_through(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS:
        raise refused(name, f"the workbook has {len(parts)} parts", f"at most {MOST_PARTS}")
    if unpacked > MOST_UNPACKED:
        raise refused(name, f"the workbook unpacks to {unpacked} bytes", f"at most {MOST_UNPACKED}; split it")
    if len({part.filename for part in parts}) < len(parts):
        raise refused(name, "the workbook has two parts of one name", f"{_SAVE}, saved anew")
    if _MAIN not in archive.namelist():
        raise refused(name, "this is no Excel workbook: it has no sheets", _SAVE)
    if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
        raise refused(name, "the workbook holds macros", "one without: save it as .xlsx")
    tags = 0
    for part in parts:
        held = archive.read(part)
        if part.filename.lower().endswith((".xml", ".rels", ".vml")):
            if any(declaration in held for declaration in _DECLARATIONS):
                raise refused(
                    name, f"the part {part.filename[:60]!r} declares entities", "a workbook as Excel saves it"
                )
            tags += held.count(b"<")
            if tags > MOST_TAGS:
                raise refused(name, f"the workbook has more than {MOST_TAGS} tags", "fewer cells; split the workbook")
