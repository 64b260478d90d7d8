"""`--engine`: both engines tell the same, and without durable-rules the other one takes over."""

import json
import os
import re
import subprocess
import sys

import pytest

from hegui.cli.app import app
from hegui.engine.audit import ENGINES
from hegui.engine.compiled import CompiledEngine
from hegui.engine.compiled.engine import Clock
from hegui.engine.decisions import Decisions
from hegui.engine.kleene import Kleene
from hegui.engine.rows import Rows
from hegui.engine.status import Decision
from tests.cli.running import CLEAN, CLEAN_DAY, MAIN, MAIN_DAY, ROOT, Run

CLEAN_AUDIT = ("audit", str(CLEAN), "--as-of", CLEAN_DAY)


def test_both_engines_give_the_same_report(hegui: Run) -> None:
    made = [
        json.loads(hegui("audit", MAIN, "--as-of", MAIN_DAY, "--format", "json", "--engine", engine).out)
        for engine in ("rete", "compiled")
    ]
    assert [report.pop("engine") for report in made] == ["rete", "compiled"]
    assert made[0] == made[1]


def test_two_engines_are_asked_on_request(hegui: Run) -> None:
    assert "引擎 rete,经 compiled 复核一致)" in hegui(*CLEAN_AUDIT, "--cross-check", "--width", "400").out
    ran = hegui(*CLEAN_AUDIT, "--cross-check", "--engine", "compiled", "--format", "json")
    report = json.loads(ran.out)
    assert (ran.code, report["engine"], report["confirmed_by"]) == (0, "compiled", "rete")
    assert json.loads(hegui(*CLEAN_AUDIT, "--format", "json").out)["confirmed_by"] is None


def test_where_they_differ_there_is_no_verdict(hegui: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Careless(CompiledEngine):
        def decide(self, rows: Rows, clock: Clock | None = None) -> Decisions:
            decisions = dict(super().decide(rows, clock))
            key = next(key for key in decisions if key[0] == "SP-12-a")
            return {**decisions, key: Decision(Kleene.FALSE, Kleene.FALSE, Kleene.FALSE)}

    engines = {**ENGINES, "compiled": lambda norms, key: Careless(norms)}
    monkeypatch.setattr("hegui.engine.audit.ENGINES", engines)
    ran = hegui(*CLEAN_AUDIT, "--cross-check")
    assert (ran.code, ran.out) == (2, "")
    assert "the engines rete and compiled differ on SP-12-a" in " ".join(ran.err.split())


def test_rete_decides_where_durable_rules_is_installed(hegui: Run) -> None:
    assert "引擎 rete)" in hegui(*CLEAN_AUDIT, "--width", "400").out


def test_compiled_decides_where_it_is_not(hegui: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    ran = hegui(*CLEAN_AUDIT, "--width", "400")
    assert (ran.code, ran.err) == (0, "")
    assert "引擎 compiled)" in ran.out


def test_asking_for_rete_all_the_same_says_what_is_missing() -> None:
    """In a process of its own: here the engine was imported long ago."""
    ran = without_durable_rules(f"main({[*CLEAN_AUDIT, '--engine', 'rete']!r})")
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert ran.stderr.startswith("hegui: durable-rules is not installed, on which the engine rete runs")
    assert "--engine" in ran.stderr


@pytest.mark.parametrize("cache", ["off", "kept"])
def test_without_durable_rules_everything_else_works(cache: str, tmp_path: object) -> None:
    run = f"main({[*CLEAN_AUDIT, '-q']!r})"
    ran = without_durable_rules(f"{run} or {run}", HEGUI_CACHE_DIR="off" if cache == "off" else str(tmp_path))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.count("结论:没有违反") == 2


def without_durable_rules(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    look = f"import sys; sys.modules['durable_rules_engine'] = None; from hegui.cli import main; sys.exit({code})"
    settings = {**os.environ, **environment}
    return subprocess.run(
        [sys.executable, "-c", look], capture_output=True, cwd=ROOT, check=False, encoding="utf-8", env=settings
    )


def test_every_command_is_in_the_readme() -> None:
    rows = re.findall(r"^\| (`hegui [^|]*) \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    words = " ".join(rows)
    commands = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    assert commands
    assert not [name for name in commands if f"`hegui {name}" not in words]
    for group in app.registered_groups:
        assert group.typer_instance is not None
        inside = [row for row in rows if f"`hegui {group.name} " in row]
        names = [command.name for command in group.typer_instance.registered_commands]
        assert not [name for name in names if not any(re.search(rf"\b{name}\b", row) for row in inside)]


def test_deadlines_need_no_durable_rules() -> None:
    ran = without_durable_rules(f"main({['deadlines', str(CLEAN), '--as-of', CLEAN_DAY]!r})")
    assert (ran.returncode, ran.stderr) == (0, "")
