"""Driving durable-rules' C module: one live session a handle, facts in, firings out.

The Python parts of durable-rules (`Host`, `durable.lang`) are not used: they start threads, swallow errors and drop
facts.
"""

import os
import threading
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

import durable_rules_engine as rules_engine
from msgspec import json as plain_json

from .alphabet import CONTROL, control_fact
from .program import Program

__all__ = ["MOST_FACTS", "EngineFault", "Handle"]

_SESSION: Final = "0"
_NOTHING_MATCHED: Final = 1
_NO_SESSION: Final = "309"
_names = iter(range(1, 2**31))
_T = TypeVar("_T")


MOST_FACTS: Final = 797_185
"""Ids are decimal numbers, which durable-rules hashes to 32 bits; up to this one no two have the same hash."""


class EngineFault(RuntimeError):
    """The forward-chaining engine did not do what it must: no verdict is given."""


class TooManyFacts(EngineFault):
    """A company that is too great for this engine."""


class Handle:
    """A ruleset in the engine, for one session at a time; other threads wait.

    An audit may be broken off anywhere, by a signal say: what it left is deleted before the next session begins.
    """

    def __init__(self, program: Program) -> None:
        self.program = program
        self._lock = threading.Lock()
        self._handle: int = rules_engine.create_ruleset(f"hegui{next(_names)}", program.rules)
        self._last = 0
        self._live = False  # whether there may be a session to delete: the engine fails to delete one that never began
        weakref.finalize(self, _release, self._handle).atexit = False
        _handles.add(self)
        self.session(lambda: self.assert_facts([]))

    def session(self, work: Callable[[], _T]) -> _T:
        """What `work` gives, which asserts facts into a session of its own."""
        # The lock itself is the context: no interruption comes between taking it and seeing to its release, as one
        # could where a method of this class took it.
        with self._lock:
            self._forget()
            self._last = 0
            try:
                return work()
            finally:
                self._forget()

    def _forget(self) -> None:
        """Delete the session, if there is one. Where work was broken off, that is not known for sure."""
        if self._live:
            _delete_session(self._handle)
            self._live = False

    def after_fork(self) -> None:
        """In a child no other thread goes on that could hold the lock."""
        self._lock = threading.Lock()

    def assert_facts(self, facts: Sequence[Mapping[str, Any]]) -> list[tuple[str, Mapping[str, Any]]]:
        """Assert a batch; the rules that fired, each with its matched facts.

        The engine stops at the first fact it dislikes and says nothing. A last fact, for which a control rule must
        fire, shows that it took them all.
        """
        batch: list[dict[str, Any]] = []
        for fact in facts:
            self._last += 1
            batch.append({**fact, "id": str(self._last)})
        self._last += 1
        if self._last > MOST_FACTS:
            raise TooManyFacts(
                f"more than {MOST_FACTS} facts in one audit, the most that the engine rete tells apart: "
                "split the document, or name the engine compiled"
            )
        batch.append({**control_fact(self._last), "id": str(self._last)})
        self._live = True
        code, offset = rules_engine.assert_facts(self._handle, plain_json.encode(batch).decode())
        if code not in (0, _NOTHING_MATCHED):
            raise EngineFault(f"durable-rules answered {code} to a batch of {len(batch)} facts")
        fired: list[tuple[str, Mapping[str, Any]]] = []
        complete = False
        for message in self._firings(offset):
            for name, matched in message.items():
                if name == CONTROL:
                    complete = complete or matched["m"]["n"] == self._last
                else:
                    fired.append((name, matched))
        if not complete:
            raise EngineFault(f"durable-rules dropped facts of a batch of {len(batch)}")
        return fired

    def _firings(self, offset: int) -> Iterator[Mapping[str, Any]]:
        started = rules_engine.start_action_for_state(self._handle, offset)
        message = None if started is None else started[1]
        while message is not None:
            yield plain_json.decode(message)
            message = rules_engine.complete_and_start_action(self._handle, offset)


_handles: weakref.WeakSet[Handle] = weakref.WeakSet()


def _release(handle: int) -> None:
    """Delete a ruleset, and the session that an interruption may have left in it, which else would never be freed."""
    _delete_session(handle)
    rules_engine.delete_ruleset(handle)


def _delete_session(handle: int) -> None:
    try:
        rules_engine.delete_state(handle, _SESSION)
    except rules_engine.error as error:
        if _NO_SESSION not in str(error):
            raise


def _after_fork() -> None:
    for handle in tuple(_handles):
        handle.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
