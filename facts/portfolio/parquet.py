"""Companies from a Parquet file, one row a company, nested as a document is."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
from polars.exceptions import ComputeError, InvalidOperationError, PolarsError

from ..limits import ROWS
from ..not_done import NOT_DONE
from .batch import Batch, OddDocument
from .columns import canonical_types
from .dtypes import UNDONE
from .opening import EXPECTED, opened, unusable
from .plain import odd_ones

__all__ = ["batch_of", "brought_to", "parquet_batches", "scanned", "schema_of", "stated_row"]


def parquet_batches(path: Path, size: int, number: int = 0, skip: int = 0) -> Iterator[Batch | None]:
    """The batches of a file, of `size` companies each, None for the first `skip`. Raises FactsError."""
    types = canonical_types(schema_of(path), str(path))
    rows = scanned(path)
    count = rows.select(pl.len()).collect().item()
    for n, start in enumerate(range(0, count, size)):
        if n < skip:
            yield None
        else:
            frame = brought_to(types, rows.slice(start, size), path)
            yield batch_of(frame, number + n, str(path), start)


def schema_of(path: Path) -> Mapping[str, pl.DataType]:
    """The columns of a file. Raises FactsError where it cannot be read."""
    opened(path).close()
    try:
        return pl.read_parquet_schema(path)
    except (PolarsError, OSError) as error:
        raise unusable(path, f"the file cannot be read as Parquet: {_first_line(error)}", EXPECTED) from None


def scanned(path: Path) -> pl.LazyFrame:
    """The rows of one file; what its folders are called says nothing."""
    return pl.scan_parquet(path, hive_partitioning=False, glob=False)


def brought_to(types: Mapping[str, Any], rows: pl.LazyFrame, path: Path) -> pl.DataFrame:
    """Rows of a file, with columns of other types. Raises FactsError where one does not fit, or cannot be read."""
    try:
        frame = rows.collect()
    except (PolarsError, OSError) as error:
        raise unusable(path, f"the file cannot be read on: {_first_line(error)}", "a Parquet file as written") from None
    if _holds_more_than(frame, frame.height * ROWS.value):
        what = f"its lists hold more than {ROWS.value} elements for each company"
        raise unusable(path, what, ROWS.advice("split the document"))
    try:
        return frame.cast(pl.Schema(types))
    except (ComputeError, InvalidOperationError) as error:
        what = f"a value does not fit its column: {_first_line(error)}"
        raise unusable(path, what, "whole numbers of at most 64 bits, with a sign") from None


def batch_of(frame: pl.DataFrame, number: int, file: str, start: int, keys: pl.Series | None = None) -> Batch:
    """The batch that the rows of a frame in canonical form are, of which the first stands at `start`, from 0.

    `keys` are what messages call the companies, where they have names of their own.
    """
    odd = odd_ones(frame)
    positions = pl.int_range(start + 1, start + 1 + frame.height, dtype=pl.UInt64, eager=True).alias("position")
    documents: list[OddDocument] = []
    if odd.len():
        for n, row in zip(odd, frame[odd].iter_rows(named=True), strict=True):
            name = f"{file}, row {start + n + 1}" if keys is None else f"{file}, company {keys[n]}"
            documents.append(OddDocument(start + n + 1, name, stated_row(row), file))
        plain = ~pl.int_range(frame.height, dtype=pl.UInt32, eager=True).is_in(odd.implode())
        frame, positions = frame.filter(plain), positions.filter(plain)
    return Batch(number, file, start + 1, frame, positions, tuple(documents))


def stated_row(value: Any) -> Any:
    """A row as plain data, without the keys that state nothing; the day that stands for not_done becomes it."""
    if isinstance(value, dict):
        return {key: stated_row(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [stated_row(one) for one in value]
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return NOT_DONE if day == UNDONE else value
    return value


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _holds_more_than(frame: pl.DataFrame, most: int) -> bool:
    """Whether the lists of some companies hold more elements in all.

    A file packs one that is repeated a million times into a few bytes; to look through them costs many times more.
    """
    columns, count = frame.get_columns(), 0
    while columns:
        column = columns.pop()
        if isinstance(column.dtype, pl.Struct):
            columns += column.struct.unnest().get_columns()
        elif isinstance(column.dtype, pl.List):
            count += int(column.list.len().sum())
            if count > most:
                return True
            if isinstance(column.dtype.inner, pl.Struct):
                columns.append(column.explode())
    return False
