"""docs/portfolio.md: what it quotes is a part of what the command writes."""

from pathlib import Path

import pytest

from hegui.cli import main
from tests.docs.guide import ROOT, blocks

PAGE = ROOT / "docs" / "portfolio.md"


def test_what_is_quoted_is_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("COLUMNS", raising=False)
    found = blocks(PAGE)
    first = next(n for n, one in enumerate(found) if one.remark.startswith("output: "))
    command = found[first].remark.removeprefix("output: ")
    assert f"`hegui {command}`" in PAGE.read_text("utf-8")
    assert main([*command.replace("OUT", str(tmp_path / "out")).split()]) == 2
    written = capsys.readouterr().out
    for block in found[first : first + 2]:
        assert block.lines
        assert block.text in written
