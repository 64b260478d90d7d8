"""Annotations of a GitHub workflow, read as its runner reads them; in shape they are those of another linter."""

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from hegui.engine.findings import Report
from hegui.engine.status import Status
from hegui.facts import Document
from hegui.reports.formats import Format
from hegui.reports.github import command
from hegui.reports.text.shown import shown
from tests.reports.formats.spoil import Spoil, written


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def read(line: str) -> Command | None:
    """A line as the runner takes it: spaces before it do not count, the first `::` behind the head ends it."""
    head, found, message = line.lstrip().removeprefix("::").partition("::")
    if not line.lstrip().startswith("::") or not found:
        return None
    name, _, told = head.partition(" ")
    pairs = [pair.partition("=") for pair in told.split(",") if pair]
    return Command(name, {key: unescaped(value, ":,") for key, _, value in pairs}, unescaped(message))


def unescaped(text: str, more: str = "") -> str:
    for character in [*"\r\n", *more, "%"]:
        text = text.replace(f"%{ord(character):02X}", character)
    return text


def commands_of(text: str) -> list[Command]:
    assert text.endswith("\n")
    *lines, last = text.removesuffix("\n").split("\n")
    found = [read(line) for line in lines]
    assert read(last) is None
    return [one for one in found if one is not None]


def test_a_finding_is_an_annotation_the_gravest_first(main_report: Report, main_document: Document) -> None:
    found = commands_of(written(Format.GITHUB, main_report, main_document))
    told = [one for one in main_report.findings if one.status in (Status.VIOLATED, Status.UNDETERMINED)]
    assert len(found) == len(told)
    ranks = {"error": 0, "warning": 1, "notice": 2}
    violated = found[: main_report.counts[Status.VIOLATED]]
    assert [ranks[one.name] for one in violated] == sorted(ranks[one.name] for one in violated)
    for one in found:
        assert set(one.properties) == {"file", "line", "col", "title"}
        assert one.properties["file"].endswith("examples/main/facts.yaml")
        assert int(one.properties["line"]) >= 1
        assert "\n" in one.message


def test_the_shape_is_that_of_another_linter(main_report: Report, main_document: Document, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("import os\n", encoding="utf-8")
    arguments = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--output-format", "github", "a.py"]
    theirs = read(subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, check=False).stdout.strip())
    assert theirs is not None
    for ours in commands_of(written(Format.GITHUB, main_report, main_document)):
        assert set(ours.properties) <= set(theirs.properties)
        assert ours.name in ("error", "warning", "notice")


def test_what_is_waived_is_a_notice(spoil: Spoil) -> None:
    found = commands_of(written(Format.GITHUB, *spoil("部门")))
    assert [one.name for one in found if "已豁免" in one.message] == ["notice"]


def test_a_command_takes_anything() -> None:
    hostile = "%0A\r\n::error::,:%25"
    assert read(command("notice", hostile, title=hostile, line=3)) == Command(
        "notice", {"title": hostile, "line": "3"}, hostile
    )


def test_hostile_texts_stay_texts(spoil: Spoil, hostile: str) -> None:
    usual = commands_of(written(Format.GITHUB, *spoil("x")))
    found = commands_of(written(Format.GITHUB, *spoil(hostile)))
    assert [one.name for one in found] == [one.name for one in usual]
    for one in found:
        assert set(one.properties) == {"file", "line", "col", "title"}
        assert one.properties["file"] == shown(hostile)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029]", one.message)
