"""`--cross-check`: a second engine judges a sample as well, and a difference is no verdict."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from hegui.engine.audit import ENGINES
from hegui.engine.compiled import CompiledEngine
from hegui.engine.compiled.engine import Clock
from hegui.engine.decisions import Decisions
from hegui.engine.kleene import Kleene
from hegui.engine.portfolio.judges import JUDGES
from hegui.engine.portfolio.judging import Judged
from hegui.engine.portfolio.plain import PlainJudge
from hegui.engine.portfolio.running import sample_of
from hegui.engine.rows import Rows
from hegui.engine.status import Decision
from hegui.facts import Document
from tests.cli.running import Run
from tests.portfolio.companies import DAY, REFUSED, company, write_lines


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    documents: list[Mapping[str, Any] | str] = [*map(company, range(4)), REFUSED[0], company(5)]
    return write_lines(tmp_path_factory.mktemp("input") / "in.jsonl", documents)


def test_a_sample_is_confirmed(hegui: Run, lines: Path, tmp_path: Path) -> None:
    asked = ("--as-of", DAY, "--allow-rejected", "--batch", 2, "--jobs", 1, "--engine", "compiled", "--cross-check")
    ran = hegui("portfolio", lines, "-o", tmp_path / "some", *asked, "--sample", 3)
    assert ran.code == 1
    run = json.loads((tmp_path / "some" / "run.json").read_text("utf-8"))
    assert run["cross_check"] == {"by": "rete", "sample": 3}
    assert run["companies"]["cross_checked"] == len(sample_of(6, 3) - {5})
    ran = hegui("portfolio", lines, "-o", tmp_path / "all", *asked)
    assert "抽取 5 家由 rete 再作判断,结果一致" in ran.out


class Lying(CompiledEngine):
    """Says that one norm does not apply, where it does."""

    def decide(self, rows: Rows, clock: Clock | None = None) -> Decisions:
        decisions = dict(super().decide(rows, clock))
        key = next(key for key in decisions if key[0] == "SP-02-d")
        return {**decisions, key: Decision(Kleene.FALSE, Kleene.FALSE, Kleene.FALSE)}


def test_a_judge_that_lies_is_found_out(
    hegui: Run, lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "hegui.engine.portfolio.plain.ENGINES", {**ENGINES, "compiled": lambda norms, key: Lying(norms)}
    )
    asked = ("--as-of", DAY, "--batch", 2, "--jobs", 1, "--engine", "compiled")
    ran = hegui("portfolio", lines, "-o", tmp_path / "out", *asked, "--cross-check")
    assert (ran.code, ran.out) == (2, "")
    assert "the engines compiled (-) and rete (+) differ; no verdict is given" in ran.err
    assert '+ {"company": 1, "number": "B2-20990000"' in ran.err
    assert '"norm": "SP-02-d"' in ran.err
    assert not (tmp_path / "out").exists()


def test_a_sample_is_always_the_same_and_of_the_size_that_was_asked() -> None:
    assert sample_of(10_000, 200) == sample_of(10_000, 200)
    assert len(sample_of(10_000, 200)) == 200
    assert min(sample_of(10_000, 200)) >= 1
    assert max(sample_of(10_000, 200)) <= 10_000
    assert sample_of(3, 200) == {1, 2, 3}


def test_a_judge_that_forgets_a_company_gives_no_results(
    hegui: Run, lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Forgetful(PlainJudge):
        def judged(self, documents: Iterable[tuple[int, Document]]) -> Judged:
            return super().judged(list(documents)[1:])

    build = {**JUDGES, "compiled": lambda: Forgetful}
    monkeypatch.setattr("hegui.engine.portfolio.work.JUDGES", build)
    asked = ("--as-of", DAY, "--jobs", 1, "--engine", "compiled")
    ran = hegui("portfolio", lines, "-o", tmp_path / "out", *asked)
    assert (ran.code, ran.out) == (2, "")
    assert "6 companies were read, 4 judged and 1 rejected" in ran.err
    assert list(tmp_path.iterdir()) == []
