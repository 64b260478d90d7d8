"""Run the benchmarks (`make bench`): tables of ratios within this run; docs/performance.md says what they mean.

`make bench ARGS='company portfolio'` runs those sections alone; a number behind `portfolio` is a size of it
(`portfolio=10000,100000`).
"""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Final

from .timing import CLOCK

ROUNDS: Final = int(os.environ.get("HEGUI_BENCH_ROUNDS", "31"))
_SIZES: Final = "10000,100000,1000000"


def _engines(_: str) -> None:
    from .engines import engines

    engines(ROUNDS)


def _company(_: str) -> None:
    from .one_company import one_company

    one_company(ROUNDS)


def _portfolio(sizes: str) -> None:
    from .portfolios import portfolios

    portfolios([int(size) for size in (sizes or _SIZES).split(",")], min(ROUNDS, 3))


def _lists(_: str) -> None:
    from .growth import growth_of_lists

    growth_of_lists(min(ROUNDS, 7))


def _norms(_: str) -> None:
    from .growth import growth_of_norms

    growth_of_norms(min(ROUNDS, 7))


def _process(_: str) -> None:
    from .processes import processes

    processes(ROUNDS)


SECTIONS: Final[dict[str, Callable[[str], None]]] = {
    "engines": _engines,
    "company": _company,
    "portfolio": _portfolio,
    "lists": _lists,
    "norms": _norms,
    "process": _process,
}
"""What each is about: the engines on the main example; one small company; many companies; more elements in lists; more
norms; the command as a process."""


def main(arguments: Sequence[str]) -> None:
    """The named sections, all of them where none is named."""
    chosen = [argument.partition("=") for argument in arguments or SECTIONS]
    for name, _, _ in chosen:
        if name not in SECTIONS:
            raise SystemExit(f"there is no section {name}; the sections are {', '.join(SECTIONS)}")
    print(
        f"CPython {sys.version.split()[0]}, {os.cpu_count()} cores, medians of {ROUNDS} interleaved rounds"
        f" unless said, {CLOCK} clock"
    )
    for name, _, settings in chosen:
        SECTIONS[name](settings)


if __name__ == "__main__":
    main(sys.argv[1:])
