"""docs/ledger.md: the runs that it shows are those that one gets, but for hashes and times."""

import re
import shlex
from pathlib import Path

import pytest

from hegui.cli import main
from hegui.engine.ledger import opened, verified
from tests.docs.guide import ROOT, blocks

PAGE = ROOT / "docs" / "ledger.md"
_VARYING = re.compile(r"[0-9a-f]{64}|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")


def masked(text: str) -> str:
    return _VARYING.sub("…", text)


def test_the_runs_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("COLUMNS", raising=False)
    ledger = str(tmp_path / "verdicts.db")
    quoted = [one for one in blocks(PAGE) if one.remark.startswith("ledger: ")]
    assert len(quoted) == 3
    for block in quoted:
        command, _, expected = block.text.partition("\n")
        given = block.remark.removeprefix("ledger: ")
        assert shlex.split(command)[2:] == given.replace("LEDGER", "verdicts.db").split()
        capsys.readouterr()
        main(given.replace("LEDGER", ledger).split())
        out, err = capsys.readouterr()
        assert masked(err + out) == masked(expected)
    with opened(ledger) as read:
        assert [entry.number for entry, _ in read.entries()] == [1]
    assert verified(ledger).flaws == ()
