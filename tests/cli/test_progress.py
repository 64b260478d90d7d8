"""How far a long run has come: what is told, and that it is told on a terminal only."""

import io
import sys

import pytest

from hegui.cli.progress import ProgressLine, progress_text
from hegui.reports.language import Language


def test_count_rate_and_time_left() -> None:
    assert (
        progress_text(12_000, 12_000, 40_000, 4, Language.EN)
        == "12,000 of 40,000 companies (30 %), 3,000 a second, 0:09 left"
    )
    assert (
        progress_text(12_000, 12_000, 40_000, 4, Language.ZH)
        == "已处理 12,000 / 40,000 家(30 %),每秒 3,000 家,剩余约 0:09"
    )
    assert progress_text(1, 1, 1_000_000, 1, Language.EN).endswith("277:46:39 left")
    assert "1,000 a second, 0:28 left" in progress_text(12_000, 4_000, 40_000, 4, Language.EN)
    assert progress_text(0, 0, 10, 0, Language.EN) == "0 of 10 companies (0 %), 0 a second, 0:00 left"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_line_is_written_over_and_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    line = ProgressLine(10, Language.EN, quiet=False)
    line(4)
    line(6)
    line.end()
    written = screen.getvalue()
    assert "\n" not in written
    assert "10 of 10 companies (100 %)" in written
    assert written.rpartition("\r")[0].rpartition("\r")[2].strip() == ""


@pytest.mark.parametrize(("stream", "quiet"), [(io.StringIO, False), (Terminal, True)])
def test_nothing_is_written_elsewhere(monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], quiet: bool) -> None:
    screen = stream()
    monkeypatch.setattr(sys, "stderr", screen)
    line = ProgressLine(10, Language.EN, quiet=quiet)
    line(10)
    line.end()
    assert screen.getvalue() == ""
