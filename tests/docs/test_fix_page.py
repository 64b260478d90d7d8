"""docs/fix.md: the run that it shows is the run that one gets."""

import shlex

import pytest

from hegui.cli import main as hegui
from tests.docs.guide import ROOT, blocks


def test_the_run_of_the_page(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.chdir(ROOT)
    (block,) = (one for one in blocks(ROOT / "docs" / "fix.md") if one.remark.startswith("run"))
    command, _, expected = block.text.partition("\n")
    capsys.readouterr()
    assert hegui(shlex.split(command)[2:]) == 1
    assert capsys.readouterr().out == expected
