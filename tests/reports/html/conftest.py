"""The page, and a browser for it. Where there is no browser its tests are skipped, and say so."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hegui.engine.findings import Report
from hegui.engine.ruleset import Ruleset
from hegui.facts import Document
from hegui.reports.html import to_html
from hegui.reports.language import Language
from hegui.reports.text import Background, Telling
from tests.reports.html.browser import chromium, launched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Write = Callable[[Report, Document], str]


@pytest.fixture(scope="session")
def html_of(ruleset: Ruleset) -> Write:
    """The page of a report, opening in Chinese."""
    return lambda report, document: to_html(
        report, Background(document, len(ruleset.norms), (), clauses=ruleset.clauses), Telling(Language.ZH)
    )


@pytest.fixture(scope="session")
def main_html(html_of: Write, main_report: Report, main_document: Document) -> str:
    return html_of(main_report, main_document)


@pytest.fixture(scope="session")
def main_file(main_html: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("html") / "report.html"
    file.write_text(main_html, encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    if chromium() is None:
        pytest.skip("no Chromium is installed (apt-get install chromium): the HTML page was not tried in a browser")
    with launched() as one:
        yield one
