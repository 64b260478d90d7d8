"""The processor time that a command may take: a document must not be able to keep it busy for ever."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from ..facts.limits import SECONDS

__all__ = ["TooLong", "time_limit"]


class TooLong(BaseException):
    """The command has taken more processor time than it may. Like an interruption, nothing on its way holds it up."""


@contextmanager
def time_limit() -> Iterator[None]:
    """Raise TooLong in what runs within, where it takes more than `HEGUI_MOST_SECONDS`.

    It is the main thread that is interrupted; elsewhere, and where the system has no such timers, there is no limit.
    Time in which the command waits, for answers say, does not count. Raises FactsError for a setting that is none.
    """
    most = SECONDS.value
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(*_: object) -> None:
        raise TooLong(f"no verdict after {most} seconds of processor time: {SECONDS.advice('split the document')}")

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
