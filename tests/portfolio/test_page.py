"""The page of a portfolio in a browser: calm, in both languages, and such that everybody can read it."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from hegui.cli import main
from tests.portfolio.companies import DAY, company, write_lines
from tests.reports.html.browser import opened
from tests.reports.html.conftest import browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["browser"]


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    source = write_lines(folder / "in.jsonl", map(company, range(3)))
    main(["portfolio", str(source), "-o", str(folder / "out"), "--as-of", DAY, "--jobs", "1", "--engine", "compiled"])
    return folder / "out" / "summary.html"


@pytest.mark.parametrize(("width", "scheme", "language"), [(1280, "light", "zh"), (390, "dark", "en")])
def test_axe_finds_nothing(
    browser: "Browser", page_file: Path, width: int, scheme: Literal["light", "dark"], language: str
) -> None:
    with opened(browser, page_file, width=width, scheme=scheme) as page:
        page.locator(f"[data-set-language={language}]").click()
        heading = page.locator("#norms").inner_text()
        sideways = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        found = Axe().run(page)
    assert heading == {"zh": "按规范", "en": "By norm"}[language]
    assert not sideways
    assert [(one["id"], one["nodes"][0]["target"], one["help"]) for one in found.response["violations"]] == []
