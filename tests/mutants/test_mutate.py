"""What `make mutate` tells of mutants, how one is tried, and that the plugin of mutmut forgets what was kept."""

import functools
import json
from pathlib import Path

import pytest

from scripts import mutate
from scripts.try_mutant import FAILED, SURVIVED, TOO_LONG, UNREACHED, Statistics, tried
from tests.mutants import forgetting

_LEAN, _OWN = "hegui.engine.lean.values.x_of__mutmut_", "hegui.engine.status.xǁStatusǁworst__mutmut_"


@pytest.fixture
def ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Mutants that end as their names say; which of them were tried."""
    monkeypatch.setattr(mutate, "MUTANTS", tmp_path / "mutants")
    monkeypatch.setattr(mutate, "SETTINGS", tmp_path / "setup.cfg")
    ends = {f"{_LEAN}{number}": FAILED for number in range(1, 8)} | {f"{_LEAN}4": TOO_LONG, f"{_LEAN}7": SURVIVED}
    ends |= {f"{_OWN}{number}": FAILED for number in range(1, 4)}
    asked: list[str] = []

    def mutmut(*_: str) -> None:
        mutate.MUTANTS.mkdir(exist_ok=True)
        records = {"exit_code_by_key": dict.fromkeys(ends)}
        (mutate.MUTANTS / "some.py.meta").write_text(json.dumps(records), encoding="utf-8")
        statistics: dict[str, dict[str, object]] = {"tests_by_mangled_function_name": {}, "duration_by_test": {}}
        (mutate.MUTANTS / "mutmut-stats.json").write_text(json.dumps(statistics), encoding="utf-8")

    def tried(name: str, statistics: Statistics, folder: Path) -> str:
        assert (statistics, folder) == (Statistics({}, {}), mutate.MUTANTS)
        asked.append(name)
        return ends[name]

    monkeypatch.setattr(mutate, "mutmut", mutmut)
    monkeypatch.setattr(mutate, "tried", tried)
    monkeypatch.setattr(mutate, "shown", lambda name: f"# {name}")
    return asked


def test_all_are_tried_and_told_by_part(ran: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert mutate.main([]) == 0
    told = capsys.readouterr().out
    assert "| . | 3 | 3 | 100.0% |\n| lean | 7 | 6 | 85.7% |\n| all | 10 | 9 | 90.0% |" in told
    assert "10 of 10 mutants tried; 8 failed, 1 ran too long, 1 survived." in told
    assert "confidence" not in told
    assert (mutate.MUTANTS / "survivors.diff").read_text(encoding="utf-8") == f"# {_LEAN}7\n"
    assert len(ran) == 10


def test_too_few_noticed(ran: list[str]) -> None:
    assert mutate.main(["*.lean.*7", "*.lean.*1"]) == 1


def test_a_sample_says_how_sure_it_is(ran: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    mutate.main(["--sample", "4", "--seed", "3"])
    assert "4 of 10 mutants tried" in (first := capsys.readouterr().out)
    assert "95 % confidence" in first
    mutate.main(["--sample", "4", "--seed", "3"])
    assert capsys.readouterr().out == first


def test_what_was_tried_before_is_kept_where_asked(ran: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    mutate.main(["*.lean.*"])
    capsys.readouterr()
    ran.clear()
    mutate.main(["--more"])
    assert "10 of 10 mutants tried" in capsys.readouterr().out
    assert set(ran) == {f"{_OWN}{number}" for number in range(1, 4)}
    ran.clear()
    mutate.main([])
    assert len(ran) == 10


@pytest.mark.parametrize("arguments", [["*.nowhere.*"], ["--minutes", "1e-12"]])
def test_nothing_that_was_tried_is_no_score(ran: list[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="no mutant was tried"):
        mutate.main(arguments)
    assert ran == []


def test_modules_are_drawn(ran: list[str]) -> None:
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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A module with two mutants, of which a test notices one."""
    (tmp_path / "module.py").write_text(
        "import os\n\ndef answer():\n"
        "    return {'module.x_answer__mutmut_1': 1}.get(os.environ['MUTANT_UNDER_TEST'], 42)\n",
        encoding="utf-8",
    )
    (tmp_path / "test_module.py").write_text(
        "import module\n\ndef test_answer():\n    assert module.answer() == 42\n", encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize(
    ("mutant", "ended"),
    [
        ("module.x_answer__mutmut_1", FAILED),
        ("module.x_answer__mutmut_2", SURVIVED),
        ("module.x_other__mutmut_1", UNREACHED),
        ("module.x_lost__mutmut_1", "ended with 4"),
    ],
)
def test_a_mutant_is_tried_by_the_tests_that_reach_it(folder: Path, mutant: str, ended: str) -> None:
    reaching = {"module.x_answer": ["test_module.py::test_answer"], "module.x_lost": ["test_module.py::test_lost"]}
    assert tried(mutant, Statistics(reaching, {}), folder) == ended


def test_the_quickest_tests_come_first_and_not_all_of_many() -> None:
    seconds = {"c": 30.0, "a": 90.0, "b": 2.0, "d": 29.0}
    statistics = Statistics({"module.x_answer": list("abcd"), "module.x_slow": ["a"]}, seconds)
    assert statistics.tests("module.x_answer__mutmut_7") == ["b", "d"]
    assert statistics.tests("module.x_slow__mutmut_1") == ["a"]
