"""`--output`: reports in files, each whole or not at all, beside what standard output shows."""

import json
import os
import stat
from pathlib import Path

import pytest

from hegui.cli.outputs import write_files
from hegui.cli.refusal import Refusal
from tests.cli.running import CLEAN, CLEAN_DAY, Run

AUDIT = ("audit", CLEAN, "--as-of", CLEAN_DAY)


def test_files_and_standard_output_come_from_one_run(hegui: Run, tmp_path: Path) -> None:
    text, whole, lines = tmp_path / "report.txt", tmp_path / "report.json", tmp_path / "report.jsonl"
    ran = hegui(*AUDIT, "--output", f"text={text}", "--output", f"json={whole}", "--output", f"jsonl={lines}")
    assert (ran.code, ran.err) == (0, "")
    assert text.read_text(encoding="utf-8") == ran.out
    findings = json.loads(whole.read_text(encoding="utf-8"))["findings"]
    assert [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()] == findings


def test_a_file_is_never_coloured(hegui: Run, tmp_path: Path) -> None:
    text = tmp_path / "report.txt"
    ran = hegui(*AUDIT, "--color", "always", "--output", f"text={text}")
    assert "\x1b[" in ran.out
    assert "\x1b" not in text.read_text(encoding="utf-8")


def test_a_file_does_not_depend_on_the_terminal(hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = tmp_path / "report.txt"
    monkeypatch.setenv("COLUMNS", "60")
    narrow = hegui(*AUDIT, "--output", f"text={text}").out
    assert text.read_text(encoding="utf-8") == hegui(*AUDIT, "--width", "100").out != narrow


def test_an_equals_sign_in_a_path(hegui: Run, tmp_path: Path) -> None:
    assert hegui(*AUDIT, "--output", f"json={tmp_path / 'a=b.json'}").code == 0
    assert (tmp_path / "a=b.json").is_file()


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    write_files({file: "new"})
    assert file.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    usual, written = tmp_path / "usual", tmp_path / "written"
    usual.write_text("", encoding="utf-8")
    write_files({written: ""})
    assert written.stat().st_mode == usual.stat().st_mode


def test_a_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    write_files({link: "new"})
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no such device here")
def test_a_device_is_written_to_and_not_replaced() -> None:
    before = Path("/dev/null").stat().st_mode
    write_files({Path("/dev/null"): "gone"})
    assert Path("/dev/null").stat().st_mode == before


def test_where_one_file_cannot_be_written_the_others_keep_what_they_held(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "no" / "bad.txt"
    good.write_text("old", encoding="utf-8")
    with pytest.raises(Refusal, match="cannot be written"):
        write_files({good: "new", bad: "new"})
    assert good.read_text(encoding="utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["good.txt"]


def test_a_failure_while_writing_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "report.txt"
    file.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal, match="No space left on device"):
        write_files({file: "new"})
    assert file.read_text(encoding="utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["report.txt"]


def test_a_failure_to_replace_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(Refusal, match="Permission denied"):
        write_files({tmp_path / "a.txt": "a", tmp_path / "b.txt": "b"})
    assert list(tmp_path.iterdir()) == []


def test_what_utf_8_cannot_hold_is_escaped(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    write_files({file: "a\ud800b\n"})
    assert file.read_bytes() == b"a\\ud800b\n"
