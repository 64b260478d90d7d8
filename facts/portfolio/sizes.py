"""Which companies of a frame may have more elements than `limits.ROWS` allows: the loader of documents counts them."""

from collections.abc import Mapping

import polars as pl

from ..elements import FOLLOWING, YEARS
from ..limits import ROWS
from ..schema import COMPANY
from .flat import ROW_OF_COMPANY

__all__ = ["perhaps_too_great"]


def perhaps_too_great(frames: Mapping[str, pl.DataFrame]) -> pl.Series:
    """The numbers of companies which, with all that can follow from their lists, have too many elements; UInt32.

    `frames` are those of all stated lists. A list's rows lie company by company.
    """
    most = ROWS.value - YEARS
    runs = {path: rows[ROW_OF_COMPANY].rle() for path, rows in frames.items() if path != COMPANY and rows.height}
    # Almost always nobody's lists are long, and the longest of each kind are few together.
    longest = {path: int(run.struct.field("len").max()) for path, run in runs.items()}  # type: ignore[arg-type]
    if sum(count * _times(path) for path, count in longest.items()) <= most:
        return pl.Series(ROW_OF_COMPANY, [], dtype=pl.UInt32)
    counts = [
        run.struct.unnest().select(pl.col("value").alias(ROW_OF_COMPANY), pl.col("len").cast(pl.Int64) * _times(path))
        for path, run in runs.items()
    ]
    summed = pl.concat(counts).group_by(ROW_OF_COMPANY).agg(pl.col("len").sum())
    return summed.filter(pl.col("len") > most)[ROW_OF_COMPANY]


def _times(path: str) -> int:
    return 1 + FOLLOWING.get(path, 0)
