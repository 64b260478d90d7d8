"""`hegui diff`: two reports or two files of facts; 1 where something is worse, 2 where they cannot be compared."""

import json
from pathlib import Path

import pytest

from tests.cli.running import CLEAN, ROOT, Run
from tests.cli.test_examples import EXPECTED, compare

FACTS = ROOT / "examples" / "launches" / "facts.yaml"
EARLY, LATE = "2019-06-10", "2019-07-01"


@pytest.fixture
def reports(hegui: Run, tmp_path: Path) -> tuple[Path, Path]:
    found = tmp_path / "early.json", tmp_path / "late.json"
    for file, day in zip(found, (EARLY, LATE), strict=True):
        hegui("audit", FACTS, "--as-of", day, "--engine", "compiled", "-q", "--output", f"json={file}")
    return found


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The facts with one service outside the licence, one duty done and one fact less."""
    text = FACTS.read_text(encoding="utf-8")
    text = text.replace("logs: {retention: 12, retention_unit: month}\n", "")
    text = text.replace(
        "changed_on: 2019-05-20, reported_on: not_done", "changed_on: 2019-05-20, reported_on: 2019-06-03"
    )
    text = text.replace("fixed_phone_approved_until: 2022-03-20,", "fixed_phone_approved_until: 2019-06-01,")
    file = tmp_path / "changed.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_two_reports(hegui: Run, reports: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    early, late = reports
    monkeypatch.chdir(early.parent)
    worse = hegui("diff", early.name, late.name, "--lang", "en")
    assert (worse.code, worse.err) == (1, "")
    assert worse.out.startswith("1 changed, 1 of them for the worse; ")
    assert "became violated: 1" in worse.out
    better = hegui("diff", late.name, early.name, "--lang", "en")
    assert better.code == 0
    assert better.out.startswith("1 changed, 0 of them for the worse; ")
    assert "became pending: 1" in better.out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_two_files_of_facts(
    hegui: Run, changed: Path, language: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "before.yaml").write_bytes(FACTS.read_bytes())
    monkeypatch.chdir(tmp_path)
    ran = hegui("diff", "before.yaml", changed.name, "--as-of", EARLY, "--lang", language)
    assert (ran.code, ran.err) == (1, "")
    compare(EXPECTED / f"diff-{language}.txt", ran.out)


def test_the_same_twice(hegui: Run, reports: tuple[Path, Path]) -> None:
    ran = hegui("diff", reports[0], reports[0], "--lang", "en", "-q")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("0 changed, 0 of them for the worse; ")


def test_json(hegui: Run, reports: tuple[Path, Path]) -> None:
    ran = hegui("diff", *reports, "--format", "json")
    found = json.loads(ran.out)
    assert (ran.code, found["schema"], found["worse"]) == (1, "hegui-diff-1", True)
    (change,) = found["changes"]
    assert (change["before"]["status"], change["after"]["status"], change["worse"]) == ("pending", "violated", True)


def test_standard_input(hegui: Run, reports: tuple[Path, Path]) -> None:
    assert hegui("diff", reports[0], "-", stdin=reports[1].read_bytes()).code == 1
    assert "standard input can be read once" in hegui("diff", "-", "-").err


def test_reports_of_a_selection_are_compared_where_both_looked(hegui: Run, reports: tuple[Path, Path]) -> None:
    some = reports[0].with_name("some.json")
    hegui("audit", FACTS, "--as-of", EARLY, "--engine", "compiled", "--select", "SP-09", "--output", f"json={some}")
    ran = hegui("diff", some, reports[1], "--lang", "en", "-q")
    assert (ran.code, ran.out[:10]) == (0, "0 changed,")


def test_a_report_and_facts(hegui: Run, reports: tuple[Path, Path]) -> None:
    ran = hegui("diff", CLEAN, reports[0])
    assert (ran.code, ran.out) == (2, "")
    assert f"{reports[0]} is a report and {CLEAN} is not" in ran.err


def test_options_of_an_audit_have_no_say_over_reports(hegui: Run, reports: tuple[Path, Path]) -> None:
    ran = hegui("diff", *reports, "--as-of", EARLY)
    assert ran.code == 2
    assert "--as-of: these are reports, which are made" in ran.err


def test_reports_by_different_rulesets(hegui: Run, reports: tuple[Path, Path]) -> None:
    text = reports[0].read_text(encoding="utf-8").replace('"id": "miit-b25"', '"id": "other"', 1)
    reports[0].write_text(text, encoding="utf-8")
    ran = hegui("diff", *reports)
    assert (ran.code, ran.out) == (2, "")
    assert "by different rulesets, 'other' and 'miit-b25'" in ran.err


def test_everything_wrong_with_both_is_told(hegui: Run, tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("servies: []\n", encoding="utf-8")
    ran = hegui("diff", tmp_path / "a.yaml", tmp_path / "b.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("hegui: 2 problems in the facts; nothing was audited\n")


def test_no_such_file(hegui: Run, tmp_path: Path) -> None:
    ran = hegui("diff", tmp_path / "a.yaml", CLEAN)
    assert ran.code == 2
    assert "there is no such file" in ran.err


def test_reports_that_are_broken(hegui: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('{"schema": "hegui-report-1", "findings": [}', encoding="utf-8")
    ran = hegui("diff", file, file)
    assert ran.code == 2
    assert f"{file}:1:43: this is not JSON" in ran.err
