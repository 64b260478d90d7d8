"""examples/policy: a ruleset of one's own, with nothing to mend, and the report that it gives."""

from pathlib import Path
from typing import Final

import pytest

from hegui.cli import main as hegui
from hegui.engine.quality import coverage_of, lint, mutation_scores, run_norm_tests
from hegui.engine.ruleset import load_ruleset
from tests.docs.guide import ROOT

POLICY: Final = ROOT / "examples" / "policy"


def text_of(name: str) -> str:
    return (POLICY / name).read_text(encoding="utf-8")


def test_its_norms_come_out_as_their_examples_say() -> None:
    results = list(run_norm_tests(POLICY))
    assert [(one.norm, one.failures, one.not_shown) for one in results] == [
        (norm, (), ()) for norm in ("POL-1-a", "POL-2-a", "POL-3-a", "POL-4-a", "POL-4-b")
    ]


def test_there_is_nothing_to_mend() -> None:
    assert [str(remark) for remark in lint(POLICY)] == []


def test_its_text_is_covered() -> None:
    coverage = coverage_of(load_ruleset(POLICY))
    assert (coverage.complete, coverage.problems) == (True, ())


def test_its_examples_notice_every_change() -> None:
    assert [(one.norm, one.survivors) for one in mutation_scores(POLICY) if one.survivors] == []


def test_it_is_about_ten_lines() -> None:
    ruleset = load_ruleset(POLICY)
    assert len(ruleset.clauses) == 5
    assert sum(len(clause.text) for clause in ruleset.clauses) < 200


@pytest.mark.parametrize("engine", ["rete", "compiled"])
def test_the_audit_gives_the_report_beside_it(
    engine: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("COLUMNS", raising=False)
    day = text_of("as_of.txt").strip()
    code = hegui(
        ["audit", "examples/policy/facts.yaml", "--ruleset", "examples/policy", "--as-of", day, "--engine", engine]
    )
    assert code == int(text_of("exit_code.txt"))
    found = capsys.readouterr().out.replace(f"引擎 {engine}", "引擎 rete")
    assert found == text_of("expected.txt")


def test_the_other_reading_finds_the_launch_of_the_same_day() -> None:
    import hegui as library

    report = library.audit(
        POLICY / "facts.yaml", as_of="2019-06-03", ruleset=POLICY, readings={"same_day_assessment": "too_late"}
    )
    assert [one.subject for one in report.findings if one.norm == "POL-4-a" and one.status == "violated"] == [
        ("diary",)
    ]


def test_the_text_of_the_policy_says_that_it_is_invented() -> None:
    assert "虚构" in text_of("ruleset.yaml")
    assert "虚构" in Path(POLICY / "facts.yaml").read_text(encoding="utf-8")
