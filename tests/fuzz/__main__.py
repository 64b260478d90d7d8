"""`make fuzz`: every target in both ways, for FUZZ_SECONDS in all; what was tried, as a table in Markdown.

Ends with 1 if a command ended as none may, if one hung, or if memory grew; the input is then in tests/fuzz/found.
"""

import os
import subprocess
import sys
from importlib.util import find_spec
from typing import NamedTuple

from tests.cli.running import ROOT
from tests.fuzz.targets import TARGETS

_WAYS = ("guided", "shuffled")
_LEAST = 5
_GROWTH = 64 * 2**20
"""Bytes between a third of the inputs and the last one. A guided process also keeps what it has found so far."""


class Result(NamedTuple):
    """What one process did."""

    target: str
    way: str
    code: int
    inputs: int
    first: int
    last: int

    @property
    def fine(self) -> bool:
        """Whether nothing was found."""
        return self.code == 0 and self.last - self.first < _GROWTH


def fuzz(target: str, way: str, seconds: int) -> Result:
    """Fuzz in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-m", f"tests.fuzz.{way}", target, str(seconds)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    told = [line.split() for line in ran.stdout.splitlines() if line.startswith(f"{target} {way} ")]
    counts = [(int(inputs), int(memory)) for *_, inputs, memory in told]
    if ran.returncode != 0:
        print(ran.stderr[-6_000:], file=sys.stderr)
    inputs, last = counts[-1] if counts else (0, 0)
    first = next((memory for count, memory in counts if count * 3 >= inputs), last)
    return Result(target, way, ran.returncode, inputs, first, last)


def main() -> int:
    """Fuzz everything."""
    ways = _WAYS if find_spec("atheris") else _WAYS[1:]
    if len(ways) < len(_WAYS):
        print("atheris is not installed: pip install 'hegui[fuzz]' for fuzzing by coverage", file=sys.stderr)
    seconds = int(os.environ.get("FUZZ_SECONDS", "300"))
    each = max(_LEAST, seconds // (len(TARGETS) * len(ways)))
    results = []
    print("| what | way | inputs | bad ends | memory after a third, MB | at the end, MB |")
    print("| --- | --- | ---: | ---: | ---: | ---: |", flush=True)
    for target in TARGETS:
        for way in ways:
            one = fuzz(target, way, each)
            results.append(one)
            bad = int(one.code != 0)
            print(f"| {target} | {way} | {one.inputs} | {bad} | {one.first >> 20} | {one.last >> 20} |", flush=True)
    print(f"| all | | {sum(one.inputs for one in results)} | {sum(one.code != 0 for one in results)} | | |")
    return 0 if all(one.fine for one in results) else 1


if __name__ == "__main__":
    sys.exit(main())
