"""docs/questions.md shows what the command says."""

import pytest

from hegui.cli import main as hegui
from tests.docs.guide import ROOT, blocks


def test_the_example_is_what_the_command_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    (shown,) = (one for one in blocks(ROOT / "docs" / "questions.md") if "examples/main" in one.lines[0])
    command, _, told = shown.text.partition("\n")
    assert hegui(command.removeprefix("$ hegui ").split()) == 0
    assert capsys.readouterr().out == told
