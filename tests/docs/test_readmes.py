"""README.md and README.zh.md: the same commands, codes and links; links that lead somewhere; pictures that are true."""

import re
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import pytest

from hegui.engine.audit import default_engine
from hegui.reports.language import Language
from scripts.terminal_pictures import PICTURES, picture
from tests.docs.guide import ROOT, blocks

BOTH: Final = (ROOT / "README.md", ROOT / "README.zh.md")
_LINK: Final = re.compile(r"\]\(([^)\s]+)\)")


def first_cells(path: Path) -> list[list[str]]:
    """Of each table the first column, without what is told in one language only."""
    tables = [block for block in blocks(path) if block.language == "table"]
    return [[" ".join(re.findall(r"`[^`]+`", row[0])) or row[0] for row in table.rows] for table in tables]


def test_both_tell_of_the_same_statuses_codes_and_commands() -> None:
    english, chinese = map(first_cells, BOTH)
    assert english == chinese
    assert len(english) == 3


def test_both_have_the_same_sections_and_examples() -> None:
    english, chinese = (path.read_text(encoding="utf-8") for path in BOTH)
    assert len(re.findall(r"^## ", english, re.MULTILINE)) == len(re.findall(r"^## ", chinese, re.MULTILINE))
    assert english.count("\n- ") == chinese.count("\n- ")
    examples = [
        [re.sub(r" *# .*", "", line) for block in blocks(path) if block.language == "console" for line in block.lines]
        for path in BOTH
    ]
    assert examples[0] == examples[1]


def test_both_have_the_same_links_which_lead_somewhere() -> None:
    english, chinese = ({*_LINK.findall(path.read_text(encoding="utf-8"))} for path in BOTH)
    assert {link.replace(".zh.", ".") for link in chinese} == {link.replace(".zh.", ".") for link in english}
    assert [link for link in sorted(english | chinese) if not (ROOT / link).exists()] == []


def test_each_command_that_both_name_has_its_options_in_both() -> None:
    english, chinese = (set(re.findall(r"--[a-z-]+", path.read_text(encoding="utf-8"))) for path in BOTH)
    assert english == chinese


@pytest.mark.parametrize("language", Language)
def test_the_picture_of_the_terminal_is_what_an_audit_shows(language: Language) -> None:
    if default_engine() != "rete":
        pytest.skip("the report names the engine, which is another one here")
    drawn = PICTURES[language].read_text(encoding="utf-8")
    assert drawn == picture(language), "run `make pictures`"
    assert ElementTree.fromstring(drawn).tag.endswith("svg")
    assert "//" not in drawn.replace("http://www.w3.org/2000/svg", ""), "nothing is fetched"


def test_the_pictures_of_the_page_are_there() -> None:
    for name in ("report.png", "report.zh.png"):
        assert (ROOT / "docs" / "images" / name).read_bytes().startswith(b"\x89PNG")
