"""Hostile reports for every format."""

import pytest

from hegui.engine.findings import Report
from hegui.facts import Document
from tests.reports.formats.spoil import HOSTILE, Spoil, spoiled


@pytest.fixture
def spoil(main_report: Report, main_document: Document) -> Spoil:
    """`spoil(text)` is the main report with `text` in it wherever facts can put one."""
    return lambda text: spoiled(main_report, main_document, text)


@pytest.fixture(params=list(HOSTILE.values()), ids=list(HOSTILE))
def hostile(request: pytest.FixtureRequest) -> str:
    """One hostile text after another."""
    text: str = request.param
    return text
