"""A soak in small: `make soak` runs it at full size."""

import multiprocessing
import signal

import pytest

from hegui.engine.audit import ENGINES
from tests.soak.__main__ import TOLERANCE
from tests.soak.companies import Soaked
from tests.soak.running import broken_off, in_children, in_threads, one_after_the_other


def _is_good(found: Soaked) -> None:
    assert found.differing == 0
    assert found.growth < TOLERANCE


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_one_after_the_other(engine: str) -> None:
    _is_good(one_after_the_other(engine, 50))


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no timers that signal")
@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_after_audits_that_were_broken_off(engine: str) -> None:
    _is_good(broken_off(engine, 20))


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_in_eight_threads(engine: str) -> None:
    _is_good(in_threads(engine, 40))


@pytest.mark.parametrize("how", [how for how in ("fork", "spawn") if how in multiprocessing.get_all_start_methods()])
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_in_children(how: str) -> None:
    _is_good(in_children("rete", 8, how))
