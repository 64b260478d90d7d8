"""Reads a portfolio in batches: JSON lines, or Parquet."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final, Protocol

import polars as pl

from ...facts.source import LARGEST
from .batch import Batch, Odd

__all__ = ["InputError", "Source", "open_source"]

_SUFFIXES: Final = (".jsonl", ".ndjson")


class InputError(Exception):
    """An input that cannot be read as a portfolio: `str()` says which, why and what to do."""


class Source(Protocol):
    """A portfolio that can be read from its beginning, as often as one likes."""

    last: int
    """The position of the last company, from 1; where lines are blank there are fewer companies than that."""

    def batches(self, size: int) -> Iterator[Batch]:
        """Its companies in order, `size` in each batch but the last. Raises InputError and OSError."""
        ...


def open_source(path: Path) -> Source:
    """The portfolio at a path. Raises InputError and OSError."""
    if path.suffix.lower() in _SUFFIXES:
        return _Lines(path)
    if path.suffix.lower() == ".parquet" or path.is_dir():
        return _Rows(path)
    raise InputError(f"{path}: a portfolio is a file whose name ends in .parquet or .jsonl, or a folder of .parquet")


class _Lines:
    def __init__(self, path: Path) -> None:
        self._path = path
        with path.open("rb") as file:
            self.last = sum(1 for _ in file)

    def batches(self, size: int) -> Iterator[Batch]:
        with self._path.open("rb") as file:
            lines = (
                Odd(number, _decoded(line, first=number == 1))
                for number, line in enumerate(file, start=1)
                if line.strip()
            )
            number = 0
            while odd := tuple(islice(lines, size)):
                yield Batch(number, pl.DataFrame(), pl.Series(dtype=pl.UInt64), odd)
                number += 1


def _decoded(line: bytes, *, first: bool) -> str:
    text = line[: LARGEST + 1].decode("utf-8", "replace").rstrip("\r\n")
    return text.removeprefix("\ufeff") if first else text


class _Rows:
    def __init__(self, path: Path) -> None:
        self._scan = pl.scan_parquet(path)
        try:
            self.last = int(self._scan.select(pl.len()).collect().item())
        except pl.exceptions.PolarsError as error:
            raise InputError(f"{path}: this is not read as Parquet: {error}") from None

    def batches(self, size: int) -> Iterator[Batch]:
        for number, start in enumerate(range(0, self.last, size)):
            rows = self._scan.slice(start, size).collect()
            odd = tuple(Odd(start + at, row) for at, row in enumerate(rows.iter_rows(named=True), start=1))
            yield Batch(number, pl.DataFrame(), pl.Series(dtype=pl.UInt64), odd)
