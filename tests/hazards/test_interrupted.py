"""An audit that is broken off, wherever that is, leaves the next one right."""

import multiprocessing
import os
import random
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from hegui.engine.audit import ENGINES, Auditor
from hegui.engine.decisions import Engine
from hegui.engine.rete import ReteEngine
from hegui.engine.rows import Rows, make_rows
from hegui.facts import from_mapping
from hegui.facts.as_of import AsOf
from hegui.reports.as_json import to_json
from tests.hazards.interrupting import interrupted, steps_of
from tests.rulesets.packaged import bound, miit_b25
from tests.sizes import size
from tests.strategies.small import concept, loaded, norm

_TODAY = AsOf.parse("2018-06-01")
_CONCEPTS = {"licensed": concept("any(l.holder == s.name for l in licences)", s="services")}
_NORMS = {
    "N-1": norm("services", requires="licensed(it)"),
    "N-2": norm("services", forbids="any(s.id != it.id and s.name == it.name for s in services)"),
    "N-3": norm("company", requires="all(not licensed(s) for s in services)"),
}
_SMALL: dict[str, Any] = {
    "name": "虚构公司",
    "services": [
        {"id": "a", "started_on": "2018-01-01", "name": "甲"},
        {"id": "b", "started_on": "2018-01-01", "name": "乙"},
    ],
    "licences": [{"id": "a", "holder": "甲", "issued_on": "2018-01-01"}],
}


def _other(facts: dict[str, Any]) -> dict[str, Any]:
    """A company of which other things are true: facts that stayed behind would show."""
    return {**facts, "services": [{"id": "c", "started_on": "2018-01-01", "name": "丙"}]}


def _rows(facts: dict[str, Any]) -> Rows:
    return make_rows(from_mapping(facts).company, _TODAY)


def _is_held(engine: Engine) -> bool:
    """Whether a lock was left behind, on which the next audit would wait for ever."""
    return any(handle._lock.locked() for handle in getattr(engine, "_handles", ()))


@pytest.mark.parametrize("name", sorted(ENGINES))
def test_at_every_step_of_deciding(tmp_path: Path, name: str) -> None:
    """Each place at which a signal can come, one after the other."""
    engine = ENGINES[name](loaded(tmp_path, _NORMS, _CONCEPTS).norms.values(), None)
    rows, others = _rows(_SMALL), _rows(_other(_SMALL))
    expected, steps = dict(engine.decide(others)), steps_of(lambda: engine.decide(rows))
    assert steps > 10
    for step in range(1, steps + 1):
        assert interrupted(lambda: engine.decide(rows), step), step
        assert not _is_held(engine), step
        assert engine.decide(others) == expected, step
    assert not interrupted(lambda: engine.decide(rows), steps + 1)


def _breaks_off_audits(auditor: Auditor, times: int) -> None:
    """At a sample of all steps, from facts to the bytes of a report."""

    def report(facts: dict[str, Any]) -> str:
        return to_json(auditor.audit(from_mapping(facts), _TODAY))

    others = _other(_SMALL)
    whole, expected, steps = report(_SMALL), report(others), steps_of(lambda: report(_SMALL))
    to_their_end = 0
    for step in random.Random(1).sample(range(1, steps + 1), times):
        told: list[str] = []
        if not interrupted(lambda told=told: told.append(report(_SMALL)), step):  # type: ignore[misc]
            to_their_end += 1
            assert told == [whole], step
        assert report(others) == expected, step
    assert to_their_end <= times / 20


@pytest.mark.sized
@pytest.mark.parametrize("name", sorted(ENGINES))
def test_at_steps_of_a_whole_audit(tmp_path: Path, name: str) -> None:
    _breaks_off_audits(Auditor(loaded(tmp_path, _NORMS, _CONCEPTS), engine=name), size(40))


@pytest.mark.prove
@pytest.mark.parametrize("name", sorted(ENGINES))
def test_at_steps_of_a_whole_audit_by_the_packaged_ruleset(name: str) -> None:
    _breaks_off_audits(Auditor(miit_b25(), engine=name), 400)


class _Alarm(BaseException):
    pass


@contextmanager
def _alarm_after(seconds: float) -> Iterator[None]:
    armed = True

    def ring(*_: object) -> None:
        if armed:
            raise _Alarm

    before = signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        yield
    finally:
        armed = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _duration(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@pytest.mark.sized
@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no timers that signal")
@pytest.mark.parametrize("name", sorted(ENGINES))
def test_by_signals_at_any_time(name: str) -> None:
    """Signals that really come, at times that nobody chose."""
    _, engine = bound({}, name)
    rows, others = _rows(_SMALL), _rows(_other(_SMALL))
    expected, most, chance = dict(engine.decide(others)), 1.2 * _duration(lambda: engine.decide(rows)), random.Random(2)
    for _ in range(size(8)):
        with suppress(_Alarm), _alarm_after(max(chance.random() * most, 1e-6)):
            engine.decide(rows)
        assert not _is_held(engine)
        assert engine.decide(others) == expected


def test_other_threads_are_let_in_after_it(tmp_path: Path) -> None:
    engine = ENGINES["rete"](loaded(tmp_path, _NORMS, _CONCEPTS).norms.values(), None)
    rows = _rows(_SMALL)
    expected, steps = dict(engine.decide(rows)), steps_of(lambda: engine.decide(rows))
    with ThreadPoolExecutor(1) as pool:
        for step in range(1, steps + 1, 7):
            assert interrupted(lambda: engine.decide(rows), step)
            assert pool.submit(engine.decide, rows).result(60) == expected


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="the system cannot fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_a_child_that_is_forked_amid_an_audit_of_another_thread(tmp_path: Path) -> None:
    """The lock that the other thread held, and its half of a session, are not taken over."""
    engine = ENGINES["rete"](loaded(tmp_path, _NORMS, _CONCEPTS).norms.values(), None)
    assert isinstance(engine, ReteEngine)
    others = _rows(_other(_SMALL))
    expected = dict(engine.decide(others))
    begun, go_on = threading.Event(), threading.Event()

    def half() -> None:
        engine._handles[0].assert_facts([{"t": 10, "r": 1, "u": 0, "i": 0, "z": 0}])
        begun.set()
        go_on.wait(60)

    thread = threading.Thread(target=lambda: engine._handles[0].session(half))
    thread.start()
    try:
        assert begun.wait(60)
        child = os.fork()
        if child == 0:
            signal.alarm(60)  # ends a child that waits for ever
            os._exit(0 if engine.decide(others) == expected else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    finally:
        go_on.set()
        thread.join()
    assert engine.decide(others) == expected
