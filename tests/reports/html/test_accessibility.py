"""The rules of axe, in both languages, on both grounds, wide and narrow, with everything open."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.reports.html.browser import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.mark.parametrize(
    ("width", "scheme", "language"), [(1280, "light", "zh"), (1280, "dark", "en"), (390, "dark", "zh")]
)
def test_axe_finds_nothing(
    browser: "Browser", main_file: Path, width: int, scheme: Literal["light", "dark"], language: str
) -> None:
    with opened(browser, main_file, width=width, scheme=scheme) as page:
        page.locator(f"[data-set-language={language}]").click()
        page.locator("input[name=status][value=met]").check()
        # A few entries of each status are enough: they are made alike, and axe is slow on long pages.
        page.evaluate(
            "for (const one of document.querySelectorAll('.status-section'))"
            " [...one.querySelectorAll('article.entry')].slice(4).forEach((entry) => entry.remove())"
        )
        page.locator("#open-all").click()
        page.locator("details.derivation:visible > summary").first.click()
        page.locator(".tree").first.wait_for()
        for branch in page.locator("details.branch:not([open]) > summary:visible").all():
            branch.click()
        found = Axe().run(page)
    told = [(one["id"], one["nodes"][0]["target"], one["help"]) for one in found.response["violations"]]
    assert told == []
