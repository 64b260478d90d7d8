"""What is greater than a limit is refused, with the name of the setting that allows more; docs/limits.md lists them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from hegui.cli.time_limit import SETTING, USUAL
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
        (ROWS, 2, SERVICES, "more than 2 elements in the company's lists"),
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


@pytest.mark.parametrize("engine", ["rete", "compiled"])
def test_as_many_elements_as_the_limit_are_let_in(
    hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    monkeypatch.setenv(ROWS.setting, "3")
    assert hegui("audit", _file(tmp_path, SERVICES), "--select", "SP-09", "--engine", engine).code == 3
    one_more = _file(tmp_path, f"{SERVICES}projects: [{{id: a}}]\n")
    assert hegui("audit", one_more, "--select", "SP-09", "--engine", engine).code == 2


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


def _clause(folder: Path, condition: str) -> Path:
    """The small ruleset among the examples, with another condition in its second clause."""
    for name in ("ruleset.yaml", "concepts.yaml", "readings.yaml", "bases.yaml", "clauses"):
        path = ROOT / "examples" / "policy" / name
        (folder / name).symlink_to(path) if path.is_file() else (folder / name).mkdir()
    for path in (ROOT / "examples" / "policy" / "clauses").glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("requires: it.resolved", f"requires: {condition}")
        (folder / "clauses" / path.name).write_text(text, encoding="utf-8")
    return folder


def test_a_norm_that_rete_cannot_hold_is_no_internal_error(hegui: Run, tmp_path: Path) -> None:
    parts = [f"any(l.launched_on >= date({1990 + n}, 1, 1) for l in launches)" for n in range(60)]
    folder = _clause(tmp_path, " and ".join(parts))
    facts = ROOT / "examples" / "policy" / "facts.yaml"
    ran = hegui("audit", facts, "--as-of", "2019-06-03", "--ruleset", f"{folder}/", "--engine", "rete")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("hegui: the engine rete cannot hold this norm, compiled can; nothing was audited\n")
    assert "02.yaml:" in ran.err.splitlines()[0]
    ran = hegui("audit", facts, "--as-of", "2019-06-03", "--ruleset", f"{folder}/", "--engine", "compiled")
    assert ran.code != 2


def test_the_limit_of_time_is_told_in_two_places() -> None:
    assert (SECONDS.setting, SECONDS.usual) == (SETTING, USUAL)


def test_the_limit_of_time_costs_a_start_no_import_of_the_facts() -> None:
    code = "import sys; from hegui.cli import main; main(['--version']); sys.exit('hegui.facts' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (ran.returncode, ran.stderr) == (0, "")


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


def test_more_sources_than_are_looked_for(hegui: Run, tmp_path: Path) -> None:
    sources = ", ".join("{path: services, source: 台账}" for _ in range(2_001))
    ran = hegui("audit", _file(tmp_path, f"{SERVICES}sources: [{sources}]\n"))
    assert (ran.code, ran.out) == (2, "")
    assert "2:10: sources: 2001 sources, expected at most 2000; a path may name a list or a section" in ran.err


def _page() -> str:
    return (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
