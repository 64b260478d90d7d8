"""The processor time that a command may take: a document must not be able to keep it busy for ever."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

__all__ = ["SETTING", "USUAL", "TooLong", "begin_anew", "time_limit"]

# As facts.limits has them, whose import takes longer than all else that `hegui --version` does.
SETTING: Final = "HEGUI_MOST_SECONDS"
USUAL: Final = 1_800


class TooLong(BaseException):
    """The command has taken more processor time than it may. Like an interruption, nothing on its way holds it up."""

    def __str__(self) -> str:
        from ..facts.limits import SECONDS

        advice = SECONDS.advice("split the document")
        return f"no verdict after {SECONDS.value} seconds of processor time: {advice}"


@contextmanager
def time_limit() -> Iterator[None]:
    """Raise TooLong in what runs within, where it takes more than `HEGUI_MOST_SECONDS`.

    It is the main thread that is interrupted; elsewhere, and where the system has no such timers, there is no limit.
    Time in which the command waits, for answers say, does not count. Raises FactsError for a setting that is none.
    """
    most = _most()
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def begin_anew() -> None:
    """Count from now, with the limit that holds now; where no time is counted, do nothing."""
    on_main = threading.current_thread() is threading.main_thread()
    if on_main and hasattr(signal, "setitimer") and signal.getitimer(signal.ITIMER_VIRTUAL)[0]:
        signal.setitimer(signal.ITIMER_VIRTUAL, _most())


def _most() -> int:
    if not os.environ.get(SETTING):
        return USUAL
    from ..facts.limits import SECONDS

    return SECONDS.value
