"""The workbook, read by openpyxl: sheets, filters, frozen headings, dates that are dates, and no formula."""

import io
import re
import zipfile
from datetime import datetime

import openpyxl
import pytest
from openpyxl import Workbook

from hegui.engine.findings import Report
from hegui.engine.status import Status
from hegui.facts import Document
from hegui.reports.formats import Format
from hegui.reports.language import Language
from hegui.reports.text.shown import shown
from hegui.reports.text.terms import STATUSES
from tests.reports.formats.spoil import Spoil, written


def read(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module")
def book(main_report: Report, main_document: Document) -> Workbook:
    return read(written(Format.XLSX, main_report, main_document))


def test_a_sheet_is_a_status(book: Workbook, main_report: Report) -> None:
    assert book.sheetnames == ["概要", *(STATUSES[status].zh for status in Status)]
    for status in Status:
        rows = list(book[STATUSES[status].zh].iter_rows(min_row=2, values_only=True))
        findings = [one for one in main_report.findings if one.status is status]
        assert [row[-1] for row in rows] == [one.fingerprint for one in findings]


def test_filters_are_on_and_headings_frozen(book: Workbook) -> None:
    for sheet in book.worksheets[1:]:
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes == "E2"
        assert sheet.print_title_rows == "$1:$1"
        assert [cell.value for cell in sheet[1]][:4] == ["状态", "严重程度", "规范", "标题"]
        assert min(dimension.width for dimension in sheet.column_dimensions.values()) >= 7


def test_dates_are_dates_and_days_numbers(book: Workbook, main_report: Report) -> None:
    pending = [one for one in main_report.findings if one.status is Status.PENDING]
    heads = [cell.value for cell in book["待履行"][1]]
    for row, finding in zip(book["待履行"].iter_rows(min_row=2), pending, strict=True):
        due, left = row[heads.index("期限")], row[heads.index("剩余天数")]
        assert finding.due is not None
        assert due.value == datetime.fromisoformat(finding.due)
        assert due.number_format.startswith("yyyy-mm-dd")
        assert isinstance(left.value, int)


def test_the_summary_has_the_verdict_and_the_counts(book: Workbook, main_report: Report) -> None:
    rows = [row for row in book["概要"].iter_rows(values_only=True) if row[0] is not None]
    assert str(rows[0][0]).startswith("结论:有违反")
    counts = {row[0]: row[4] for row in rows}
    assert {status: counts[STATUSES[status].zh] for status in Status} == main_report.counts


def test_in_english(main_report: Report, main_document: Document) -> None:
    found = read(written(Format.XLSX, main_report, main_document, language=Language.EN))
    assert found.sheetnames == ["Summary", "violated", "pending", "undetermined", "met", "not applicable"]


def test_the_same_report_gives_the_same_bytes(main_report: Report, main_document: Document) -> None:
    first, second = (written(Format.XLSX, main_report, main_document) for _ in range(2))
    assert first == second
    assert {part.date_time[0] for part in zipfile.ZipFile(io.BytesIO(first)).infolist()} == {1980}


def test_hostile_texts_stay_texts(spoil: Spoil, hostile: str) -> None:
    data = written(Format.XLSX, *spoil(hostile))
    for sheet in read(data).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n", "d")
                assert cell.hyperlink is None
                assert cell.data_type != "s" or cell.quotePrefix
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
        assert not [sheet for sheet in sheets if b"<f>" in sheet or b"<f " in sheet or b"hyperlink" in sheet]
        assert not [name for name in archive.namelist() if "vba" in name or "external" in name.lower()]
        strings = b"".join(archive.read(name) for name in archive.namelist()).decode("utf-8")
    # What Excel would read as a character that is escaped.
    assert not re.search("_x00(0D|1B)_", strings.replace("_x005F_x", ""))
    heads = [cell.value for cell in read(data)["违反"][1]]
    file = read(data)["违反"].cell(2, heads.index("文件") + 1).value
    assert str(file).replace("_x005F_", "_").strip() == shown(hostile).strip()
