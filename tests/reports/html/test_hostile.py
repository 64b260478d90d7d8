"""Texts of facts that would be markup, script or a link: they are shown as what they are, and do nothing."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hegui.engine.audit import Auditor
from hegui.facts import Bilingual, Document, from_mapping
from hegui.facts.as_of import AsOf
from hegui.reports.html.environment import both, environment
from tests.reports.html.browser import opened
from tests.reports.html.conftest import Write
from tests.reports.html.parsed import Parsed

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ATTACKS = (
    "<script>window.attacked = 1</script>",
    "</script><script>window.attacked = 2</script>",
    "<!--<script>",
    '" onmouseover="window.attacked = 3" x="',
    "' autofocus onfocus='window.attacked = 4",
    "<img src=x onerror=window.attacked=5>",
    "javascript:window.attacked=6",
    "</style><style>body{display:none}</style>",
    "{{ 7 * 7 }}{% raw %}",
    "${window.attacked=7}",
    "]]><svg onload=window.attacked=8>",
)


def hostile(attack: str) -> Document:
    """A document with the text in every place that a report shows."""
    facts: dict[str, Any] = {
        "name": attack,
        "licence": {
            "number": attack,
            "company_name": attack,
            "received_on": "2016-01-19",
            "terms": [{"id": attack, "starts_on": "2016-01-19", "expires_on": "2031-01-19"}],
        },
        "inspections": [
            {
                "id": attack,
                "authority": "telecom",
                "lawful": True,
                "notified_on": "2020-09-21",
                "requests": [
                    {"id": attack, "what": attack, "due_on": "2020-09-30", "provided_on": "2020-10-09"},
                    {"id": f"{attack} 2", "what": attack, "due_on": "2020-10-30", "provided_on": "not_done"},
                ],
            }
        ],
        "network_resources": [
            {"id": attack, "kind": "transmission", "supplier": attack, "contracted_on": "2020-04-20"}
        ],
        "services": [{"id": attack, "name": attack}],
        "licences": [],
    }
    return from_mapping(facts)


@pytest.fixture(scope="module")
def calm(auditor: Auditor, html_of: Write) -> Parsed:
    """The same document with a harmless text."""
    document = hostile("calm")
    return Parsed(html_of(auditor.audit(document, AsOf.parse("2020-10-12")), document))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_text_makes_no_element_and_no_attribute(auditor: Auditor, html_of: Write, calm: Parsed, attack: str) -> None:
    document = hostile(attack)
    found = Parsed(html_of(auditor.audit(document, AsOf.parse("2020-10-12")), document))
    assert [(tag, sorted(one)) for tag, one in found.elements] == [(tag, sorted(one)) for tag, one in calm.elements]


def test_what_turns_the_direction_of_writing_is_shown_as_an_escape() -> None:
    told = both(Bilingual("a\u202eb\x1b[31m<b>", "a\u2066b"))
    assert told == '<span lang="zh">a\\u202eb\\u001b[31m&lt;b&gt;</span><span lang="en">a\\u2066b</span>'
    page = environment().from_string("{{ text }}").render(text="a\u202eb<b>")
    assert page == "a\\u202eb&lt;b&gt;"


def test_no_text_acts_in_a_browser(auditor: Auditor, html_of: Write, browser: "Browser", tmp_path: Path) -> None:
    attack = " ".join(ATTACKS)
    document = hostile(attack)
    file = tmp_path / "hostile.html"
    file.write_text(html_of(auditor.audit(document, AsOf.parse("2020-10-12")), document), encoding="utf-8")
    with opened(browser, file) as page:
        page.locator("#open-all").click()
        for derivation in page.locator("article.entry:visible details.derivation > summary").all()[:12]:
            derivation.click()
        page.locator(".tree").first.wait_for()
        page.locator("[data-set-language=en]").click()
        page.fill("#find", "<script>")
        assert page.locator("article.entry:visible").count() > 0
        assert page.evaluate("window.attacked") is None
        assert page.locator("script").count() == 2
        assert page.locator("img, iframe, [onload], [onerror], [onfocus], [onmouseover]").count() == 0
        assert attack in page.title()
        assert attack in page.locator(".whose").inner_text()
