"""The registry: every format is written, the same bytes for the same report, in both languages."""

import re
from pathlib import Path

import pytest

from hegui.engine.audit import Auditor
from hegui.engine.findings import Report
from hegui.facts import Document, from_mapping
from hegui.facts.as_of import AsOf
from hegui.reports.formats import Format
from hegui.reports.language import Language
from tests.reports.formats.spoil import written

ROOT = Path(__file__).resolve().parents[3]
PLAIN = [one for one in Format if one is not Format.HTML]
"""HTML has tests of its own."""


def test_names_and_endings() -> None:
    for one in Format:
        assert one == one.value == one.value.lower()
        assert one.extension.startswith(".")
        assert one.about
        assert ":" in one.writer


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("format_", PLAIN)
def test_the_same_report_gives_the_same_bytes(
    main_report: Report, main_document: Document, format_: Format, language: Language
) -> None:
    first = written(format_, main_report, main_document, language=language)
    assert isinstance(first, bytes) == format_.binary
    if not format_.binary:
        assert isinstance(first, str)
        assert first.endswith("\n")
    assert written(format_, main_report, main_document, language=language) == first


@pytest.mark.parametrize("format_", PLAIN)
@pytest.mark.parametrize("as_of", ["2018-06-01", "2018-06-01T14:30"])
def test_a_company_that_states_nothing(auditor: Auditor, format_: Format, as_of: str) -> None:
    document = from_mapping({})
    assert written(format_, auditor.audit(document, AsOf.parse(as_of)), document)


def test_the_docs_name_every_format() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `(\.\w+)` \|", (ROOT / "docs" / "reports.md").read_text("utf-8"), re.MULTILINE)
    assert rows == [(one.value, one.extension) for one in Format]
