"""Breaks work off at one of its steps, as a signal would."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

__all__ = ["Interruption", "interrupted", "steps_of"]


class Interruption(BaseException):
    """What is raised in place of KeyboardInterrupt, so that nobody takes it for one of the user's."""


class _Stepper:
    """Counts where the interpreter looks for signals: as a function of hegui begins, and as a call into C returns.

    At one of these places it raises Interruption, as the handler of a signal would. (It looks in loops, too, where
    the bodies of these make calls.)
    """

    def __init__(self, at: int | None = None) -> None:
        self.seen = 0
        self._at = at

    def __call__(self, frame: FrameType, event: str, argument: Any) -> None:
        if event in ("call", "c_return") and frame.f_globals.get("__name__", "").startswith("hegui."):
            self.seen += 1
            if self.seen == self._at:
                raise Interruption


def _run(work: Callable[[], object], stepper: _Stepper) -> None:
    before = sys.getprofile()
    sys.setprofile(stepper)
    try:
        work()
    finally:
        sys.setprofile(before)


def steps_of(work: Callable[[], object]) -> int:
    """How many steps some work takes."""
    stepper = _Stepper()
    _run(work, stepper)
    return stepper.seen


def interrupted(work: Callable[[], object], step: int) -> bool:
    """Whether the work was broken off at its step of this number, counted from 1.

    It is not if it has fewer; nor if Python was closing a generator that nobody needs any more, where it drops whatever
    is raised, the signal of a user too.
    """
    with _dropped():
        try:
            _run(work, _Stepper(step))
        except Interruption:
            return True
    return False


@contextmanager
def _dropped() -> Iterator[None]:
    """Let Python say nothing of the interruptions that it drops."""
    before = sys.unraisablehook

    def hook(unraisable: "sys.UnraisableHookArgs") -> None:
        if not isinstance(unraisable.exc_value, Interruption):
            before(unraisable)

    sys.unraisablehook = hook
    try:
        yield
    finally:
        sys.unraisablehook = before
