"""docs/versions.md: what it quotes is what the command writes of the change that the page tells of."""

import shutil
from pathlib import Path

import pytest

from hegui.cli import main
from hegui.engine.changes import Step
from tests.docs.guide import ROOT, blocks

PAGE = ROOT / "docs" / "versions.md"
POLICY = ROOT / "examples" / "policy"


@pytest.fixture
def _two_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The policy in `older`, and in `newer` with five working days made seven and the other reading chosen."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    for name in ("older", "newer"):
        shutil.copytree(POLICY, name)
    shutil.move("older/facts.yaml", "company.yaml")
    for file, old, new in (
        ("clauses/01.yaml", "it.received_on, 5)", "it.received_on, 7)"),
        ("readings.yaml", "default: accepted", "default: too_late"),
        ("readings.yaml", "value: too_late", "value: accepted"),
    ):
        path = Path("newer", file)
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.usefixtures("_two_versions")
def test_what_is_quoted_is_what_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    quoted = [one for one in blocks(PAGE) if one.remark.startswith("output: ")]
    assert len(quoted) == 1
    for block in quoted:
        assert main(block.remark.removeprefix("output: ").split()) == 1
        assert capsys.readouterr().out == block.text


def test_both_tables_tell_of_each_number() -> None:
    numbers = {"the first number": Step.MAJOR, "the second number": Step.MINOR, "the third number": Step.PATCH}
    told = [row[0] for block in blocks(PAGE) if block.language == "table" for row in block.rows]
    assert [one for one in told if one in numbers] == [*numbers, *numbers]
