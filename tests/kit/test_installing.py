"""The action and the hooks, installed by their hosts' own means from what is committed.

Both build hegui and fetch what it needs, in some twenty seconds each. Where nothing can be fetched the tests are
skipped; where something can they have to pass.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import CLEAN, CLEAN_DAY, MAIN
from tests.kit.checkout import fetched
from tests.kit.github_host import Host


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The repository of hegui. Skips where pip can fetch nothing."""
    fetch = ["download", "--quiet", "--no-deps", "--no-cache-dir", "--retries", "0", "--timeout", "20"]
    asked = subprocess.run(
        [sys.executable, "-m", "pip", *fetch, "--dest", str(tmp_path / "asked"), "hatchling"],
        capture_output=True,
        encoding="utf-8",
    )
    if asked.returncode:
        pytest.skip(f"pip can fetch nothing here: {asked.stderr.strip().splitlines()[-1]}")
    return fetched(tmp_path / "hegui")


def test_the_action_installs_hegui_and_audits(source: Path, tmp_path: Path) -> None:
    workspace, temporary = tmp_path / "workspace", tmp_path / "temporary"
    workspace.mkdir()
    temporary.mkdir()
    (workspace / "facts.yaml").write_bytes(CLEAN.read_bytes())
    host = Host(source, workspace, temporary)
    given = {"facts": "facts.yaml", "as-of": CLEAN_DAY, "outputs": "html=report.html\nxlsx=report.xlsx"}
    first = host.run(given, {"python": {"python-path": sys.executable}})
    assert first.success, first.log
    assert (first.outputs["verdict"], first.outputs["exit-code"]) == ("clean", "0")
    assert (workspace / "report.html").is_file()
    marked = (temporary / "hegui" / "installed").stat().st_mtime_ns
    again = host.run(given, {"python": {"python-path": sys.executable}})
    assert again.success, again.log
    assert (temporary / "hegui" / "installed").stat().st_mtime_ns == marked, "a second use installs nothing"


def test_the_hooks_run_at_a_commit(source: Path, tmp_path: Path) -> None:
    git(source, "init", "-q")
    commit(source)
    mine = tmp_path / "mine"
    mine.mkdir()
    git(mine, "init", "-q")
    (mine / "facts.yaml").write_bytes(CLEAN.read_bytes())
    (mine / ".pre-commit-config.yaml").write_text(
        f"""\
repos:
  - repo: {source}
    rev: {git(source, "rev-parse", "HEAD").strip()}
    hooks:
      - id: hegui-facts
      - id: hegui-audit
        args: [--as-of, '{CLEAN_DAY}', facts.yaml]
""",
        encoding="utf-8",
    )
    (mine / "notes.yaml").write_text("of no concern: here\n", encoding="utf-8")
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    commit(mine)

    clean = pre_commit(mine, home)
    assert clean.returncode == 0, clean.stdout
    assert hooks(clean.stdout) == ["Passed", "Passed"]

    (mine / "facts.yaml").write_text("licence: {number: 5, colour: red}\n", encoding="utf-8")
    broken = pre_commit(mine, home)
    assert (broken.returncode, hooks(broken.stdout)) == (1, ["Failed", "Failed"])
    assert "facts.yaml:1:" in broken.stdout
    assert "colour" in broken.stdout

    (mine / "facts.yaml").write_bytes(MAIN.read_bytes())
    violated = pre_commit(mine, home)
    assert (violated.returncode, hooks(violated.stdout)) == (1, ["Passed", "Failed"])
    assert "- exit code: 1" in violated.stdout
    assert "SP-02-b" in violated.stdout


def hooks(told: str) -> list[str]:
    """How each hook ended."""
    return re.findall(r"^hegui [a-z ]+\.+(Passed|Failed|Skipped)$", told, re.MULTILINE)


def pre_commit(folder: Path, home: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"],
        cwd=folder,
        env={**os.environ, **home},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def git(folder: Path, *arguments: str) -> str:
    settings = ["-c", "user.name=hegui", "-c", "user.email=hegui@example.invalid", "-c", "core.autocrlf=false"]
    ran = subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8")
    return ran.stdout


def commit(folder: Path) -> None:
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "-q", "--no-verify", "--message", "Everything")
