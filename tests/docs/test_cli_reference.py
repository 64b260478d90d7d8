"""docs/cli.md: made from the commands and not drifted from them, with links that lead to its own sections."""

import re

import pytest
import typer

from hegui.cli.app import app
from hegui.cli.exit_codes import ExitCode
from scripts.cli_reference import PAGE, cli_reference


@pytest.fixture(scope="module")
def page() -> str:
    return cli_reference()


def test_it_is_what_the_commands_give(page: str) -> None:
    assert page == PAGE.read_text(encoding="utf-8"), "run `make cli-reference`"


def commands(group: typer.Typer, name: str) -> list[str]:
    found = []
    for command in group.registered_commands:
        assert command.callback is not None
        found.append(f"{name} {command.name or command.callback.__name__}")
    for inner in group.registered_groups:
        assert inner.typer_instance is not None
        found += [f"{name} {inner.name}", *commands(inner.typer_instance, f"{name} {inner.name}")]
    return found


def test_each_command_has_one_section(page: str) -> None:
    sections = re.findall(r"^#+ `(hegui [^`]*)`$", page, re.MULTILINE)
    assert sorted(sections) == sorted(commands(app, "hegui"))


def test_it_has_the_exit_codes(page: str) -> None:
    rows = re.findall(r"^\| (\d) \| (.+) \|$", page, re.MULTILINE)
    assert rows == [(str(int(code)), code.meaning) for code in ExitCode]


def test_its_lists_are_whole_and_their_links_lead_to_sections(page: str) -> None:
    assert "..." not in re.sub(r"\[ARGS\]\.\.\.|\}\.\.\.", "", page)
    sections = {one.replace(" ", "-") for one in re.findall(r"^#+ `(hegui[^`]*)`$", page, re.MULTILINE)}
    assert sections
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) == sections - {"hegui"}
