"""`hegui norms`: what the ruleset says."""

import json
from pathlib import Path

import pytest

from hegui.engine.ruleset import load_ruleset
from tests.cli.running import ROOT, Run

RULESET = load_ruleset(ROOT / "rulesets" / "miit_b25")


def test_all_norms_are_listed_in_the_order_of_the_text(hegui: Run) -> None:
    ran = hegui("norms", "list", "--format", "json")
    assert [norm["id"] for norm in json.loads(ran.out)] == sorted(RULESET.order, key=lambda one: RULESET.order[one])


def test_the_text_lists_them_under_their_clauses(hegui: Run) -> None:
    out = hegui("norms", "list", "--select", "SP-09").out
    assert out.splitlines()[0].startswith(RULESET.clause_of["9"].citation)
    assert "  SP-09-d     严重 对发现的违法信息立即处置\n" in out
    assert out.endswith("共 7 项规范;总括规定不另计数\n")


@pytest.mark.parametrize("norm", [*RULESET.norms, *RULESET.umbrellas])
def test_every_norm_can_be_shown(hegui: Run, norm: str) -> None:
    language = "zh" if RULESET.order[norm] % 2 else "en"
    ran = hegui("norms", "show", norm, "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(norm)
    grounded = any(norm in segment.norms for clause in RULESET.clauses for segment in clause.segments)
    assert ("【" in ran.out) is grounded


def test_a_norm_is_shown_with_all_that_it_has(hegui: Run) -> None:
    norm = RULESET.norms["SP-09-f"]
    out = hegui("norms", "show", "SP-09-f", "--width", "400").out
    assert "【并在处置后的 10 个工作日内向电信主管部门上报。】" in out
    assert "- by (最迟期限): workdays_after(it.disposed_at, 10)" in out
    assert "- reported (推算值): it.reported_on if " in out
    assert "现取 --reading early_report=strict;另可取 early_report=lenient(提前报告也算)" in out
    for text in (norm.remedy.zh, norm.because.zh, *norm.documents, *(basis.gist.zh for basis in norm.bases)):
        assert text in out
    assert f"09.yaml:{norm.line}" in out


def test_conditions_are_found_wherever_the_command_runs(
    hegui: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "workdays_after(it.disposed_at, 10)" in hegui("norms", "show", "SP-09-f").out


def test_a_definition_says_what_words_mean(hegui: Run) -> None:
    ran = hegui("norms", "show", "LF-03", "--lang", "en")
    assert ran.out.startswith("LF-03 The business that is licensed [definition]")
    assert "  Meaning  The business is information service" in ran.out


@pytest.mark.parametrize("arguments", [["show", "SP-09-x"], ["list", "--select", "SP-99"]])
def test_what_there_is_not(hegui: Run, arguments: list[str]) -> None:
    ran = hegui("norms", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("hegui: there is no norm ")
