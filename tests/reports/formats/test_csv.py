"""CSV: as Excel opens it, a row a finding, and no cell that a spreadsheet calculates."""

import csv
import io
import re

from hegui.engine.findings import Report
from hegui.facts import Document
from hegui.reports.formats import Format
from hegui.reports.language import Language
from tests.reports.formats.spoil import Spoil, written


def rows_of(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_finding_is_a_row(main_report: Report, main_document: Document) -> None:
    rows = rows_of(written(Format.CSV, main_report, main_document))
    assert [row["指纹"] for row in rows] == [one.fingerprint for one in main_report.findings]
    for row, finding in zip(rows, main_report.findings, strict=True):
        assert (row["规范"], row["情况"], row["期限"]) == (finding.norm, finding.message.zh, finding.due or "")
        assert None not in row


def test_headings_are_of_the_language(main_report: Report, main_document: Document) -> None:
    rows = rows_of(written(Format.CSV, main_report, main_document, language=Language.EN))
    assert {"Status", "Severity", "Norm", "Due", "Fingerprint"} <= set(rows[0])
    assert {row["Status"] for row in rows} == {"violated", "pending", "undetermined", "met", "not applicable"}


def test_lines_end_as_the_standard_says(main_report: Report, main_document: Document) -> None:
    text = written(Format.CSV, main_report, main_document)
    assert len(re.findall("\r\n", text)) == len(main_report.findings) + 1
    assert "\n" not in text.replace("\r\n", "")


def test_hostile_texts_stay_texts(spoil: Spoil, hostile: str) -> None:
    report, document = spoil(hostile)
    text = written(Format.CSV, report, document)
    assert not [one for one in text.removeprefix("\ufeff") if one not in "\r\n" and not one.isprintable()]
    rows = rows_of(text)
    assert len(rows) == len(report.findings)
    for row in rows:
        assert None not in row
        for name, cell in row.items():
            if not (name == "剩余天数" and re.fullmatch(r"-?\d+", cell)):
                assert (
                    not re.match(r"[\s'\"]*[=+\-@\uff1d\uff0b\uff0d\uff20]", cell.removeprefix("'")) or cell[0] == "'"
                )
