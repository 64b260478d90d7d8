"""The text report: what is in it, in what order, and that it looks right at any width."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from hegui.engine.audit import Auditor
from hegui.engine.findings import Report
from hegui.engine.status import Severity, Status
from hegui.facts import Document, from_mapping
from hegui.facts.as_of import AsOf
from hegui.reports.language import Language
from hegui.reports.text import Background, Detail, Telling
from hegui.reports.text.report import to_text
from hegui.reports.text.width import classes, width

Tell = Callable[..., str]


@pytest.fixture(scope="session")
def tell(main_report: Report, main_document: Document, background: Callable[[Document], Background]) -> Tell:
    """The report on the main example, told in some way."""

    def told(**how: Any) -> str:
        return to_text(main_report, background(main_document), Telling(**how))

    return told


@pytest.fixture(scope="session")
def told_of(auditor: Auditor, background: Callable[[Document], Background]) -> Tell:
    """The report on some facts."""

    def told(facts: dict[str, Any], day: str, **how: Any) -> str:
        document = from_mapping(facts)
        return to_text(auditor.audit(document, AsOf.parse(day)), background(document), Telling(**how))

    return told


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("detail", [Detail.USUAL, Detail.EVERYTHING])
@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120])
def test_no_line_is_too_wide_or_ends_in_a_space(tell: Tell, language: Language, columns: int, detail: Detail) -> None:
    lines = tell(language=language, columns=columns, detail=detail).splitlines()
    assert max(map(width, lines)) <= columns
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("columns", [80, 120])
def test_no_line_begins_with_what_closes_or_ends_with_what_opens(tell: Tell, language: Language, columns: int) -> None:
    lines = [line.strip() for line in tell(language=language, columns=columns).splitlines() if line]
    assert not [line for line in lines if classes(line[0]) in "cC"]
    assert not [line for line in lines if classes(line[-1]) in "oO"]


@pytest.mark.parametrize("detail", list(Detail))
def test_colour_changes_nothing_but_colour(tell: Tell, detail: Detail) -> None:
    coloured = tell(colour=True, detail=detail)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == tell(detail=detail)


def test_the_verdict_comes_first(tell: Tell) -> None:
    assert tell(detail=Detail.VERDICT) == tell().splitlines()[0] + "\n"


def test_sections_stand_in_their_order(tell: Tell) -> None:
    heads = [line[2:].split(" ")[0] for line in tell().splitlines() if line.startswith("■ ")]
    assert heads == [
        "违反",
        "待履行",
        "待定",
        "符合",
        "总括规定(由其他规范得出,不另计数)",
        "所依据的解释",
        "尚未编入规则的条款,本报告对其不作任何判断",
    ]


def test_violations_stand_by_severity_each_with_all_it_needs(tell: Tell, main_report: Report) -> None:
    section = tell(columns=400).partition("■ 违反")[2].partition("■ 待履行")[0]
    blocks = [block for block in section.split("\n\n")[1:] if block]
    violated = [finding for finding in main_report.findings if finding.status is Status.VIOLATED]
    ranks = [["严重", "较重", "轻微"].index(block[1:3]) for block in blocks]
    assert ranks == sorted(ranks)
    assert len(blocks) == len({finding.norm for finding in violated})
    for block in blocks:
        finding = next(finding for finding in violated if f"] {finding.norm} " in block)
        for text in (finding.citation, f"「{finding.quote}」", finding.remedy.zh, "、".join(finding.documents)):
            assert text in block
        assert re.search(r"  理由  - .*", block)
        assert re.search(r"facts\.yaml:\d+", block)
        assert (finding.due is None) == ("  期限  " not in block)


def test_alike_findings_stand_together_with_their_subjects(tell: Tell) -> None:
    text = tell(columns=400)
    assert "编号标明共 2 项:春季手册 [facts.yaml:" in text
    assert text.count("] SP-02-f ") == 1


def test_twenty_seven_provinces_are_one_entry(told_of: Tell) -> None:
    provinces = [
        f"{code}0000"
        for code in (
            11,
            12,
            13,
            14,
            15,
            21,
            22,
            23,
            31,
            32,
            33,
            34,
            35,
            36,
            37,
            41,
            42,
            43,
            44,
            45,
            46,
            50,
            51,
            52,
            53,
            54,
            61,
        )
    ]
    facts = {
        "licence": {
            "number": "B2-20990001",
            "regions": "nationwide",
            "terms": [{"id": "a", "starts_on": "2016-01-19", "expires_on": "2021-01-19"}],
        },
        "local_body_changes": [
            {
                "id": f"body-{number}",
                "province": province,
                "what": "电话",
                "changed_on": "2018-03-01",
                "reported_on": "not_done",
            }
            for number, province in enumerate(provinces)
        ],
    }
    text = told_of(facts, "2018-06-01", columns=400)
    assert text.count("] SP-12-a ") == 1
    assert "当地机构变化共 27 项:body-0、body-1、" in text
    assert told_of(facts, "2018-06-01", detail=Detail.EVERYTHING).count("] SP-12-a ") == 27


def test_what_was_late_and_is_done_is_marked(tell: Tell) -> None:
    assert "  期限  2020-09-30;已于 2020-10-09 补办,严重程度按低一级计\n" in tell(columns=400)
    assert "  Due      2020-09-30; done late, on 2020-10-09, and so counted one severity lower\n" in tell(
        language=Language.EN, columns=400
    )


def test_pending_duties_stand_by_date_with_the_days_left(tell: Tell) -> None:
    section = tell().partition("■ 待履行")[2].partition("■ 待定")[0]
    dates = re.findall(r"\] (\d{4}-\d\d-\d\d)\(还有 (\d+) 天\)", section)
    assert dates == sorted(dates)
    assert dates[0] == ("2020-10-14", "2")
    assert "  期限  2020-10-26(最严格的算法为 2020-10-25);还有 14 天" in section


def test_the_last_day_of_a_duty_is_told_as_such(told_of: Tell) -> None:
    facts = {
        "licence": {"terms": [{"id": "a", "starts_on": "2016-01-19", "expires_on": "2021-01-19"}]},
        "illegal_information": [{"id": "x", "disposed_at": "2018-02-09", "reported_on": "not_done"}],
    }
    assert "2018-02-28(当日到期) SP-09-f" in told_of(facts, "2018-02-28")
    assert "2018-02-28 (1 day left) SP-09-f" in told_of(facts, "2018-02-27", language=Language.EN)
    assert "期限  2018-02-28;已逾期 1 天" in told_of(facts, "2018-03-01")


def test_facts_that_would_decide_are_told_by_name_with_their_help(tell: Tell) -> None:
    section = tell(columns=400).partition("■ 待定")[2]
    assert "  services[彩信].operated_by  经营主体:由谁实际经营\n  services[彩信].cooperation  合作经营:" in section
    assert "    关系 1 项规范:SP-12-a 当地机构信息变化后三十日内向原发证机关报送\n" in section


def test_the_facts_that_help_most_norms_come_first(told_of: Tell) -> None:
    text = told_of({}, "2018-06-01")
    counts = [int(count) for count in re.findall(r"关系 (\d+) 项规范", text)]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 3


def test_judgement_stands_apart(tell: Tell) -> None:
    section = tell().partition("条文留待人工判断,补充事实不能解决:")[2].partition("■ ")[0]
    assert re.findall(r"\] (SP-\S+) ", section) == ["SP-09-d", "SP-01-d-1", "SP-06-e-1", "SP-15-06-c"]


def test_days_that_are_not_published_stand_apart(told_of: Tell, auditor: Auditor) -> None:
    year = auditor.audit(from_mapping({}), AsOf.parse("2018-06-01")).calendar.last_published_year
    facts = {
        "licence": {"terms": [{"id": "a", "starts_on": "2016-01-19", "expires_on": f"{year + 3}-01-19"}]},
        "illegal_information": [{"id": "x", "disposed_at": f"{year + 1}-01-20 10:00", "reported_on": "not_done"}],
    }
    assert "工作日安排公布之后才能确定:" in told_of(facts, f"{year + 1}-02-03")


def test_rules_from_outside_are_marked(told_of: Tell) -> None:
    facts = {
        "licence": {"terms": [{"id": "a", "starts_on": "2016-01-19", "expires_on": "2021-01-19"}]},
        "registration_changes": [
            {"id": "n", "what": "company_name", "registered_on": "2018-03-01", "filed_on": "not_done"}
        ],
    }
    assert "变更 [外部规则,非许可证条文]\n" in told_of(facts, "2018-06-01", columns=400)


def test_the_head_names_what_was_audited(tell: Tell, main_report: Report) -> None:
    head = tell(columns=400).partition("■")[0]
    for text in (
        "示例云信短信科技有限公司(虚构)",
        "B2-20990001",
        "2020-10-12(北京时间)",
        "miit-b25",
        "引擎 rete",
        "facts.yaml",
    ):
        assert text in head
    assert f"公布至 {main_report.calendar.last_published_year} 年" in head
    assert "另有 2 条条款尚未编入" in head
    assert main_report.ruleset.digest in tell(columns=400, detail=Detail.EVERYTHING)


def test_clauses_that_hold_no_norm_are_named(tell: Tell) -> None:
    assert (
        tell(columns=400).partition("■ 尚未编入规则的条款")[2].splitlines()[1]
        == "  第五条 电信服务;第六条 通信网络安全防护"
    )


def test_a_clean_report_says_what_it_leaves_out(
    auditor: Auditor, main_document: Document, background: Callable[[Document], Background], ruleset: Any
) -> None:
    report = Auditor(ruleset, select=["SP-02-d"]).audit(main_document, AsOf.parse("2020-10-12"))
    text = to_text(report, background(main_document), Telling(detail=Detail.VERDICT))
    assert text == "结论:没有违反,也没有待定。(只审核了选定的规范:--select SP-02-d)\n"


def test_english_has_no_chinese_but_quotes_names_and_records(tell: Tell) -> None:
    told = tell(language=Language.EN, columns=400).partition("■ Clauses not encoded")[0]
    quoting = re.compile(r"^  (Clause|Text|Records|Law|Follows|About|Matter|Why) |^           |^Company|^Step|^\S*\[")
    left = [line for line in told.splitlines() if re.search(r"[\u4e00-\u9fff]", line) and not quoting.search(line)]
    assert not [line for line in left if not re.search(r"\[[\u4e00-\u9fff]", line)]


def test_severities_and_statuses_all_have_names() -> None:
    from hegui.reports.text.terms import SEVERITIES, STATUSES

    assert list(SEVERITIES) == list(Severity)
    assert list(STATUSES) == list(Status)
