"""`--baseline`: only what is new or worse gates; statuses stay; a file that is no report is refused with its place."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import MAIN, MAIN_DAY, ROOT, Run

FACTS = ROOT / "examples" / "launches" / "facts.yaml"
EARLY, LATE = "2019-06-10", "2019-07-01"  # between the two the information on a local body becomes late


def audit(hegui: Run, day: str, *options: object, facts: Path = FACTS) -> tuple[int, dict[str, Any]]:
    ran = hegui("audit", facts, "--as-of", day, "--engine", "compiled", "--format", "json", *options)
    return ran.code, json.loads(ran.out)


@pytest.fixture
def early(hegui: Run, tmp_path: Path) -> Path:
    file = tmp_path / "early.json"
    file.write_text(json.dumps(audit(hegui, EARLY)[1], ensure_ascii=False), encoding="utf-8")
    return file


def test_what_was_so_before_does_not_gate(hegui: Run, tmp_path: Path) -> None:
    code, former = audit(hegui, MAIN_DAY, facts=MAIN)
    file = tmp_path / "former.json"
    file.write_text(json.dumps(former), encoding="utf-8")
    now, found = audit(hegui, MAIN_DAY, "--baseline", file, facts=MAIN)
    assert (code, now) == (1, 0)
    assert {one["change"] for one in found["findings"]} == {"as_before"}
    assert found["baseline"]["fixed"] == 0
    assert [one["status"] for one in found["findings"]] == [one["status"] for one in former["findings"]]
    assert (found["verdict"], found["counts"]) == (former["verdict"], former["counts"])


def test_what_is_worse_gates(hegui: Run, early: Path) -> None:
    code, found = audit(hegui, LATE, "--baseline", early)
    assert code == 1
    assert [one["norm"] for one in found["findings"] if one["change"] == "worse"] == ["SP-12-a"]
    assert found["baseline"]["counts"]["worse"] == 1
    assert found["baseline"]["as_of"] == EARLY
    ran = hegui("audit", FACTS, "--as-of", LATE, "--engine", "compiled", "--baseline", early, "--lang", "en")
    assert "Beside the baseline: 1 new or worse, 0 fixed" in ran.out
    assert "  Change   worse" in ran.out


def test_what_is_new_gates(hegui: Run, early: Path) -> None:
    former = json.loads(early.read_text(encoding="utf-8"))
    former["findings"] = [one for one in former["findings"] if one["norm"] != "SP-12-a"]
    early.write_text(json.dumps(former), encoding="utf-8")
    code, found = audit(hegui, LATE, "--baseline", early)
    assert code == 1
    assert {one["norm"] for one in found["findings"] if one["change"] == "new"} == {"SP-12-a"}


def test_what_is_fixed_is_counted(hegui: Run, early: Path) -> None:
    late = early.with_name("late.json")
    late.write_text(json.dumps(audit(hegui, LATE)[1]), encoding="utf-8")
    code, found = audit(hegui, EARLY, "--baseline", late)
    assert (code, found["baseline"]["fixed"]) == (0, 1)
    assert [one["norm"] for one in found["findings"] if one["change"] == "better"] == ["SP-12-a"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1:1: this is not JSON: input data was truncated, expected a report that `hegui audit --format json`"),
        ("[]", "1:1: expected `object`, got `array`"),
        ("{\n x}", "2:2: this is not JSON: JSON is malformed"),
        ('{"schema": "hegui-gate-1"}', "1:12: schema: invalid enum value 'hegui-gate-1'"),
        ("name: a\n", "this is not JSON"),
        ('{"x": ' + "[" * 100_000, "1:1: the file nests too deeply"),
    ],
)
def test_a_file_that_is_no_report(hegui: Run, tmp_path: Path, text: str, told: str) -> None:
    file, written = tmp_path / "former.json", tmp_path / "report.json"
    file.write_text(text, encoding="utf-8")
    ran = hegui("audit", FACTS, "--as-of", EARLY, "--baseline", file, "--output", f"json={written}")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{file}:")
    assert told in ran.err
    assert ran.err.endswith("hegui: 1 problem in the report; nothing was audited\n")
    assert not written.exists()


def test_a_finding_that_is_wrong_is_told_with_its_place(hegui: Run, early: Path) -> None:
    former = json.loads(early.read_text(encoding="utf-8"))
    former["findings"][2]["status"] = "fine"
    early.write_text(json.dumps(former, indent=1), encoding="utf-8")
    ran = hegui("audit", FACTS, "--as-of", EARLY, "--baseline", early)
    assert ran.code == 2
    assert "findings.2.status: invalid enum value 'fine'" in ran.err
    line = int(ran.err.removeprefix(f"{early}:").partition(":")[0])
    assert '"status": "fine"' in early.read_text(encoding="utf-8").splitlines()[line - 1]


def test_no_such_file(hegui: Run, tmp_path: Path) -> None:
    ran = hegui("audit", FACTS, "--as-of", EARLY, "--baseline", tmp_path / "former.json")
    assert ran.code == 2
    assert "the file cannot be read: No such file or directory, expected the path of a report" in ran.err


def test_a_report_by_another_ruleset(hegui: Run, early: Path) -> None:
    former = json.loads(early.read_text(encoding="utf-8"))
    former["ruleset"]["id"] = "other"
    early.write_text(json.dumps(former), encoding="utf-8")
    ran = hegui("audit", FACTS, "--as-of", EARLY, "--baseline", early)
    assert ran.code == 2
    assert "it is a report by the ruleset 'other'" in ran.err


def test_a_report_on_another_company_is_told(hegui: Run, early: Path) -> None:
    ran = hegui("audit", MAIN, "--as-of", MAIN_DAY, "--engine", "compiled", "--baseline", early, "-q")
    assert "another company?" in ran.err


def test_standard_input_can_be_read_once(hegui: Run) -> None:
    assert "standard input can be read once" in hegui("audit", "-", "--baseline", "-").err
