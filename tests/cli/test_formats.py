"""The formats of `hegui audit` from the command line: to standard output, to files, and where a package is missing."""

import builtins
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from hegui.cli.failures import EXTRAS
from hegui.reports.formats import Format
from tests.cli.running import MAIN, MAIN_DAY, Run

AUDIT = ("audit", MAIN, "--as-of", MAIN_DAY)
TEXTS = [one for one in Format if not one.binary and one is not Format.HTML]


@pytest.mark.parametrize("format_", TEXTS)
def test_standard_output_and_a_file_hold_the_same(hegui: Run, tmp_path: Path, format_: Format) -> None:
    file = tmp_path / f"report{format_.extension}"
    ran = hegui(*AUDIT, "--format", format_, "--output", f"{format_}={file}")
    assert (ran.code, ran.err) == (1, "")
    assert file.read_bytes().decode("utf-8") == ran.out


def test_a_workbook_goes_to_a_file(hegui: Run, tmp_path: Path) -> None:
    file = tmp_path / "report.xlsx"
    assert hegui(*AUDIT, "-q", "--output", f"xlsx={file}").code == 1
    assert openpyxl.load_workbook(io.BytesIO(file.read_bytes())).sheetnames[0] == "概要"


def test_a_workbook_does_not_go_to_standard_output(hegui: Run) -> None:
    ran = hegui("audit", "no-such-file.yaml", "--format", "xlsx")
    assert (ran.code, ran.out) == (2, "")
    assert "--output xlsx=report.xlsx" in ran.err


def test_annotations_come_with_a_summary_where_github_shows_one(
    hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    markdown = hegui(*AUDIT, "--format", "markdown").out
    assert summary.read_text(encoding="utf-8") == "before\n"
    assert hegui(*AUDIT, "--format", "github").code == 1
    assert summary.read_text(encoding="utf-8") == f"before\n{markdown}"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "no" / "summary.md"))
    ran = hegui(*AUDIT, "--format", "github")
    assert ran.code == 2
    assert "GITHUB_STEP_SUMMARY" in ran.err


@pytest.mark.parametrize(("format_", "package"), [("xlsx", "openpyxl"), ("ics", "icalendar")])
def test_a_missing_package_is_named_and_nothing_is_written(
    hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str, package: str
) -> None:
    real = builtins.__import__

    def without(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> Any:
        if name.partition(".")[0] == package:
            raise ModuleNotFoundError(f"No module named {package!r}", name=package)
        return real(name, globals, locals, fromlist, level)

    monkeypatch.setattr(builtins, "__import__", without)
    old, other = tmp_path / "old", tmp_path / "report.json"
    old.write_text("old", encoding="utf-8")
    ran = hegui(*AUDIT, "--output", f"json={other}", "--output", f"{format_}={old}")
    assert (ran.code, ran.out) == (2, "")
    assert f"{package}, which is not installed; pip install 'hegui[{EXTRAS[package]}]'" in ran.err
    assert old.read_text(encoding="utf-8") == "old"
    assert not other.exists()


def test_a_writer_that_fails_leaves_the_old_file(hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from hegui.reports import xlsx

    def broken(*_: object) -> bytes:
        raise RuntimeError("half way")

    monkeypatch.setattr(xlsx, "workbook_bytes", broken)
    old = tmp_path / "report.xlsx"
    old.write_bytes(b"old")
    assert hegui(*AUDIT, "--output", f"xlsx={old}").code == 2
    assert old.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["report.xlsx"]


@pytest.mark.parametrize("format_", TEXTS)
def test_no_format_has_a_say_in_the_exit_code(hegui: Run, format_: Format) -> None:
    assert hegui("audit", "-", "--format", format_, "--engine", "compiled", stdin=b"name: a\n").code == 3
