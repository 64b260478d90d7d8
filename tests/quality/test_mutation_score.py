"""scripts/mutation_score.py: what it prints, and when its exit code says no."""

from pathlib import Path

import pytest

from scripts.mutation_score import main
from tests.quality.small import example, norm, state, write

WEAK = norm(
    examples=[
        example("met", received_on="2018-03-05", replied_on="2018-03-05"),
        example("violated", received_on="2018-03-05", replied_on="2018-05-02"),
    ]
)


def test_strong_examples_are_fine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(write(tmp_path, {"N-1": norm(), "N-2": state()}))]) == 0
    assert capsys.readouterr().out.split("\n") == [
        "N-1               2 of    2  100.0 %",
        "N-2               0 of    0  nothing to change",
        "total             2 of    2  100.0 %",
        "",
    ]


def test_what_nothing_notices_is_printed_and_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(write(tmp_path, {"N-1": norm(), "N-2": WEAK}))]) == 1
    assert capsys.readouterr().out.split("\n") == [
        "N-1               2 of    2  100.0 %",
        "N-2               0 of    2  0.0 %",
        "    not noticed: by: days_after(it.received_on, 11)",
        "    not noticed: by: days_after(it.received_on, 9)",
        "total             2 of    4  50.0 %",
        "below 80.0 %: N-2",
        "below 95.0 % overall",
        "",
    ]


def test_one_weak_norm_is_refused_though_the_whole_is_strong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    norms = {f"N-{number}": norm() for number in range(40)}
    assert main([str(write(tmp_path, {**norms, "W": WEAK}))]) == 1
    out = capsys.readouterr().out
    assert "below 80.0 %: W" in out
    assert "overall" not in out


def test_norms_can_be_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(write(tmp_path, {"N-1": norm(), "W": WEAK}))
    assert main([folder, "N-"]) == 0
    assert main([folder, "X-"]) == 2
    assert "has an id that begins so" in capsys.readouterr().out
