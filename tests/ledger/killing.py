"""A process of its own that has its children killed while they append, and looks at the ledger after each kill.

`python -m tests.ledger.killing steps FOLDER FIRST STRIDE` kills at the instructions FIRST, FIRST + STRIDE, ... of an
append until one comes to its end; `... moments FOLDER KILLS SEED` after times drawn at random, in the midst of
appending. It prints one line of JSON: how many were killed, how many entries had been acknowledged, and how many were
there though they had not been. It forks, and so has but one thread; what is lost or torn ends it with an error.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, Final

from hegui.engine.ledger import append, opened, verified
from tests.ledger.writing import KEPT, record

_FRESH_AFTER: Final = 40
"""So many kills, and another ledger is begun: its beginning is the most delicate."""


class Killing:
    """The ledger that children append to, and what they acknowledged."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / "0.db"
        self._acknowledged: dict[int, str] = {}
        self.kills = self.entries = self.unacknowledged = 0

    def run(self, body: Callable[[Callable[[], None]], None], after: float | None) -> bool:
        """Let a child do `body`, which is given what appends and acknowledges; kill it `after` so many seconds.

        Gives whether it was killed, by itself or by us.
        """
        if self.kills and self.kills % _FRESH_AFTER == 0:
            self._path, self._acknowledged = self._folder / f"{self.kills}.db", {}
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            try:
                body(lambda: self._append(writing))
            finally:
                os._exit(0)
        os.close(writing)
        told = b""
        if after is not None:
            time.sleep(after)
            os.kill(child, signal.SIGKILL)
        while part := os.read(reading, 65536):
            told += part
        os.close(reading)
        _, status = os.waitpid(child, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        self.kills += killed
        self._look(told)
        return killed

    def _append(self, writing: int) -> None:
        entered = append(self._path, record(1), KEPT)
        os.write(writing, f"{entered.number} {entered.hash}\n".encode())

    def _look(self, told: bytes) -> None:
        """See that the ledger is whole, and has all that was acknowledged."""
        for line in told.splitlines():
            number, hash_ = line.decode().split()
            self._acknowledged[int(number)] = hash_
            self.entries += 1
        if not self._acknowledged and (not self._path.exists() or not self._path.stat().st_size):
            return
        found = verified(self._path)
        assert found.flaws == (), found.flaws
        with opened(self._path) as ledger:
            there = {entry.number: hash_ for entry, hash_ in ledger.entries()}
        lost = {number: hash_ for number, hash_ in self._acknowledged.items() if there.get(number) != hash_}
        assert not lost, lost
        self.unacknowledged += len(there) - len(self._acknowledged)
        self._acknowledged = there


def at_instruction(number: int, append_one: Callable[[], None]) -> None:
    """Append, and die before the instruction of that number which the ledger's own code comes to."""
    left = number

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal left
        if f"{os.sep}ledger{os.sep}" not in frame.f_code.co_filename:
            return None
        if event == "call":
            frame.f_trace = trace  # before what follows, which on 3.13 and newer else has no effect
            frame.f_trace_opcodes, frame.f_trace_lines = True, False
        if event == "opcode":
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    # On 3.12 instructions are traced only if some frame asks for it before tracing begins.
    sys._getframe().f_trace_opcodes = True
    sys.settrace(trace)
    append_one()
    sys.settrace(None)


def forever(append_one: Callable[[], None]) -> None:
    """Append until the end."""
    while True:
        append_one()


def main(how: str, folder: str, *given: str) -> None:
    """Kill, look, and print what came of it."""
    killing = Killing(Path(folder))
    first, second = map(int, given)
    if how == "steps":
        number = first
        while killing.run(lambda append_one: at_instruction(number, append_one), None):  # noqa: B023
            number += second
    else:
        drawn = random.Random(second)
        for _ in range(first):
            assert killing.run(forever, drawn.uniform(0.001, 0.12))
    print(
        json.dumps({"kills": killing.kills, "acknowledged": killing.entries, "unacknowledged": killing.unacknowledged})
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
