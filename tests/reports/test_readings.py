"""Where a finding rests on how the text is read, it says so: in text, in JSON, and step by step."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from hegui.engine.audit import Auditor
from hegui.engine.findings import Finding, Report
from hegui.engine.ruleset import Ruleset
from hegui.facts import Document, from_mapping
from hegui.facts.as_of import AsOf
from hegui.reports.as_json import to_json
from hegui.reports.language import Language
from hegui.reports.text import Background, Telling
from hegui.reports.text.explanation import explain_findings
from hegui.reports.text.groups import grouped
from hegui.reports.text.report import to_text

DAY = AsOf.parse("2018-06-10")
LICENCE = {
    "number": "B2-20990001",
    "first_obtained_on": "2016-01-19",
    "scope": [{"id": "a", "code": "B25", "internet": False, "mobile": True, "fixed_phone": False}],
    "regions": "nationwide",
    "terms": [{"id": "a", "starts_on": "2016-01-19", "expires_on": "2021-01-19"}],
}
SERVICES = [{"id": "sms", "code": "B25", "network": "mobile", "started_on": "2016-03-01", "ended_on": "not_done"}]
EARLY = {
    "licence": LICENCE,
    "services": SERVICES,
    "illegal_information": [
        {"id": "x", "found_at": "2018-03-01 10:00", "disposed_at": "2018-03-05 10:00", "reported_on": "2018-03-02"}
    ],
}
FORBIDDEN = {
    "licence": LICENCE,
    "services": SERVICES,
    "illegal_information": [
        {"id": "x", "origin": "own", "category": "item_6", "established_by": "court", "found_at": "2018-06-01 10:00"}
    ],
}


@pytest.fixture(scope="module")
def audited(ruleset: Ruleset) -> Callable[[dict[str, Any], str], tuple[Report, Background]]:
    """The report on some facts, with the findings of one norm only."""

    def audit(facts: dict[str, Any], norm: str) -> tuple[Report, Background]:
        document: Document = from_mapping(facts)
        report = Auditor(ruleset, select=[norm], engine="compiled").audit(document, DAY)
        return report, Background(document, len(ruleset.norms), (), ruleset.readings)

    return audit


Audited = Callable[[dict[str, Any], str], tuple[Report, Background]]


def test_what_another_reading_makes_of_a_finding(audited: Audited) -> None:
    report, background = audited(EARLY, "SP-09-f")
    told = to_text(report, background, Telling(columns=400))
    line = next(line for line in told.splitlines() if line.startswith("  另解  "))
    assert line.startswith("  另解  事件发生之前的报告:不算:")
    assert line.endswith("若按「提前报告也算」(early_report=lenient),则为符合。")
    english = to_text(report, background, Telling(Language.EN, columns=400))
    assert "Read as 'an early report counts too' (early_report=lenient), it is met.\n" in english


def test_the_same_in_json(audited: Audited) -> None:
    report, _ = audited(EARLY, "SP-09-f")
    (finding,) = json.loads(to_json(report))["findings"]
    assert finding["status"] == "violated"
    (other,) = finding["other_readings"]
    assert (other["id"], other["value"], other["status"]) == ("early_report", "lenient", "met")
    assert other["value_title"]["zh"] == "提前报告也算"


def test_a_reading_that_decides_nothing_is_not_told_as_one(audited: Audited) -> None:
    facts = {**EARLY, "illegal_information": [{**EARLY["illegal_information"][0], "reported_on": "2018-03-06"}]}  # type: ignore[index]
    report, background = audited(facts, "SP-09-f")
    assert report.findings[0].other_readings == ()
    assert "另解" not in to_text(report, background, Telling())


def test_the_item_that_lacks_its_ban_says_how_it_is_read_and_why(audited: Audited, ruleset: Ruleset) -> None:
    report, background = audited(FORBIDDEN, "SP-15-03-a")
    (finding,) = report.findings
    assert finding.status == "violated"
    assert finding.quote == "制作、复制、发布、传播《互联网信息服务管理办法》第十五条所列内容"
    why = ruleset.readings["missing_negation"].resolution
    told = to_text(report, background, Telling(columns=2000)).partition("■ 所依据的解释")[0]
    assert f"  另解  第十五条第(三)项缺“不得”:{why.zh}若按「" in told
    assert "(missing_negation=literal),则为不适用。" in told
    (data,) = json.loads(to_json(report))["findings"]
    reading = next(one for one in data["readings"] if one["id"] == "missing_negation")
    assert reading["value"] == "prohibition"
    assert reading["resolution"] == {"zh": why.zh, "en": why.en}
    assert [one["id"] for one in data["other_readings"]] == ["missing_negation"]


def test_an_explanation_gives_every_value_and_what_it_would_change(audited: Audited, ruleset: Ruleset) -> None:
    report, background = audited(FORBIDDEN, "SP-15-03-a")
    told = explain_findings(report, report.findings, background, Telling(columns=2000))
    assert "缺“不得”:现取 --reading missing_negation=prohibition;另可取 missing_negation=literal(" in told
    assert ",则为不适用)\n" in told
    title, why = ruleset.readings["hosted_content"].title.zh, ruleset.readings["hosted_content"].resolution.zh
    assert (
        f"        - {title}:{why}现取 --reading hosted_content=through_disposal;另可取 hosted_content=spreads(" in told
    )
    english = explain_findings(report, report.findings, background, Telling(Language.EN, columns=2000))
    assert (
        "  Choices  - Item 3 of clause 15 lacks its 'must not': now --reading missing_negation=prohibition; " in english
    )
    assert "(two hours, the same status)" in english


def test_values_with_the_same_outcome_stand_together(audited: Audited) -> None:
    incident = {
        "id": "x",
        "kind": "personal_information_leak",
        "affected_users": 500_000,
        "discovered_at": "2018-06-01 10:00",
        "measures_started_at": "not_done",
    }
    report, background = audited({"licence": LICENCE, "services": SERVICES, "incidents": [incident]}, "SP-08-a-1")
    assert "major_incident_users=1000000、10000000" in to_text(report, background, Telling(columns=2000))


def test_findings_that_another_reading_parts_are_not_told_as_one(audited: Audited) -> None:
    items = [
        {"id": "x", "found_at": "2018-03-01 10:00", "disposed_at": "2018-03-05 10:00", "reported_on": "2018-03-02"},
        {"id": "y", "found_at": "2018-03-01 10:00", "disposed_at": "2018-03-05 10:00", "reported_on": "2018-06-02"},
    ]
    report, _ = audited({**EARLY, "illegal_information": items}, "SP-09-f")
    groups = grouped(report.findings)

    def others(finding: Finding) -> list[tuple[str, object]]:
        return [(one.id, one.value) for one in finding.other_readings]

    assert [len(group.findings) for group in groups] == [1, 1]
    assert others(groups[0].first) != others(groups[1].first)
