"""docs/questionnaire.md: what it quotes is what the command says."""

import io
from pathlib import Path

import openpyxl
import pytest

from hegui.cli import main as hegui
from tests.docs.guide import ROOT


def test_the_mistakes_that_it_quotes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert hegui(["facts", "new", "--xlsx", "问卷.xlsx"]) == 0
    book = openpyxl.load_workbook(io.BytesIO(Path("问卷.xlsx").read_bytes()))
    book["公司"]["D9"] = 43252
    book["业务"]["B5"], book["业务"]["D5"], book["业务"]["C6"] = "短信", "B99", "彩信"
    book.save("问卷.xlsx")
    capsys.readouterr()
    assert hegui(["facts", "import", "问卷.xlsx"]) == 2
    page = (ROOT / "docs" / "questionnaire.md").read_text(encoding="utf-8")
    assert f"```text\n{capsys.readouterr().err}```" in page
