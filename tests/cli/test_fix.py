"""`hegui fix`: what can be done, what can only be told; 0 if all of it can be cleared, 1 if not, 2 without answer."""

import json
import re

import pytest

from hegui.reports.text.width import width
from tests.cli.running import CLEAN, CLEAN_DAY, MAIN, MAIN_DAY, Run

FIX = ("fix", MAIN, "--as-of", MAIN_DAY)
TERMS = "licence: {number: B2-20990001, terms: [{id: a, starts_on: 2016-01-19, expires_on: 2021-01-19}]}\n"
REPAIRABLE = f"{TERMS}controls: [{{id: 监测, kind: content_monitoring, in_place: false}}]\n"


def test_what_can_be_repaired_what_can_be_eased_and_what_can_only_be_reported(hegui: Run) -> None:
    ran = hegui(*FIX)
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("截至 2020-10-12 有违反 38 项:可以补救 13 项,不能补救 25 项")
    heads = [line for line in ran.out.splitlines() if line.startswith("■")]
    assert heads == [
        "■ 可以补救 13 项",
        "■ 不能补救,现在去办可以减轻 4 项",
        "■ 不能补救,只能如实报告 21 项",
        "■ 一并办理",
    ]
    assert "- 完成整改并销号 (facts.yaml:244:106)" in ran.out
    assert "期限 2020-09-30 已过,现在办理也已逾期" in ran.out
    assert "违反 38 → 25" in ran.out


def test_the_same_for_programs(hegui: Run) -> None:
    ran = hegui(*FIX, "--format", "json")
    data = json.loads(ran.out)
    assert (ran.code, data["schema"]) == (1, "hegui-fix-1")
    assert data["counts"] == {"violated": 38, "repaired": 13, "unrepaired": 25}
    found = {(one["norm"], *one["subject"]): one for one in data["violations"]}
    (repair,) = found["SP-01-d-1", "扣费提示"]["repairs"]
    (act,) = repair["acts"]
    assert (act["kind"], act["path"], act["line"], act["column"], act["was"], act["value"]) == (
        "done",
        "regulator_findings[扣费提示].closed_on",
        244,
        106,
        "not_done",
        MAIN_DAY,
    )
    added = found[("SP-15-14-c",)]["repairs"][0]["acts"][0]
    assert (added["kind"], added["pointer"]) == ("added", "/documents")
    assert added["element"] == {"kind": "messaging_emergency_plan", "adopted_on": MAIN_DAY}
    assert found["SP-15-05-a", "六月套餐"]["stays"]["zh"] == "所涉事实是已经发生的记录,公司此后的举措不能改变"
    assert len(data["plan"]["acts"]) == 16
    assert data["violations"][0]["fingerprint"] not in data["plan"]["clears"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [80, 120])
def test_it_keeps_to_the_width(hegui: Run, language: str, columns: int) -> None:
    ran = hegui(*FIX, "--lang", language, "--width", str(columns), "--select", "SP-15")
    assert max(width(line) for line in ran.out.splitlines()) <= columns
    assert bool(re.search("All together", ran.out)) == (language == "en")


def test_as_much_as_is_asked_for(hegui: Run) -> None:
    chosen = ("--select", "SP-15-06-a,SP-15-06-c")
    assert hegui(*FIX, *chosen, "-q").out == (
        "截至 2020-10-12,所选规范有违反 4 项:可以补救 1 项,不能补救 3 项(其中现在去办可以减轻的 3 项)。\n"
    )
    usual, whole = hegui(*FIX, *chosen).out, hegui(*FIX, *chosen, "-v").out
    assert "原文" not in usual
    assert "原文" in whole
    assert set(usual.splitlines()) - set(whole.splitlines()) == set()


def test_many_subjects_are_told_once(hegui: Run) -> None:
    facts = (
        TERMS.replace("terms:", "first_obtained_on: 2016-01-19, scope: [{id: b, code: B25, mobile: true}], terms:")
        + "services:\n"
        + "  - {id: s, code: B25, network: mobile, regions: nationwide, started_on: 2018-01-01, ended_on: not_done}\n"
        + "security_filings: []\n"
    )
    arguments = ("fix", "-", "--as-of", MAIN_DAY, "--select", "SP-15-06-c")
    ran = hegui(*arguments, stdin=facts.encode())
    assert ran.code == 1
    assert ran.out.count("SP-15-06-c") == 1
    assert "共 31 项,其余 28 项加 -v 列出" in ran.out
    assert len(re.findall("向.*通信管理局报备", hegui(*arguments, "-v", stdin=facts.encode()).out)) >= 31


def test_0_where_everything_has_a_repair_or_nothing_is_violated(hegui: Run) -> None:
    assert hegui("fix", CLEAN, "--as-of", CLEAN_DAY).code == 0
    ran = hegui("fix", "-", "--as-of", MAIN_DAY, "--select", "SP-09-c", stdin=REPAIRABLE.encode())
    assert ran.code == 0
    assert "不能补救" not in ran.out


def test_it_writes_nothing_into_the_facts(hegui: Run) -> None:
    before = MAIN.read_bytes()
    hegui(*FIX, "--select", "SP-02")
    assert MAIN.read_bytes() == before


def test_facts_stay_texts(hegui: Run) -> None:
    facts = (
        TERMS.replace("B2-20990001", '"B2-2099{value}{0}%s"')
        + 'displays: [{id: "{id}{x!r}", place: homepage, in_use_since: 2018-01-01, shown: false}]\n'
    )
    ran = hegui("fix", "-", "--as-of", MAIN_DAY, "--select", "SP-02-e", stdin=facts.encode())
    assert ran.code == 0
    assert "编号标明 {id}{x!r}" in ran.out
    assert "所标编号写作 B2-2099{value}{0}%s" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Missing argument 'FACTS'"),
        (["no-such-file.yaml"], "no-such-file.yaml"),
        ([MAIN, "--format", "xml"], "'xml'"),
        ([MAIN, "--select", "SP-99"], "SP-99"),
        ([MAIN, "--as-of", "soon"], "--as-of"),
        ([MAIN, "-q", "-v"], "opposite"),
        ([MAIN, "--reading", "nothing=1"], "nothing"),
    ],
)
def test_bad_usage_ends_with_2_and_says_why(hegui: Run, arguments: list[str], said: str) -> None:
    ran = hegui("fix", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
