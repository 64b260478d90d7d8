"""Engines that live long: many audits, many engines, many threads, several processes."""

import gc
import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hegui.engine.audit import ENGINES
from hegui.engine.decisions import Decisions, Engine
from hegui.engine.examples import example_facts
from hegui.engine.rows import Rows, make_rows
from hegui.facts import from_mapping
from hegui.facts.as_of import AsOf
from tests.rulesets.packaged import bound, miit_b25
from tests.sizes import size
from tests.strategies.small import loaded, norm

_STATUS = Path("/proc/self/statm")
_MEGABYTE = 2**20


def _companies() -> list[Rows]:
    """The first example of every norm, as rows."""
    examples = [norm.examples[0] for norm in miit_b25().norms.values()]
    return [
        make_rows(from_mapping(example_facts(miit_b25(), example)).company, AsOf.parse(example.as_of))
        for example in examples
    ]


def _resident() -> int:
    """Memory of this process, in bytes."""
    gc.collect()
    return int(_STATUS.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _growth(once: Callable[[int], object], times: int) -> int:
    """How much memory grows over some runs, after as many that warm up."""
    for number in range(times):
        once(number)
    before = _resident()
    for number in range(times):
        once(number)
    return _resident() - before


@pytest.mark.skipif(not _STATUS.exists(), reason="memory is read from /proc")
@pytest.mark.parametrize("name", sorted(ENGINES))
def test_memory_stays_flat_over_many_audits(name: str) -> None:
    _, engine = bound({}, name)
    companies = _companies()
    growth = _growth(lambda number: engine.decide(companies[number % len(companies)]), size(150))
    assert growth < 8 * _MEGABYTE


@pytest.mark.skipif(not _STATUS.exists(), reason="memory is read from /proc")
@pytest.mark.parametrize("name", sorted(ENGINES))
def test_memory_stays_flat_over_many_engines(tmp_path: Path, name: str) -> None:
    """An engine that nobody holds any more gives back what it took."""
    ruleset = loaded(tmp_path, {"N-1": norm("services", forbids="any(s.name == it.name for s in services)")})
    rows = make_rows(from_mapping({"services": [{"id": "a"}]}).company, AsOf.parse("2018-06-01"))
    growth = _growth(lambda _: ENGINES[name](ruleset.norms.values(), None).decide(rows), size(100))
    assert growth < 8 * _MEGABYTE


def _expected(engine: Engine, companies: list[Rows]) -> list[Decisions]:
    return [dict(engine.decide(rows)) for rows in companies]


@pytest.mark.parametrize("name", sorted(ENGINES))
def test_an_audit_does_not_see_the_one_before_it(name: str) -> None:
    _, engine = bound({}, name)
    companies = _companies()
    forward = _expected(engine, companies)
    backward = _expected(engine, companies[::-1])[::-1]
    assert forward == backward


@pytest.mark.parametrize("name", sorted(ENGINES))
def test_threads_share_an_engine(name: str) -> None:
    _, engine = bound({}, name)
    companies = _companies()
    expected = _expected(engine, companies)
    with ThreadPoolExecutor(8) as pool:
        found = list(
            pool.map(lambda number: dict(engine.decide(companies[number % len(companies)])), range(4 * len(companies)))
        )
    assert found == expected * 4


def _in_child(name: str, number: int) -> list[tuple[str, int, int, int, int]]:
    _, engine = bound({}, name)
    decisions = engine.decide(_companies()[number])
    return [(norm, row, int(one.applies), int(one.breach), int(one.late)) for (norm, row), one in decisions.items()]


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="the system cannot fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
@pytest.mark.parametrize("name", sorted(ENGINES))
def test_children_go_on_with_an_engine_of_their_parent(name: str) -> None:
    expected = [_in_child(name, number) for number in range(4)]
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.starmap(_in_child, [(name, number) for number in range(4)]) == expected
    assert _in_child(name, 0) == expected[0]
