"""Driving durable-rules' C module: one live session a handle, facts in, firings out.

The Python parts of durable-rules (`Host`, `durable.lang`) are not used: they start threads, swallow errors and drop
facts.
"""

import threading
import weakref
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Self

import durable_rules_engine as rules_engine
from msgspec import json as plain_json

from .alphabet import CONTROL, control_fact
from .program import Program

__all__ = ["MOST_FACTS", "EngineFault", "Handle"]

_SESSION: Final = "0"
_NOTHING_MATCHED: Final = 1
_names = iter(range(1, 2**31))


MOST_FACTS: Final = 797_185
"""Ids are decimal numbers, which durable-rules hashes to 32 bits; up to this one no two have the same hash."""


class EngineFault(RuntimeError):
    """The forward-chaining engine did not do what it must: no verdict is given."""


class Handle:
    """A ruleset in the engine. Use it as a context for one session at a time; other threads wait."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._lock = threading.Lock()
        self._handle: int = rules_engine.create_ruleset(f"hegui{next(_names)}", program.rules)
        self._last = 0
        self._live = False  # whether there is a session to delete: the engine fails to delete one that never began
        weakref.finalize(self, rules_engine.delete_ruleset, self._handle).atexit = False
        with self:
            self.assert_facts([])

    def __enter__(self) -> Self:
        self._lock.acquire()
        self._last = 0
        self._live = False
        return self

    def __exit__(self, *_: object) -> None:
        try:
            if self._live:
                rules_engine.delete_state(self._handle, _SESSION)
        finally:
            self._lock.release()

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
            raise EngineFault(f"more than {MOST_FACTS} facts in one audit: split the document")
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
