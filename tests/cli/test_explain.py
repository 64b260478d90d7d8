"""`hegui explain`: every step of the reasons, whatever the status."""

import json

import pytest

from tests.cli.running import MAIN, MAIN_DAY, Run

FACTS = ("--facts", MAIN, "--as-of", MAIN_DAY)


def test_a_norm_is_explained_for_each_subject(hegui: Run) -> None:
    ran = hegui("explain", "SP-09-f", *FACTS)
    assert (ran.code, ran.err) == (0, "")
    assert "  状态  符合" in ran.out
    assert "  状态  待履行" in ran.out
    assert "有效期 第一期" in ran.out


@pytest.mark.parametrize("target", ["SP-01-j-2:年度检查/日志样本", "SP-01-j-2:日志样本"])
def test_a_norm_and_a_subject(hegui: Run, target: str) -> None:
    ran = hegui("explain", target, *FACTS)
    assert ran.out.count("  状态  ") == 1
    assert "提供日期(2020-10-09)晚于期限(2020-09-30) facts.yaml:" in ran.out


@pytest.mark.parametrize(
    ("norm", "status"),
    [("SP-02-d", "met"), ("SP-03-a", "not applicable"), ("SP-02-b:云通知", "violated"), ("SP-12-a", "undetermined")],
)
def test_every_status_has_reasons(hegui: Run, norm: str, status: str) -> None:
    ran = hegui("explain", norm, "--lang", "en", *FACTS)
    assert f"  Status   {status}\n" in ran.out
    assert "  Why      - " in ran.out


def test_a_fingerprint_finds_its_finding(hegui: Run) -> None:
    report = json.loads(hegui("audit", MAIN, "--as-of", MAIN_DAY, "--format", "json").out)
    finding = report["findings"][0]
    by_norm = hegui("explain", f"{finding['norm']}:{'/'.join(finding['subject'])}", *FACTS).out
    assert hegui("explain", finding["fingerprint"][:10], *FACTS).out == by_norm
    assert finding["fingerprint"] in by_norm


def test_an_umbrella_is_explained_by_its_members(hegui: Run) -> None:
    ran = hegui("explain", "SP-02-a", *FACTS)
    assert ran.code == 0
    assert "- SP-02-b     不得经营或者变相经营未经许可的电信业务 违反、待定、符合" in ran.out


def test_without_facts_a_norm_explains_itself(hegui: Run) -> None:
    assert hegui("explain", "SP-09-f").out == hegui("norms", "show", "SP-09-f").out


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("SP-02-b:彩", "SP-02-b has no finding about 彩; its subjects are: 短信, 彩信, 云通知"),
        ("SP-09-g", "did you mean SP-09-"),
        ("0000000000", "no finding has a fingerprint that begins with 0000000000"),
        ("nothing", "`hegui norms list` shows them all"),
    ],
)
def test_what_there_is_not(hegui: Run, target: str, told: str) -> None:
    ran = hegui("explain", target, *FACTS)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
