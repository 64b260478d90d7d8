"""docs/timeline.md: what it quotes is what the command writes."""

import pytest

from hegui.cli import main
from tests.docs.guide import ROOT, blocks


def test_what_is_quoted_is_what_is_written(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("COLUMNS", raising=False)
    quoted = [one for one in blocks(ROOT / "docs" / "timeline.md") if one.remark.startswith("output: ")]
    assert len(quoted) == 1
    for block in quoted:
        assert main(block.remark.removeprefix("output: ").split()) == 0
        assert capsys.readouterr().out == block.text
