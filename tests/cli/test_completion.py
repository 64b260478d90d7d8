"""Completion: bash as it runs, zsh and fish by what they are answered, and the values that are offered."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hegui.engine.audit import ENGINES
from hegui.engine.ruleset import load_ruleset
from hegui.reports.formats import Format
from hegui.rulesets import DEFAULT, find_ruleset
from tests.cli.running import ROOT, Run

Completed = Callable[[str], list[str]]

_ASK = """\
source "$1"; shift
for line in "$@"; do
    read -ra COMP_WORDS <<<"$line"
    [[ $line == *' ' ]] && COMP_WORDS+=('')
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMPREPLY=()
    _hegui_completion hegui
    echo "${COMPREPLY[*]}"
done
"""


@pytest.fixture
def completed(hegui: Run, monkeypatch: pytest.MonkeyPatch) -> Completed:
    """`completed("audit --engine ")` gives what bash is offered for the line so far."""

    def complete(line: str) -> list[str]:
        words = f"hegui {line}".split(" ")
        monkeypatch.setenv("_HEGUI_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", " ".join(words))
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
        ran = hegui()
        assert (ran.code, ran.err) == (0, "")
        return ran.out.split()

    return complete


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes_commands_options_and_values(tmp_path: Path) -> None:
    command = tmp_path / "hegui"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m hegui "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    # The script has to call itself hegui, which `python -m hegui` alone does not say.
    settings = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "_HEGUI_COMPLETE": "source_bash"}
    script = tmp_path / "completion.bash"
    script.write_bytes(subprocess.run([command], env=settings, cwd=ROOT, check=True, capture_output=True).stdout)
    del settings["_HEGUI_COMPLETE"]
    ran = subprocess.run(
        ["bash", "--norc", "-c", _ASK, "bash", script, "hegui de", "hegui audit --select SP-09-a"],
        env=settings,
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert (ran.stdout.splitlines(), ran.stderr) == (["deadlines", "SP-09-a-1 SP-09-a-2"], "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script(hegui: Run, monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    monkeypatch.setenv("_HEGUI_COMPLETE", f"source_{shell}")
    ran = hegui()
    assert (ran.code, ran.err) == (0, "")
    assert f"_HEGUI_COMPLETE=complete_{shell}" in ran.out


@pytest.mark.parametrize(
    ("shell", "told"),
    [("zsh", '"deadlines":"Show what falls due when'), ("fish", "deadlines\tShow what falls due when")],
)
def test_zsh_and_fish_are_told_what_a_command_is(
    hegui: Run, monkeypatch: pytest.MonkeyPatch, shell: str, told: str
) -> None:
    monkeypatch.setenv("_HEGUI_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "hegui de")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    assert told in hegui().out


def test_values(completed: Completed) -> None:
    assert completed("audit --engine ") == list(ENGINES)
    assert completed("audit --format ") == [str(one) for one in Format]
    assert completed("audit --fail-on ma") == ["major"]
    assert completed("audit --ruleset ") == [DEFAULT]
    assert completed("norms lint ") == [DEFAULT]


def test_norms_are_those_of_the_ruleset(completed: Completed) -> None:
    rules = load_ruleset(find_ruleset())
    assert sorted(completed("norms show ")) == sorted(rules.norms_and_umbrellas)
    assert completed("explain SP-15-08-e") == ["SP-15-08-e"]
    assert completed("norms list --ruleset examples/policy --select POL-4") == ["POL-4-a", "POL-4-b"]
    assert completed("audit --ignore SP-11-a,LF") == ["SP-11-a,LF-01", "SP-11-a,LF-02"]


@pytest.mark.parametrize(
    "line", ["audit exam", "audit --ruleset exam", "norms show --ruleset nowhere ", "audit --as-of "]
)
def test_where_there_is_nothing_to_offer_the_shell_offers_files(completed: Completed, line: str) -> None:
    assert completed(line) == []


def test_the_engines_of_the_help_are_those_that_are_offered(hegui: Run) -> None:
    assert re.search(rf"--engine {'[|]'.join(ENGINES)}\b", hegui("audit", "--help").out)
