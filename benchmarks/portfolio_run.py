"""One run over a portfolio in a process of its own, so that its memory can be told."""

import json
import re
import resource
import subprocess
import sys
import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, NamedTuple

from .chances import AS_OF
from .timing import processor_time

__all__ = ["CONTESTANTS", "Run", "measured"]

CONTESTANTS: Final = {
    "scan": "reading the file alone",
    "in_polars": "Polars by hand",
    "in_duckdb": "DuckDB by hand",
    "in_columnar": "hegui's columnar engine, documents not checked",
    **({"in_command": "`hegui portfolio`"} if find_spec("hegui.cli.portfolio_command") is not None else {}),
}
"""By the module that runs it."""


class Run(NamedTuple):
    """How long a run took on the clock and in processor time, in seconds, and the most memory it held, in bytes."""

    seconds: float
    processor: float
    peak: int


def measured(contestant: str, portfolio: Path, out: Path) -> Run:
    """Runs a contestant in a process of its own. The time to import what it needs is not counted."""
    command = [sys.executable, "-m", "benchmarks.portfolio_run", contestant, str(portfolio), str(out)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def main(contestant: str, portfolio: str, out: str) -> None:
    """Runs it here, and prints what `Run` holds."""
    runner: Any = import_module(f".{contestant}", __package__)
    start, worked = time.perf_counter(), processor_time()
    runner.run(Path(portfolio), Path(out), AS_OF)
    run = Run(time.perf_counter() - start, processor_time() - worked, _peak())
    print(json.dumps(run._asdict()))


def _used() -> tuple[resource.struct_rusage, resource.struct_rusage]:
    return resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)


def _peak() -> int:
    """The most memory held here or by a process started here, in bytes.

    What getrusage says of a process counts what started it, too, so that the process's own record is read.
    """
    of_children = _used()[1].ru_maxrss
    status = Path("/proc/self/status")
    own = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return 1024 * max(of_children, _used()[0].ru_maxrss if own is None else int(own[1]))


if __name__ == "__main__":
    main(*sys.argv[1:])
