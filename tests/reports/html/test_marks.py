"""Waivers and a baseline: a waived finding stays, marked; what waives nothing is listed too."""

from datetime import date

import pytest

from hegui.engine.findings import Report
from hegui.engine.ruleset import Ruleset
from hegui.engine.waivers import with_waivers
from hegui.facts import Document
from hegui.facts.waivers import Waiver
from tests.reports.html.conftest import Write
from tests.reports.html.parsed import Parsed

REASON = "正在办理 <script>alert(1)</script>"


@pytest.fixture(scope="module")
def waived(main_report: Report, ruleset: Ruleset) -> Report:
    days = date(2020, 9, 1), date(2020, 12, 31)
    waivers = (
        Waiver("SP-02-b", "云通知", REASON, "合规部", *days),
        Waiver("SP-02-b", "没有这项业务", "旧案", "合规部", *days),
    )
    return with_waivers(main_report, waivers, ruleset, date(2020, 10, 12))


def test_a_waived_finding_stays_and_is_marked(html_of: Write, waived: Report, main_document: Document) -> None:
    html = html_of(waived, main_document)
    page = Parsed(html)
    assert sum(int(one["data-findings"] or 0) for one in page.named("article")) == len(waived.findings)
    assert page.values("class").count("badge waived") == 1
    assert "已豁免至 2020-12-31(合规部):正在办理 &lt;script&gt;" in html
    assert "没有对应的结论,不豁免" in html
    assert len(page.named("script")) == 2


def test_a_report_without_waivers_has_no_section_for_them(main_html: str) -> None:
    assert 'id="waivers"' not in main_html
    assert "badge waived" not in main_html
