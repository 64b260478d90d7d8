"""The same rules and facts through durable-rules' own `Host`, to measure what driving its C module directly saves."""

import contextlib
import itertools
import json
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from durable.engine import Host, MessageNotHandledException

from hegui.engine.norms import Norm
from hegui.engine.rete.alphabet import CONTROL, control_fact
from hegui.engine.rete.engine import ReteEngine
from hegui.engine.rete.program import Program

__all__ = ["HostEngine"]

_sessions = itertools.count(1)


class HostHandle:
    """Stands in for `rete.session.Handle`, with a `Host` inside."""

    def __init__(self, host: Host, name: str, program: Program) -> None:
        self.program = program
        self._host = host
        self._name = name
        self._fired: list[tuple[str, Mapping[str, Any]]] = []
        self._last = 0
        self._session = ""
        self._complete = threading.Event()
        rules = json.loads(program.rules)
        # A fact that no rule matches makes Host raise and drop the rest of a batch: each type gets a rule of its own.
        for table in program.tables.values():
            rules[f"any{table}"] = {"all": [{"m": {"t": table}}], "dist": 0}
        for rule, definition in rules.items():
            definition["run"] = self._action(rule)
        host.register_rulesets({name: rules})

    def _action(self, rule: str) -> Any:
        def run(context: Any) -> None:
            matched = {name: value._d if hasattr(value, "_d") else value for name, value in context._m.items()}
            if rule == CONTROL:
                self._complete.set()
            elif not rule.startswith("any"):
                self._fired.append((rule, matched))

        return run

    def session(self, work: Callable[[], None]) -> None:
        """As `Handle.session`."""
        self._session = str(next(_sessions))
        self._last = 0
        try:
            work()
        finally:
            self._host.delete_state(self._name, self._session)

    def assert_facts(self, facts: Sequence[Mapping[str, Any]]) -> list[tuple[str, Mapping[str, Any]]]:
        """As `Handle.assert_facts`."""
        self._fired = []
        self._complete.clear()
        batch = []
        for fact in [*facts, control_fact(self._last + len(facts) + 1)]:
            self._last += 1
            batch.append({**fact, "id": str(self._last), "sid": self._session})
        with contextlib.suppress(MessageNotHandledException):
            self._host.assert_facts(self._name, batch)
        deadline = time.monotonic() + 5
        while not self._complete.wait(0.001) and time.monotonic() < deadline:
            pass
        return self._fired


class HostEngine(ReteEngine):
    """The rete engine's programs, driven through `Host`."""

    name = "host"

    def __init__(self, norms: Sequence[Norm]) -> None:
        self._norms = tuple(norms)
        host = Host()
        handles: Any = (HostHandle(host, f"r{number}", program) for number, program in enumerate(self._programs()))
        self._handles = tuple(handles)
