"""Many companies, from Parquet to Parquet: Polars and DuckDB by hand, and hegui's columnar engine, in turn."""

import os
import statistics
import subprocess
import tempfile
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, Final

import polars as pl

from hegui.facts import from_mapping

from .companies import AS_OF, company
from .expected import expected
from .mutations import mutated
from .parquet import DISTINCT, frame_of, write_portfolio
from .portfolio_run import CONTESTANTS, Run, measured
from .tables import table

__all__ = ["check_portfolio", "portfolios"]

_JUDGES: Final = ("in_polars", "in_duckdb", "in_columnar")
_PEERS: Final = ("in_polars", "in_duckdb")


def check_portfolio(name: str, folder: Path, count: int = 300) -> None:
    """Ends the run where a contestant gives another status to some company, as invented or changed."""
    random = Random(20990002)
    documents = []
    for number in range(count):
        usual = company(number)
        documents += [usual, mutated(usual, random), mutated(usual, random, 12)]
    path = folder / "check.parquet"
    frame_of(documents).write_parquet(path)
    judge: Any = import_module(f".{name}", __package__)
    given: list[dict[tuple[str, str], str]] = [{} for _ in documents]
    for number, norm, subject, status in judge.statuses(path, AS_OF):
        given[number][norm, subject] = status
    for document, found in zip(documents, given, strict=True):
        if found != expected(from_mapping(document).company, AS_OF):
            raise SystemExit(f"{CONTESTANTS[name]} answers otherwise, so nothing is timed; the company is\n{document}")


def portfolios(sizes: Sequence[int], rounds: int) -> None:
    """Each size in turn; a table a size, and how times grow from one size to the next."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("HEGUI_BENCH_FOLDER")) as name:
        folder = Path(name)
        for judge in _JUDGES:
            check_portfolio(judge, folder)
        contestants = _working(folder)
        middle: dict[int, dict[str, Run]] = {}
        for size in sizes:
            path = folder / f"{size}.parquet"
            write_portfolio(path, size)
            runs: dict[str, list[Run]] = {contestant: [] for contestant in contestants}
            for _ in range(rounds):
                for contestant, known in runs.items():
                    known.append(measured(contestant, path, folder / f"{contestant}.parquet"))
            _alike(folder, contestants)
            middle[size] = {contestant: _median(known) for contestant, known in runs.items()}
            _print(size, rounds, middle[size])
            path.unlink()
        if len(sizes) > 1:
            _print_growth(middle)


def _median(runs: Sequence[Run]) -> Run:
    return Run(
        statistics.median(run.seconds for run in runs),
        statistics.median(run.processor for run in runs),
        max(run.peak for run in runs),
    )


def _working(folder: Path) -> list[str]:
    """All contestants but the command where it does not work: that is said, and nothing stands in for it."""
    path = folder / "few.parquet"
    write_portfolio(path, 20)
    found = list(CONTESTANTS)
    try:
        if "in_command" in found:
            measured("in_command", path, folder / "in_command.parquet")
    except subprocess.CalledProcessError:
        found.remove("in_command")
        print("\n`hegui portfolio` ended with the error above, and is left out.", flush=True)
    return found


def _alike(folder: Path, contestants: Sequence[str]) -> None:
    """Ends the run where two have written other findings."""
    first = _findings(folder / "in_polars.parquet")
    for name in contestants:
        if name not in ("scan", "in_polars") and not _findings(folder / f"{name}.parquet").equals(first):
            raise SystemExit(f"{CONTESTANTS[name]} wrote other findings than {CONTESTANTS['in_polars']}")


def _findings(path: Path) -> pl.DataFrame:
    written = pl.read_parquet(path)
    licence = "licence" if "licence" in written.columns else "number"  # as the command calls it
    text = pl.col(licence, "norm", "subject", "status").cast(pl.String)
    return written.select(text).rename({licence: "licence"}).sort(pl.all())


def _print(size: int, rounds: int, found: dict[str, Run]) -> None:
    best = min(found[peer].seconds for peer in _PEERS)
    worked = min(found[peer].processor for peer in _PEERS)
    rows = [
        (
            CONTESTANTS[name],
            f"{run.seconds:.2f}",
            f"{run.seconds / best:.2f}",
            f"{run.processor:.2f}",
            f"{run.processor / worked:.2f}",
            f"{run.peak / 2**30:.2f}",
        )
        for name, run in found.items()
    ]
    title = (
        f"{size:,} companies ({min(size, DISTINCT):,} distinct ones laid end to end), thirty norms, what is violated "
        f"and pending; medians of {rounds} interleaved rounds; ratios to the better of Polars and DuckDB by hand"
    )
    table(title, ("what", "s", "ratio", "processor s", "ratio", "peak GB"), rows)


def _print_growth(middle: dict[int, dict[str, Run]]) -> None:
    sizes = list(middle)
    steps = list(pairwise(sizes))
    heads = ("what", *(f"{small:,} to {large:,}" for small, large in steps))
    rows = [
        (told, *(_growth(middle[small][name], middle[large][name]) for small, large in steps))
        for name, told in CONTESTANTS.items()
        if name in middle[sizes[0]]
    ]
    table("How many times as long it takes with more companies, on the clock and in processor time", heads, rows)


def _growth(small: Run, large: Run) -> str:
    return f"{large.seconds / small.seconds:.1f}, {large.processor / small.processor:.1f}"
