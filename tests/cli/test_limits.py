"""What is greater than a limit is refused, with the name of the setting that allows more; docs/limits.md lists them."""

import re
from pathlib import Path

import pytest

from hegui.engine.rete import session as rete_session
from hegui.facts.limits import BYTES, LEVELS, LIMITS, ROWS, SECONDS, VALUES, Limit
from tests.cli.running import CLEAN, CLEAN_DAY, MAIN, MAIN_DAY, ROOT, Run

SERVICES = "services: [{id: a}, {id: b}, {id: c}]\n"
BUSY = "services: [" + ", ".join(f"{{id: s{n}, name: n{n}, started_on: 2018-01-01}}" for n in range(2_000)) + "]\n"


def _file(folder: Path, text: str, name: str = "facts.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("limit", "most", "text", "told"),
    [
        (BYTES, 20, SERVICES, "holds 38 bytes"),
        (VALUES, 5, SERVICES, "more than 5 values"),
        (LEVELS, 2, SERVICES, "more than 2 levels of nesting"),
        (ROWS, 10, SERVICES, "more than 10 elements in the company's lists"),
        (SECONDS, 1, BUSY, "no verdict after 1 seconds of processor time"),
    ],
)
def test_each_limit_is_told_with_its_setting(
    hegui: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    limit: Limit,
    most: int,
    text: str,
    told: str,
) -> None:
    file = _file(tmp_path, text)
    monkeypatch.setenv(limit.setting, str(most))
    ran = hegui("audit", file, "--engine", "compiled")
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert f"at most {most}; " in ran.err
    assert f"or set {limit.setting} (up to {limit.greatest})" in ran.err


def test_a_limit_that_is_raised_lets_more_in(hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = _file(tmp_path, "name: " + "[" * 70 + "]" * 70)
    assert "more than 60 levels" in hegui("audit", deep).err
    monkeypatch.setenv(LEVELS.setting, "100")
    assert "name: a list where a text belongs" in hegui("audit", deep).err


@pytest.mark.parametrize("limit", LIMITS, ids=lambda one: one.setting)
@pytest.mark.parametrize("given", ["0", "many", "9" * 13])
def test_a_setting_that_is_no_number(hegui: Run, monkeypatch: pytest.MonkeyPatch, limit: Limit, given: str) -> None:
    monkeypatch.setenv(limit.setting, given)
    ran = hegui("audit", CLEAN, "--as-of", CLEAN_DAY)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{limit.setting}: '{given}' in the environment, expected a whole number from 1 to ")
    assert ran.err.endswith("hegui: 1 problem in the settings; nothing was audited\n")


@pytest.mark.parametrize("name", ["facts.yaml", "facts.json"])
def test_the_greatest_number_of_levels_is_survived(
    hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(LEVELS.setting, str(LEVELS.greatest))
    levels = LEVELS.greatest - 1
    file = _file(tmp_path, '{"name": ' + "[" * levels + "]" * levels + "}", name)
    assert "name: a list where a text belongs" in hegui("audit", file).err


def test_a_company_that_is_too_great_for_one_engine(hegui: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rete_session, "MOST_FACTS", 50)
    ran = hegui("audit", MAIN, "--as-of", MAIN_DAY, "--engine", "rete")
    assert (ran.code, ran.out) == (2, "")
    assert "split the document, or name the engine compiled" in ran.err


def test_the_page_has_the_limits_that_hold() -> None:
    rows = re.findall(r"^\| `(HEGUI_\w+)` \| ([\d,]+) \| ([\d,]+) \| ([^|]+?) \|", _page(), re.MULTILINE)
    assert rows == [(one.setting, f"{one.usual:,}", f"{one.greatest:,}", one.of) for one in LIMITS]


def test_more_clause_files_than_a_ruleset_has(hegui: Run, tmp_path: Path) -> None:
    (tmp_path / "clauses").mkdir()
    (tmp_path / "ruleset.yaml").touch()
    for number in range(1_001):
        (tmp_path / "clauses" / f"{number}.yaml").touch()
    ran = hegui("norms", "list", "--ruleset", f"{tmp_path}/")
    assert (ran.code, ran.out) == (2, "")
    assert "clauses: 1001 clause files (at most 1000; make two rulesets of it)" in ran.err


def _page() -> str:
    return (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
