"""A mutant tried: the tests that reach it, in a process of their own, until one notices it.

mutmut itself would try it in a fork of a process in which all tests have run. There Polars waits for ever for threads
that a fork does not have, and nothing that the process has kept was made with the mutant.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

__all__ = ["FAILED", "FEW", "PLUGINS", "SURVIVED", "TOO_LONG", "UNREACHED", "Statistics", "tried"]

FAILED: Final = "failed"
TOO_LONG: Final = "ran too long"
SURVIVED: Final = "survived"
UNREACHED: Final = "no test reaches it"

_MOST_SECONDS: Final = 60.0
"""Of tests, as they take without the mutant: the quickest that reach it, up to so many."""
_TOO_LONG: Final = 300.0
_ENDS: Final = {0: SURVIVED, 1: FAILED, 3: FAILED}
PLUGINS: Final = ("-p", "no:xdist", "-p", "no:cacheprovider")
FEW: Final = {"CI": "true", "HEGUI_FEW": "1"}
"""In the environment of tests: the same few examples for each mutant."""


class Statistics(NamedTuple):
    """What mutmut found out: the tests that reach a function, and the seconds that each takes."""

    reaching: Mapping[str, Sequence[str]]
    seconds: Mapping[str, float]

    @classmethod
    def read(cls, folder: Path) -> "Statistics":
        """Of the run whose folder this is."""
        found = json.loads((folder / "mutmut-stats.json").read_text(encoding="utf-8"))
        return cls(found["tests_by_mangled_function_name"], found["duration_by_test"])

    def tests(self, mutant: str) -> list[str]:
        """The tests for a mutant, the quickest first."""
        every = self.reaching.get(mutant.rpartition("__mutmut_")[0], ())
        chosen: list[str] = []
        seconds = 0.0
        for test in sorted(every, key=lambda one: (self.seconds.get(one, 1.0), one)):
            seconds += self.seconds.get(test, 1.0)
            if chosen and seconds > _MOST_SECONDS:
                break
            chosen.append(test)
        return chosen


def tried(mutant: str, statistics: Statistics, folder: Path) -> str:
    """What became of a mutant of those in a folder."""
    tests = statistics.tests(mutant)
    if not tests:
        return UNREACHED
    with tempfile.TemporaryDirectory(prefix="hegui-mutant-") as own:
        listed = Path(own, "tests.txt")
        listed.write_text("\n".join(tests), encoding="utf-8")
        environment = {**os.environ, **FEW, "MUTANT_UNDER_TEST": mutant}
        command = [sys.executable, "-B", "-m", "pytest", "-q", "-x", "--tb=no", *PLUGINS, f"@{listed}"]
        try:
            ran = subprocess.run(
                command, cwd=folder, env=environment, capture_output=True, timeout=_TOO_LONG, check=False
            )
        except subprocess.TimeoutExpired:
            return TOO_LONG
    return _ENDS.get(ran.returncode, f"ended with {ran.returncode}")
