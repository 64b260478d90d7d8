"""`make soak`: SOAK_AUDITS audits a engine in one process, and some in threads, in children and after interruptions.

Prints a table in Markdown; ends with 1 if an audit said anything else than the first one, or memory grew.
"""

import multiprocessing
import os
import sys
from collections.abc import Iterator
from typing import Final

from hegui.engine.audit import ENGINES
from tests.soak.companies import Soaked
from tests.soak.running import broken_off, in_children, in_threads, one_after_the_other

TOLERANCE: Final = 16 * 2**20
"""Bytes."""


def soak(audits: int) -> Iterator[Soaked]:
    """All parts."""
    for engine in sorted(ENGINES, reverse=True):
        yield one_after_the_other(engine, audits)
        yield broken_off(engine, audits // 10)
        for how in ("fork", "spawn"):
            if how in multiprocessing.get_all_start_methods():
                yield in_children(engine, audits // 10, how)
    for engine in sorted(ENGINES, reverse=True):
        yield in_threads(engine, audits // 10)


def main() -> int:
    """Soak, and tell."""
    audits = int(os.environ.get("SOAK_AUDITS", "50000"))
    print("| what | audits | wrong | memory before, MB | after, MB |")
    print("| --- | ---: | ---: | ---: | ---: |", flush=True)
    good = True
    for one in soak(audits):
        print(
            f"| {one.what} | {one.audits:,} | {one.differing} | {one.before / 2**20:.1f} | {one.after / 2**20:.1f} |",
            flush=True,
        )
        good = good and one.differing == 0 and one.growth < TOLERANCE
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
