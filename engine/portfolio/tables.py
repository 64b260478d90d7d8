"""The tables of a portfolio as files: Parquet, CSV, JSON lines; a piece for each batch, and the pieces put together."""

import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import polars as pl

from .formats import TableFormat
from .judging import COMPANIES, FINDINGS

__all__ = ["METADATA", "TABLES", "piece_of", "put_together"]


TABLES: Final[Mapping[str, dict[str, Any]]] = {"findings": FINDINGS, "companies": COMPANIES}
"""The tables that are written, with their columns."""

METADATA: Final = "hegui"
"""The key of a Parquet file's metadata under which stands, as JSON, what was asked."""

_ROW_GROUP: Final = 122_880
"""Rows of a row group: so many that readers can skip, few enough to be held in memory."""

_BYTE_ORDER_MARK: Final = "\ufeff".encode()
_COPIED: Final = 2**20

# As reports write CSV: with the full-width forms, which some spreadsheets take for the narrow ones.
_FORMULA: Final = "^[ '\"\u3000\u00a0]*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]"


def piece_of(frame: pl.DataFrame, format_: TableFormat) -> bytes:
    """The rows of one batch; of CSV without the line of heads."""
    file = io.BytesIO()
    match format_:
        case TableFormat.PARQUET:
            frame.write_parquet(file, compression="zstd", compression_level=1, statistics=False)
        case TableFormat.CSV:
            _plain(frame).write_csv(file, include_header=False, line_terminator="\r\n")
        case TableFormat.JSONL:
            frame.write_ndjson(file)
    return file.getvalue()


def _plain(frame: pl.DataFrame) -> pl.DataFrame:
    """Texts that no spreadsheet calculates: one that begins as a formula does gets an apostrophe before it."""
    texts = [name for name, kind in frame.schema.items() if kind == pl.String]
    return frame.with_columns(
        pl.when(pl.col(name).str.contains(_FORMULA))
        .then(pl.concat_str(pl.lit("'"), pl.col(name)))
        .otherwise(pl.col(name))
        .alias(name)
        for name in texts
    )


def put_together(
    table: str, pieces: Sequence[Path], target: Path, format_: TableFormat, asked: Mapping[str, Any]
) -> None:
    """Write one file of the pieces of a table, row group by row group. Raises OSError."""
    if format_ is TableFormat.PARQUET:
        told = json.dumps(asked, ensure_ascii=False, separators=(",", ":"))
        try:
            _scanned(pieces, TABLES[table]).sink_parquet(
                target, compression="zstd", row_group_size=_ROW_GROUP, maintain_order=True, metadata={METADATA: told}
            )
        except pl.exceptions.ComputeError as error:  # what Polars makes of a disk that is full
            raise OSError(None, str(error).splitlines()[0], str(target)) from None
        return
    with target.open("xb") as file:
        if format_ is TableFormat.CSV:
            file.write(_BYTE_ORDER_MARK + ",".join(TABLES[table]).encode() + b"\r\n")
        for piece in pieces:
            with piece.open("rb") as part:
                while data := part.read(_COPIED):
                    file.write(data)


def _scanned(pieces: Sequence[Path], schema: dict[str, Any]) -> pl.LazyFrame:
    return pl.scan_parquet(list(pieces), schema=schema) if pieces else pl.LazyFrame(schema=schema)
