"""The companies of a portfolio, numbered through all its files, in batches."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polars as pl

from ...facts.portfolio import Batch, batches
from ...facts.portfolio.opening import count_of_lines
from ...facts.portfolio.parquet import scanned, schema_of
from ...facts.portfolio.read import is_parquet, portfolio_files

__all__ = ["PlacedBatch", "Source"]


class PlacedBatch(NamedTuple):
    """A batch, and how many rows or lines there are before its file's; 0 if positions are of the whole input."""

    batch: Batch
    before: int

    @property
    def frame_positions(self) -> pl.Series:
        """The positions in the input of the companies in the frame; UInt64."""
        return self.batch.positions + self.before

    @property
    def positions(self) -> pl.Series:
        """The positions in the input of all its companies, in order; UInt64."""
        odd = [one.position + self.before for one in self.batch.odd]
        return pl.concat([self.frame_positions, pl.Series(odd, dtype=pl.UInt64)]).sort()


class Source:
    """A portfolio that can be read from its beginning, as often as one likes. Raises FactsError and OSError.

    A company's position is its row or line in its file, from 1, and that of the last before it added.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._before: dict[str, int] = {}
        self.last = 0
        for file in portfolio_files(path):
            self._before[str(file)] = self.last
            self.last += _length(file)

    def batches(self, size: int, skip: int = 0) -> Iterator[PlacedBatch]:
        """Its companies in order, at most `size` in a batch, without the first `skip` batches."""
        return (PlacedBatch(one, self._before[one.file]) for one in batches(self._path, size, skip))


def _length(file: Path) -> int:
    """Rows of a Parquet file, or lines, blank ones included."""
    if is_parquet(file):
        schema_of(file)  # says what is wrong with a file that cannot be read
        return int(scanned(file).select(pl.len()).collect().item())
    with file.open("rb") as lines:
        return count_of_lines(lines)
