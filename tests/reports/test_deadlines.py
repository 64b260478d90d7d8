"""What falls due: which findings, in which order, within how many days, and how it is told."""

import json
from collections.abc import Callable

import pytest

from hegui.engine.audit import Auditor
from hegui.engine.findings import Report
from hegui.engine.status import Status
from hegui.facts import Document, from_mapping
from hegui.facts.as_of import AsOf
from hegui.reports.deadlines import SCHEMA, deadlines, deadlines_json
from hegui.reports.language import Language
from hegui.reports.text import Background, Telling
from hegui.reports.text.deadlines import deadlines_text
from hegui.reports.text.width import width


def test_every_open_duty_with_a_date_is_one_the_earliest_first(main_report: Report) -> None:
    found = deadlines(main_report)
    assert {one.finding.fingerprint for one in found} == {
        one.fingerprint
        for one in main_report.findings
        if one.due is not None
        and one.cured_on is None
        and one.status in (Status.VIOLATED, Status.PENDING, Status.UNDETERMINED)
    }
    assert [one.due for one in found] == sorted(one.due for one in found)
    for one in found:
        assert one.strict_days_left <= one.days_left
        assert one.days_left < 0 or one.finding.status is not Status.VIOLATED
        assert one.days_left >= 0 or one.finding.status is not Status.PENDING


@pytest.mark.parametrize("within", [0, 3, 7, 30])
def test_within_counts_to_the_strict_day_and_keeps_what_is_past(main_report: Report, within: int) -> None:
    every, found = deadlines(main_report), deadlines(main_report, within)
    assert found == [one for one in every if one.strict_days_left <= within]
    assert [one for one in every if one.days_left < 0] == [one for one in found if one.days_left < 0]


def test_what_was_done_late_does_not_fall_due(auditor: Auditor) -> None:
    facts = {
        "licence": {"terms": [{"id": "a", "starts_on": "2016-01-19", "expires_on": "2021-01-19"}]},
        "illegal_information": [
            {"id": "late", "disposed_at": "2018-02-09", "reported_on": "2018-04-01"},
            {"id": "never", "disposed_at": "2018-02-09", "reported_on": "not_done"},
        ],
    }
    report = auditor.audit(from_mapping(facts), AsOf.parse("2018-05-01"))
    found = [one for one in deadlines(report) if one.finding.norm == "SP-09-f"]
    assert [(one.finding.subject, one.is_overdue) for one in found] == [(("never",), True)]
    assert found[0].days_left < 0


def test_json_has_all_that_the_table_has(main_report: Report) -> None:
    found = deadlines(main_report, 30)
    data = json.loads(deadlines_json(main_report, found, 30))
    assert (data["schema"], data["within"], data["as_of"]) == (SCHEMA, 30, "2020-10-12")
    assert [one["fingerprint"] for one in data["deadlines"]] == [one.finding.fingerprint for one in found]
    for one in data["deadlines"]:
        assert {"due", "days_left", "strict_due", "strict_days_left", "citation", "quote", "title"} <= set(one)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_table_fits_and_names_every_norm(
    main_report: Report,
    main_document: Document,
    background: Callable[[Document], Background],
    language: Language,
    columns: int,
) -> None:
    found = deadlines(main_report)
    text = deadlines_text(main_report, found, background(main_document), Telling(language, columns), None)
    assert max(map(width, text.splitlines())) <= columns
    assert {one.finding.norm for one in found} <= set(text.split())
    assert {one.due[:10] for one in found} <= set(text.split())


def test_nothing_falls_due(auditor: Auditor, background: Callable[[Document], Background]) -> None:
    document = from_mapping({})
    report = auditor.audit(document, AsOf.parse("2018-06-01"))
    for language, told in ((Language.ZH, "没有到期事项"), (Language.EN, "nothing falls due within 7 days")):
        text = deadlines_text(report, deadlines(report, 7), background(document), Telling(language), 7)
        assert told in text
        assert text.count("\n") == 1
