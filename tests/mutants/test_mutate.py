"""What `make mutate` tells of the records that mutmut leaves, and that its plugin forgets what was kept."""

import functools
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from scripts import mutate
from tests.mutants import forgetting

_LEAN, _OWN = "hegui.engine.lean.values.x_of__mutmut_", "hegui.engine.status.xǁStatusǁworst__mutmut_"


@pytest.fixture
def ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """A mutmut that ends as the names of mutants say; what it was asked to run."""
    monkeypatch.setattr(mutate, "MUTANTS", tmp_path / "mutants")
    monkeypatch.setattr(mutate, "SETTINGS", tmp_path / "setup.cfg")
    codes = {f"{_LEAN}{number}": code for number, code in enumerate([1, 1, 1, 36, 1, 1, 0], 1)}
    codes |= {f"{_OWN}{number}": 1 for number in range(1, 4)}
    asked: list[Sequence[str]] = []

    def mutmut(*arguments: str) -> None:
        asked.append(arguments)
        record = mutate.MUTANTS / "some.py.meta"
        record.parent.mkdir(exist_ok=True)
        known = mutate.verdicts() if record.exists() else {}
        told = {
            name: code if name in arguments or known.get(name, "not tried") != "not tried" else None
            for name, code in codes.items()
        }
        record.write_text(json.dumps({"exit_code_by_key": told}), encoding="utf-8")

    monkeypatch.setattr(mutate, "mutmut", mutmut)
    monkeypatch.setattr(mutate, "shown", lambda name: f"# {name}")
    return asked


def test_all_are_tried_and_told_by_part(ran: list[Sequence[str]], capsys: pytest.CaptureFixture[str]) -> None:
    assert mutate.main([]) == 0
    told = capsys.readouterr().out
    assert "| . | 3 | 3 | 100.0% |\n| lean | 7 | 6 | 85.7% |\n| all | 10 | 9 | 90.0% |" in told
    assert "10 of 10 mutants tried; 8 failed, 1 ran too long, 1 survived." in told
    assert "confidence" not in told
    assert (mutate.MUTANTS / "survivors.diff").read_text(encoding="utf-8") == f"# {_LEAN}7\n"
    assert len(ran[1]) == 11


def test_too_few_noticed(ran: list[Sequence[str]]) -> None:
    assert mutate.main(["*.lean.*7", "*.lean.*1"]) == 1


def test_a_sample_says_how_sure_it_is(ran: list[Sequence[str]], capsys: pytest.CaptureFixture[str]) -> None:
    mutate.main(["--sample", "4", "--seed", "3"])
    assert "4 of 10 mutants tried" in (first := capsys.readouterr().out)
    assert "95 % confidence" in first
    mutate.main(["--sample", "4", "--seed", "3"])
    assert capsys.readouterr().out == first


def test_what_was_tried_before_is_kept_where_asked(
    ran: list[Sequence[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    mutate.main(["*.lean.*"])
    capsys.readouterr()
    mutate.main(["--more"])
    assert "10 of 10 mutants tried" in capsys.readouterr().out
    assert set(ran[-1][1:]) == {f"{_OWN}{number}" for number in range(1, 4)}


def test_modules_are_drawn(ran: list[Sequence[str]]) -> None:
    def drawn(*arguments: str) -> str:
        mutate.main(arguments)
        return mutate.SETTINGS.read_text(encoding="utf-8")

    assert "only_mutate" not in drawn()
    few = drawn("--modules", "3")
    assert few.count("    hegui/engine/") == 4  # the one that is always there, too
    assert drawn("--modules", "3") == few != drawn("--modules", "3", "--seed", "2")


def test_the_interval_holds_the_share_and_narrows() -> None:
    few, many = mutate.interval(9, 10), mutate.interval(900, 1000)
    assert few[0] < many[0] < 0.9 < many[1] < few[1] < 1
    # Wilson's interval of 9 in 10, from the literature.
    assert few == pytest.approx((0.596, 0.982), abs=0.001)


def test_what_was_kept_is_forgotten() -> None:
    made: list[int] = []

    @functools.cache
    def kept() -> int:
        made.append(1)
        return len(made)

    assert (kept(), kept()) == (1, 1)
    forgetting.forget()
    assert kept() == 2
