"""The page in a browser, as readers use it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hegui.engine.findings import Report
from hegui.engine.status import Severity, Status
from tests.reports.html.browser import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SHOWN = "article.entry:visible"


def shown(page: "Page", attribute: str) -> set[str]:
    """The values of an attribute of the entries that are shown."""
    return set(
        page.locator(SHOWN).evaluate_all("(found, name) => found.map((one) => one.getAttribute(name))", attribute)
    )


def count(page: "Page") -> str:
    return page.locator("#count").inner_text()


def test_the_page_opens_with_what_calls_for_an_act(browser: "Browser", main_file: Path, main_report: Report) -> None:
    with opened(browser, main_file) as page:
        assert (
            page.locator("h2.verdict")
            .inner_text()
            .startswith(f"结论:有违反,共 {main_report.counts[Status.VIOLATED]} 项")
        )
        assert shown(page, "data-status") == {"violated", "pending", "undetermined"}
        acting = sum(main_report.counts[one] for one in (Status.VIOLATED, Status.PENDING, Status.UNDETERMINED))
        assert count(page) == f"显示 {acting} 项,共 {len(main_report.findings)} 项"
        assert page.locator("#count").get_attribute("aria-live") == "polite"


def test_filters_by_status_severity_and_words(browser: "Browser", main_file: Path, main_report: Report) -> None:
    with opened(browser, main_file) as page:
        page.locator("input[name=status][value=undetermined]").uncheck()
        page.locator("input[name=status][value=pending]").uncheck()
        page.locator("input[name=severity][value=minor]").uncheck()
        chosen = [
            one for one in main_report.findings if one.status is Status.VIOLATED and one.severity is not Severity.MINOR
        ]
        assert count(page).startswith(f"显示 {len(chosen)} 项")
        assert shown(page, "data-status") == {"violated"}
        assert page.locator(".status-section:visible").count() == 1
        head = page.locator("#s-violated .total")
        assert head.inner_text() == f"{len(chosen)} / {main_report.counts[Status.VIOLATED]}"
        page.fill("#find", "转租 sp-04")
        found = page.locator(SHOWN)
        assert 0 < found.count() < len(chosen)
        assert all("转租" in text for text in found.all_inner_texts())
        page.fill("#find", "没有这样的文字")
        assert page.locator("#nothing").is_visible()
        assert count(page).startswith("显示 0 项")
        page.locator("button[type=reset]").click()
        page.locator("#nothing").wait_for(state="hidden")
        assert shown(page, "data-status") == {"violated", "pending", "undetermined"}


def test_a_cell_of_the_matrix_shows_its_clause_alone(browser: "Browser", main_file: Path, main_report: Report) -> None:
    with opened(browser, main_file) as page:
        cell = page.locator("a.cell[data-choose-clause='4']")
        assert cell.locator(".told").inner_text() == "✕ 违反 3"
        cell.click()
        page.wait_for_function("document.activeElement.matches('article.entry')")
        assert shown(page, "data-clause") == {"4"}
        assert count(page).startswith(f"显示 {sum(one.clause == '4' for one in main_report.findings)} 项")
        page.locator("#chosen button").click()
        assert len(shown(page, "data-clause")) > 10


def test_the_reasons_are_a_tree_that_opens(browser: "Browser", main_file: Path) -> None:
    with opened(browser, main_file) as page:
        entry = page.locator("article.entry[data-status=violated]").first
        derivation = entry.locator("details.derivation").first
        assert derivation.locator(".tree").count() == 0
        derivation.locator("> summary").click()
        tree = derivation.locator(".tree")
        tree.wait_for()
        closed = tree.locator("details.branch:not([open])").first
        inner = closed.locator("> ul > li").first
        assert not inner.is_visible()
        closed.evaluate("one => one.id = 'tried'")
        page.locator("#tried > summary").click()
        assert page.locator("#tried > ul > li").first.is_visible()
        assert "facts.yaml:" in tree.locator(".place").first.inner_text()
        rows = derivation.locator("table.evidence tbody tr")
        assert rows.count() > 0
        assert "facts.yaml:" in rows.first.inner_text()


def test_a_met_finding_has_its_reasons_too(browser: "Browser", main_file: Path) -> None:
    with opened(browser, main_file) as page:
        page.locator("input[name=status][value=met]").check()
        entry = page.locator("article.entry[data-status=met]").first
        entry.locator("> details > summary").click()
        entry.locator("details.derivation > summary").first.click()
        entry.locator(".tree").first.wait_for()


def test_the_phrase_is_marked_in_its_clause(browser: "Browser", main_file: Path) -> None:
    with opened(browser, main_file) as page:
        quote = page.locator("article.entry[data-status=violated] blockquote").first
        phrase = quote.locator("mark").inner_text()
        assert phrase
        assert len(quote.inner_text()) > len(phrase)
        assert quote.get_attribute("lang") == "zh-Hans"


def test_the_language_is_switched_without_loading(browser: "Browser", main_file: Path) -> None:
    with opened(browser, main_file) as page:
        assert page.locator("html").get_attribute("lang") == "zh-Hans"
        page.get_by_role("button", name="English").click()
        assert page.locator("html").get_attribute("lang") == "en"
        assert page.title().startswith("Licence compliance report")
        assert page.locator("h1").inner_text() == "Licence compliance report"
        assert page.locator("h2.verdict").inner_text().startswith("Verdict: violations")
        assert page.locator("span[lang=zh]:visible").count() == 0
        assert page.locator("blockquote:visible").count() > 0
        assert page.get_by_role("button", name="English").get_attribute("aria-pressed") == "true"
        page.get_by_role("button", name="中文").click()
        assert page.locator("span[lang=en]:visible").count() == 0
        assert page.locator("html").get_attribute("lang") == "zh-Hans"


def test_the_theme_follows_the_system_and_the_switch(browser: "Browser", main_file: Path) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    with opened(browser, main_file) as page:
        light = page.evaluate(ground)
        page.get_by_role("button", name="深色").click()
        dark = page.evaluate(ground)
        assert light != dark
    with opened(browser, main_file, scheme="dark") as page:
        assert page.evaluate(ground) == dark
        assert page.get_by_role("button", name="深色").get_attribute("aria-pressed") == "true"
        page.get_by_role("button", name="浅色").click()
        assert page.evaluate(ground) == light


def test_the_timeline_is_in_order_and_leads_to_its_findings(
    browser: "Browser", main_file: Path, main_report: Report
) -> None:
    pending = {(one.due, one.norm) for one in main_report.findings if one.status is Status.PENDING}
    with opened(browser, main_file) as page:
        moments = [one.get_attribute("datetime") or "" for one in page.locator(".timeline time").all()]
        assert moments == sorted(moments)
        overdue = page.locator(".timeline li.s-violated").count()
        assert len(moments) == len(pending) + overdue
        page.locator(".timeline a").last.click()
        page.wait_for_function("document.activeElement.dataset.status === 'pending'")


def test_a_link_from_outside_shows_what_a_filter_would_hide(browser: "Browser", main_file: Path) -> None:
    with opened(browser, main_file) as page:
        hidden = page.locator("article.entry[data-status=not_applicable]").last.get_attribute("id")
    with opened(browser, main_file, address=f"#{hidden}") as page:
        assert page.locator(f"#{hidden}").is_visible()
        assert page.evaluate("document.activeElement.id") == hidden


def test_the_keyboard_is_enough(browser: "Browser", main_file: Path) -> None:
    with opened(browser, main_file) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.id === 'findings'")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        assert "violated" not in shown(page, "data-status")
        page.locator("article.entry:visible summary").first.focus()
        was_open = page.evaluate("document.activeElement.parentElement.open")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.parentElement.open") is not was_open
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_window(browser: "Browser", main_file: Path, width: int) -> None:
    with opened(browser, main_file, width=width) as page:
        page.locator("article.entry details.derivation > summary").first.click()
        page.locator(".tree").first.wait_for()
        for language in ("en", "zh"):
            page.locator(f"[data-set-language={language}]").click()
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_has_the_findings_and_none_of_the_controls(browser: "Browser", main_file: Path) -> None:
    with opened(browser, main_file, scheme="dark") as page:
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        for control in (".switches", "#filters", ".contents"):
            assert not page.locator(control).is_visible()
        assert page.locator("h2.verdict").is_visible()
        assert page.locator("article.entry[data-status=violated] blockquote").first.is_visible()
        assert page.locator("article.entry[data-status=undetermined] h4").first.is_visible()
        assert page.pdf(format="A4").startswith(b"%PDF")


def test_without_scripts_everything_is_listed(browser: "Browser", main_file: Path, main_report: Report) -> None:
    with opened(browser, main_file, scripts=False) as page:
        assert page.locator("article.entry[data-status=not_applicable]").first.is_visible()
        assert not page.locator("#filters").is_visible()
        assert page.locator("noscript").inner_text().startswith("脚本未运行")
