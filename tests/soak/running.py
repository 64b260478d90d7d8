"""The parts of a soak: one after the other in a process, in threads, in children, and broken off."""

import multiprocessing
import random
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from tests.fuzz.measured import resident
from tests.soak.companies import DAY, Audited, Soaked, auditor_of, documents

__all__ = ["broken_off", "in_children", "in_threads", "one_after_the_other"]

_THREADS: Final = 8
_CHILDREN: Final = 4
_WARM: Final = 500
"""So many audits come before memory is looked at: caches fill, and the allocator takes what it needs."""


def _soaked(what: str, audits: int, differing: Callable[[], int]) -> Soaked:
    before = resident()
    found = differing()
    return Soaked(what, audits, found, before, resident())


def one_after_the_other(engine: str, audits: int) -> Soaked:
    """In one process."""
    audited = Audited(engine)
    for number in range(min(_WARM, audits)):
        audited.differs(number)
    return _soaked(f"{engine}, one after the other", audits, lambda: sum(map(audited.differs, range(audits))))


def in_threads(engine: str, audits: int) -> Soaked:
    """Eight threads share an auditor."""
    audited = Audited(engine)

    def share(first: int) -> int:
        return sum(map(audited.differs, range(first, audits, _THREADS)))

    with ThreadPoolExecutor(_THREADS) as pool:
        list(pool.map(audited.differs, range(_WARM // 5)))
        return _soaked(f"{engine}, {_THREADS} threads", audits, lambda: sum(pool.map(share, range(_THREADS))))


def _in_child(engine: str, audits: int) -> int:
    audited = Audited(engine)
    return sum(map(audited.differs, range(audits)))


def in_children(engine: str, audits: int, how: str) -> Soaked:
    """Children that are forked with the engine of their parent, or spawned and build one of their own."""
    auditor_of(engine).audit(documents()[0], DAY)
    each = max(1, audits // _CHILDREN)
    with multiprocessing.get_context(how).Pool(_CHILDREN if how == "fork" else 1) as pool:
        work = [(engine, each)] * _CHILDREN
        return _soaked(f"{engine}, {how}", each * _CHILDREN, lambda: sum(pool.starmap(_in_child, work)))


class _Alarm(BaseException):
    pass


def broken_off(engine: str, audits: int) -> Soaked:
    """Each audit is broken off by a signal at a time that nobody chose; then comes one that is not."""
    audited, chance, interrupted, armed = Audited(engine), random.Random(1), 0, False

    def ring(*_: object) -> None:
        nonlocal armed
        if armed:
            armed = False
            raise _Alarm

    def once(number: int) -> bool:
        nonlocal interrupted, armed
        try:
            armed = True
            signal.setitimer(signal.ITIMER_REAL, chance.uniform(1e-5, 8e-3))
            audited.differs(number)
            armed = False
        except _Alarm:
            interrupted += 1
        return audited.differs(number + 1)

    before = signal.signal(signal.SIGALRM, ring)
    try:
        for number in range(min(_WARM // 5, audits)):
            once(number)
        interrupted = 0
        found = _soaked("", audits, lambda: sum(map(once, range(audits))))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    return found._replace(what=f"{engine}, {interrupted} of them after one that was broken off")
