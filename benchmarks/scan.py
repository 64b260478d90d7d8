"""Reads a portfolio and gives nothing: the limit of what any engine can reach."""

import datetime
from pathlib import Path

import polars as pl

__all__ = ["run"]


def run(path: Path, out: Path, today: datetime.date) -> None:
    """Every column, batch by batch."""
    rows = pl.scan_parquet(path)
    count = rows.select(pl.len()).collect().item()
    for start in range(0, count, 50_000):
        rows.slice(start, 50_000).collect()
